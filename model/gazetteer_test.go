package model

import "strings"

// places are the few places that the tests need: a country, a province or
// district, and what lies in it, "=" before another name of the same place,
// "~" before what has no bounds.
const places = `
Afghanistan
 Kabul: =Kabul province, District 8, Abdul Haq Square, Taimani, Shahr-e-Naw, Camp Phoenix, Sarobi
 Kandahar: Spin Boldak
 Nangarhar: Jalalabad, Bihsud, Girdi Kas, Tora Bora, Ghani Khel
 Paktika: Barmal, Urgun, Argun, Margha
 Paktia: =Paktya, Zazai Maidan
 Khost
 Kunar: Asmar
 Helmand: Bahram Chah
 Herat: Islam Qala
 Takhar: Khaja Bahauddin
 Kunduz
 Nuristan
 Laghman
 Zabul
 Parwan: Bagram
 Badakhshan: Wakhan Corridor
 ~eastern Afghanistan
Pakistan
 Khyber Pakhtunkhwa: =KP, Chitral, Dir, Lower Dir, Bajaur, Mohmand, Khyber district, =Khyber, Torkham, Tirah valley, Peshawar, Kurram, Orakzai, =Orakzai district, Bannu, =Bannu district, North Waziristan, Mir Ali, Khadi, Miranshah, Spinwam, Ghulam Khan, South Waziristan, Wana, Angoor Adda, Lakki Marwat district, Dera Ismail Khan, Mardan, Katlang, Kohat, Besham, Khar, Mayar
 Balochistan: Chaman, Quetta, Bolan, Mastung, Ziarat, Kech district, =Kech, Buleda, Zhob, Loralai, Chiltan
 Punjab: Rawalpindi, Nur Khan, Lahore
 Sindh: Karachi, Karachi airport, SITE area
 Islamabad: G-11
India
 Delhi: =New Delhi, Hyderabad House, Red Fort
 Kashmir: Pahalgam, =Indian-occupied Kashmir
Qatar
 Doha
Turkey: =Turkiye, =Türkiye
 Istanbul
 Ankara
China
 Beijing
 Xinjiang: Urumqi
Saudi Arabia
 Riyadh
Iran
 Tehran
Russia
 Moscow
Tajikistan
 Khatlon: Shamsiddin Shohin district, =Shamsiddin Shohin
 Dushanbe
~Pakistan-Afghanistan border
~Durand Line
`

// gazetteer finds the places by name.
var gazetteer = readPlaces(places)

type placeTable map[string]Place

// place is the entry of that name, or a place that nothing is known of but its name.
func (t placeTable) place(name string) Place {
	if p, ok := t[strings.ToLower(name)]; ok {
		p.Name = name
		return p
	}
	return Place{Name: name}
}

func readPlaces(text string) placeTable {
	t := placeTable{}
	var country, last Place
	enter := func(name, kind string, within []string) Place {
		switch {
		case strings.HasPrefix(name, "="):
			t[strings.ToLower(name[1:])] = last
			return last
		case strings.HasPrefix(name, "~"):
			name, kind = name[1:], "region"
		}
		last = Place{ID: strings.ToLower(name), Name: name, Kind: kind, Within: within}
		t[last.ID] = last
		return last
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if line == "" {
			continue
		}
		head, rest, _ := strings.Cut(line, ": ")
		var holder Place
		if inner, ok := strings.CutPrefix(head, " "); ok {
			holder = enter(inner, "province", []string{country.ID})
		} else {
			country = enter(head, "country", nil)
			holder = country
		}
		if rest == "" {
			continue
		}
		for _, name := range strings.Split(rest, ", ") {
			enter(name, "town", append([]string{holder.ID}, holder.Within...))
		}
	}
	return t
}
