// Package lexicon knows the names and words that extraction looks for: actors,
// places, outlets, words for incidents, tolls, people, speech and doubt, and the
// questions that a desk tracks. In go layers of TOML; out comes an immutable
// Lexicon that finds all of these in the tokens of a sentence.
//
// # Layers
//
// A layer is a folder of .toml files; their names are free, and each may hold any
// of the tables below. The general layer serves every crisis; a crisis layer adds
// its actors, places, outlets and questions; a desk may lay its own on top. An
// entry whose id an earlier layer has amends it: what it says replaces, its lists
// are added, and drop = true takes the entry away. Words only add up. Unknown keys
// and references to nothing are errors that name the file, the line and the entry.
//
//	state    = [{ iso, name, aliases, demonyms, at, capital, seat, seats }]
//
// A line of the world: it makes an actor of kind state, a country and the place of
// its capital, whose name (and other spellings, seats) is a metonym of the state.
//
//	[[actor]]  id, name, kind, side, country, aliases, metonyms, demonyms, common, beside, short, role, offices
//
// kind is one of ActorKinds; side the id of whom it speaks for; country an ISO
// 3166-1 code. aliases are its names in all usual spellings. metonyms stand for it
// (GHQ). common are nouns that mean it beside its side ("foreign ministry"), and on
// a page that speaks of its side unless beside = true; short are names that mean it
// after a fuller one (Muttaqi). offices is a list of
// { office, from, to }: actors of kind office, ISO dates of any precision. It and
// role tell those who look an entry up who somebody is, as domains of an outlet
// tell where it is read; nothing is found by them.
//
//	place    = [{ id, name, kind, country, within, at, aliases }]
//	outlet   = [{ id, name, kind, owner, country, aliases, domains, reliability }]
//
// at is [latitude, longitude] in degrees. kind is one of PlaceKinds or OutletKinds.
// reliability is a letter of the Admiralty code, F where not given.
//
//	[[event]]   kind, pos, strong, words
//	[[toll]]    outcome, pos, words
//	[[people]]  kind, words
//	[[speech]]  act, pos, that, words
//	[[hedge]]   kind, form, pos, words
//
// Words are dictionary forms; a verb or noun is found in all its forms, of which
// those that no rule makes stand in [irregular.verbs] and [irregular.nouns].
//
//	[desk]  name, reckon_from, clocks
//
// The crisis by its short name, and the local times to watch: clocks is a list of
// { name, zone }, zones by their names in the tz database. A day that a document
// says without a year, and tells no later year, lies in the twelve months from
// reckon_from, an ISO 8601 day; where there is none such a day stays unknown.
//
//	[[question]]  id, topic, text, parent, standing, dormant, parties, accused, about, supports, opposes
//
// A question that is standing is on the board from the first day, another once
// evidence bears on it. dormant is the number of days without a new origin after
// which it sleeps; parties are the sides that the answer concerns, accused those of
// them whom a yes would hurt. supports and opposes are words that lean towards yes
// and towards no. about lists patterns such as "border|crossing + reopen|resume":
// every part joined by " + " has to occur in the sentence, in any order; words
// parted by "|" serve alike, in all their forms.
//
// # Matching
//
// Tokens and entries are folded alike: compatibility forms, diacritics, zero-width
// characters, apostrophes and a possessive 's are taken away, hyphens divide words.
// Case is kept in one respect: text matches if it has at least the capitals of the
// entry, so "US" is not found in "us", nor "Turkey" in "turkey", while an entry in
// small letters is found in any case. Any other mark between words ends a match.
//
// Match gives leftmost, longest matches and with each all the entries of that name:
// Kabul is a city, a province and a metonym of Afghanistan. Which of them a
// sentence means is for the reader to decide.
package lexicon
