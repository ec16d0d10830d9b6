package lexicon

// Desk is what a layer says of the desk itself: the name of its crisis, the
// local times that its officers watch, and the day (ISO 8601) from which twelve
// months are those of the days that documents say without a year.
type Desk struct {
	Name   string  `toml:"name"`
	Reckon string  `toml:"reckon_from,omitempty"`
	Clocks []Clock `toml:"clocks,omitempty"`
}

// Clock is the local time of a place. Zone is a name of the tz database.
type Clock struct {
	Name string `toml:"name"`
	Zone string `toml:"zone,omitempty"`
}

// Actor is a side of the crisis, or an organisation, office or person that speaks
// or acts for one. Kind is one of ActorKinds.
type Actor struct {
	ID      string   `toml:"id"`
	Name    string   `toml:"name"`
	Kind    string   `toml:"kind,omitempty"`
	Side    string   `toml:"side,omitempty"`    // id of the actor it speaks for; empty: its own
	Country string   `toml:"country,omitempty"` // ISO 3166-1 alpha-2; empty: none
	Aliases []string `toml:"aliases,omitempty"` // other names, in all usual spellings
	// Metonyms name something else that stands for the actor: a capital, a building.
	Metonyms []string `toml:"metonyms,omitempty"`
	// Demonyms are the adjective and the nouns of nationality ("Afghan", "Afghans").
	Demonyms []string `toml:"demonyms,omitempty"`
	// Common are nouns that mean the actor once its side is known ("foreign ministry"):
	// by the words beside them, or by what the page speaks of.
	Common []string `toml:"common,omitempty"`
	// Beside says that these nouns mean the actor right beside its side alone
	// ("Kabul's army"), where on a page about the two sides they mean another's.
	Beside bool `toml:"beside,omitempty"`
	// Short are names that mean the actor only after a fuller one, or a title ("Asif").
	Short   []string `toml:"short,omitempty"`
	Role    string   `toml:"role,omitempty"` // what a person is where no office of the lexicon says it
	Offices []Tenure `toml:"offices,omitempty"`

	Drop bool `toml:"drop,omitempty"` // takes the entry of an earlier layer away
}

// Tenure is a person's time in an office. From and To are ISO 8601 dates of any
// precision (2024, 2024-03, 2024-03-11), both included; empty is open.
type Tenure struct {
	Office string `toml:"office,omitempty"` // id of an actor of kind office
	From   string `toml:"from,omitempty"`
	To     string `toml:"to,omitempty"`
}

// ActorKinds are the values of Actor.Kind.
var ActorKinds = []string{
	"state", "government", "ministry", "military", "intelligence", "police", "armed_group", "party", "organisation", "office", "person",
}

// Place is somewhere with coordinates: WGS 84, decimal degrees, about its middle.
type Place struct {
	ID      string    `toml:"id"`
	Name    string    `toml:"name"`
	Kind    string    `toml:"kind,omitempty"`    // one of PlaceKinds
	Country string    `toml:"country,omitempty"` // ISO 3166-1 alpha-2; empty for a place of no one country
	Within  string    `toml:"within,omitempty"`  // id of the place around it
	At      []float64 `toml:"at,omitempty"`      // latitude, longitude
	Aliases []string  `toml:"aliases,omitempty"`

	Drop bool `toml:"drop,omitempty"`
}

// Lat is the latitude in degrees, north positive.
func (p Place) Lat() float64 { return p.At[0] }

// Lon is the longitude in degrees, east positive.
func (p Place) Lon() float64 { return p.At[1] }

// PlaceKinds are the values of Place.Kind, with the nouns that are part of the
// name of a place of that kind where they follow it ("Kurram district").
var PlaceKinds = map[string][]string{
	"country": nil, "region": {"region"}, "province": {"province"}, "division": {"division"},
	"district": {"district", "tribal district", "agency"}, "tehsil": {"tehsil", "subdivision", "sub-division"},
	"city": {"city"}, "town": {"town"}, "village": {"village"}, "crossing": {"crossing", "border crossing", "border"},
	"valley": {"valley"}, "pass": {"pass"}, "mountains": {"mountains"}, "river": {"river"}, "line": nil, "road": nil,
	"base": {"base", "airbase", "air base"}, "airport": {"airport"}, "site": nil, "neighbourhood": nil,
}

// Outlet publishes documents. Reliability is a letter of the Admiralty code,
// A to F; F says that it cannot be judged.
type Outlet struct {
	ID          string   `toml:"id"`
	Name        string   `toml:"name"`
	Kind        string   `toml:"kind,omitempty"`  // one of OutletKinds
	Owner       string   `toml:"owner,omitempty"` // who owns it; outlets of one owner are one origin
	Country     string   `toml:"country,omitempty"`
	Aliases     []string `toml:"aliases,omitempty"`
	Domains     []string `toml:"domains,omitempty"`
	Reliability string   `toml:"reliability,omitempty"`

	Drop bool `toml:"drop,omitempty"`
}

// OutletKinds are the values of Outlet.Kind.
var OutletKinds = []string{"wire", "newspaper", "broadcaster", "magazine", "online", "think_tank", "monitor", "state", "party", "social"}

// State is a line of the world table. It makes an actor and a place with the id
// of the state, and a place for its capital, whose name is the state's metonym.
type State struct {
	ID       string    `toml:"id"`
	ISO      string    `toml:"iso,omitempty"`
	Name     string    `toml:"name"`
	Aliases  []string  `toml:"aliases,omitempty"`
	Demonyms []string  `toml:"demonyms,omitempty"`
	At       []float64 `toml:"at,omitempty"`      // about the middle of the country
	Capital  string    `toml:"capital,omitempty"` // seat of government, which the press uses for the state
	Seat     []float64 `toml:"seat,omitempty"`    // where the capital is
	Seats    []string  `toml:"seats,omitempty"`   // other spellings of the capital
}

// Question is something that documents leave open, or a topic under which such
// things are logged.
type Question struct {
	ID       string   `toml:"id"`
	Topic    string   `toml:"topic,omitempty"` // slug; the ID where empty
	Text     string   `toml:"text,omitempty"`
	Parent   string   `toml:"parent,omitempty"`   // id of the broader question
	Standing bool     `toml:"standing,omitempty"` // on the board from the first day
	About    []string `toml:"about,omitempty"`    // patterns: a sentence that meets one bears on the question
	Supports []string `toml:"supports,omitempty"` // words that lean towards yes
	Opposes  []string `toml:"opposes,omitempty"`  // words that lean towards no
	Dormant  int      `toml:"dormant,omitempty"`  // days without a new origin after which it is dormant; 0: as the desk has it
	Parties  []string `toml:"parties,omitempty"`  // sides that the answer concerns; none: all
	Accused  []string `toml:"accused,omitempty"`  // those of them whom a yes would hurt

	Drop bool `toml:"drop,omitempty"`
}
