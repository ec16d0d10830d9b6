package document

// role is the part a block plays on a page.
type role uint8

const (
	running    role = iota // text of the article
	title                  // its headline
	standfirst             // the sentence or two under the headline
	heading                // over a part of the article
	caption                // of a picture
	stamp                  // by-line, date and place beside the headline
	label                  // the section or the form: "EDITORIAL", "World"
	masthead               // the name of the outlet
	furniture              // all else: navigation, teasers, forms, notes of the publisher
)
