package ui

import "slices"

// action is what a key asks for, by the name that it has in a configuration.
type action string

const (
	none          action = ""
	quit          action = "quit"
	back          action = "back"
	help          action = "help"
	open          action = "open"
	up            action = "up"
	down          action = "down"
	first         action = "first"
	last          action = "last"
	pageUp        action = "page-up"
	pageDown      action = "page-down"
	halfUp        action = "half-page-up"
	halfDown      action = "half-page-down"
	nextPane      action = "next-pane"
	previousPane  action = "previous-pane"
	search        action = "filter"
	unread        action = "next-unread"
	listProblems  action = "problems"
	nextMark      action = "next-words"
	previousMark  action = "previous-words"
	spelled       action = "raw"
	older         action = "earlier-version"
	newer         action = "later-version"
	star          action = "star"
	note          action = "note"
	undo          action = "undo"
	suspend       action = "suspend"
	zoom          action = "zoom"
	pause         action = "pause"
	markRead      action = "mark-read"
	showBoard     action = "board"
	showTimeline  action = "timeline"
	showActors    action = "actors"
	showQuestions action = "questions"
	showClaims    action = "claims"
	showSources   action = "sources"
	toCommand     action = "command"
	toClipboard   action = "cite"
	showPlaces    action = "places"
	toFinder      action = "find"
	toFilters     action = "saved-filters"
	toFile        action = "save"
	rowsToFile    action = "save-rows"
	order         action = "order"
	grow          action = "grow"
	shrink        action = "shrink"
	widen         action = "widen"
	narrow        action = "narrow"
)

// binding joins keys, as Bubble Tea names them, to an action.
type binding struct {
	action action
	keys   []string // that a configuration may replace
	always []string // that it may not
	hint   string   // what the bottom row says of them; "" where nothing
	help   string   // "" where the binding before tells of this one too
}

// escTwice is what a terminal makes of two esc that arrive together.
const escTwice = "alt+esc"

var motions = []binding{
	{down, []string{"j"}, []string{"down"}, "move", "down, up"},
	{up, []string{"k"}, []string{"up"}, "", ""},
	{first, []string{"g"}, []string{"home"}, "", "first, last"},
	{last, []string{"G"}, []string{"end"}, "", ""},
	{pageDown, []string{"space"}, []string{"pgdown"}, "", "a page down, up"},
	{pageUp, []string{"b"}, []string{"pgup"}, "", ""},
	{halfDown, []string{"ctrl+d"}, nil, "", "half a page down, up"},
	{halfUp, []string{"ctrl+u"}, nil, "", ""},
}

var everywhere = []binding{
	{toFinder, []string{"F"}, nil, "", "search the texts of all documents as you type"},
	{listProblems, []string{"7", "!"}, nil, "", "files that are not on the board, and why"},
	{help, []string{"?"}, []string{"f1"}, "help", "the keys of where you are"},
	{suspend, []string{"ctrl+z"}, nil, "", "suspend; fg comes back"},
	{quit, []string{"q"}, []string{"ctrl+c"}, "quit", "quit"},
}

// views are the pictures of the board.
var views = []binding{
	{showBoard, []string{"1"}, nil, "views", "incidents, statements and questions"},
	{showTimeline, []string{"2"}, nil, "", "timeline: what is told of each day, and the holes"},
	{showActors, []string{"3"}, nil, "", "actors: who did and said what"},
	{showQuestions, []string{"4"}, nil, "", "questions alone"},
	{showClaims, []string{"5"}, nil, "", "claims: whose dead, who says how many, who is silent"},
	{showSources, []string{"6"}, nil, "", "sources: outlets, echoes, ratings"},
	{showPlaces, []string{"8"}, nil, "", "places: what is told of each, and when"},
}

// deeds are what an officer does about an item.
var deeds = []binding{
	{star, []string{"s"}, nil, "star", "star the item, or take the star away"},
	{note, []string{"a"}, nil, "note", "write a note about the item, for the whole desk"},
	{undo, []string{"U"}, nil, "", "take back what you last wrote about the item"},
	{toCommand, []string{":"}, nil, "command", "rate, judge, date, merge and more: tab completes"},
	{toClipboard, []string{"y"}, nil, "cite", "send the words with their source to the clipboard"},
	{toFile, []string{"e"}, nil, "", "save what is told of the item to a file"},
}

// goesBack leads to where one came from.
func goesBack(help string) binding {
	return binding{back, nil, []string{"esc", "backspace", escTwice}, "back", help}
}

// bindings are the keys of each place as they are where no configuration
// changes them.
var bindings = [...][]binding{
	atPanes: join([]binding{
		{nextPane, []string{"tab", "l"}, []string{"right"}, "pane", "next, previous pane"},
		{previousPane, []string{"shift+tab", "h"}, []string{"left"}, "", ""},
		{open, nil, []string{"enter"}, "open", "every report of the item"},
		{search, []string{"/"}, nil, "filter", "filter all panes as you type"},
		{back, nil, []string{"esc", escTwice}, "", "clear the filter"},
		{toFilters, []string{"f"}, nil, "", "the filters that have a name (:save NAME gives one)"},
		{unread, []string{"u"}, nil, "unread", "next item you have not seen"},
		{markRead, []string{"r"}, nil, "", "mark all that the pane lists as seen"},
		{pause, []string{"p"}, nil, "", "hold back what comes; again, let it in"},
		{order, []string{"o"}, nil, "", "by event time, newest first; or by arrival"},
		{zoom, []string{"z"}, nil, "", "the pane alone, and back"},
		{grow, []string{"+", "="}, nil, "", "the pane higher, lower"},
		{shrink, []string{"-"}, nil, "", ""},
		{widen, []string{">"}, nil, "", "the lists wider, narrower beside the detail"},
		{narrow, []string{"<"}, nil, "", ""},
		{rowsToFile, []string{"E"}, nil, "", "save the rows of the pane to a file"},
	}, views, deeds),
	atDetail: join([]binding{
		{open, nil, []string{"enter"}, "document", "the document at these words"},
		goesBack("back to the panes"),
	}, views, deeds),
	atReader: join([]binding{
		{nextMark, []string{"n"}, nil, "next, previous fact", "next, previous words of a fact: I incident, S statement, Q question"},
		{previousMark, []string{"N"}, nil, "", ""},
		{open, nil, []string{"enter"}, "item", "the item that these words belong to"},
		{spelled, []string{"r"}, nil, "raw", "raw: controls, line ends and tabs spelt out; and back"},
		{older, []string{"p"}, nil, "earlier", "an earlier version of the file, and a later one"},
		{newer, []string{"P"}, nil, "", ""},
		{toCommand, []string{":"}, nil, "", ":date says when the document was published"},
		{toClipboard, []string{"y"}, nil, "cite", "send the words with their source to the clipboard"},
		{toFile, []string{"e"}, nil, "", "save what was found in the document to a file"},
		goesBack("back to the reports"),
	}, views),
	atProblems: join([]binding{goesBack("back")}, views),
	atHelp:     join([]binding{goesBack("back")}),
	atFinder: {
		{open, nil, []string{"enter"}, "document", "the document at the words"},
		{down, nil, []string{"down"}, "", "down, up"},
		{up, nil, []string{"up"}, "", ""},
		{pageDown, nil, []string{"pgdown"}, "", "a page down, up"},
		{pageUp, nil, []string{"pgup"}, "", ""},
		{first, nil, []string{"home"}, "", "first, last"},
		{last, nil, []string{"end"}, "", ""},
		{help, nil, []string{"f1"}, "", "the keys of where you are"},
		{back, nil, []string{"esc", escTwice}, "back", "back"},
		{quit, nil, []string{"ctrl+c"}, "quit", "quit"},
	},
	atFilters: join([]binding{
		{open, nil, []string{"enter"}, "filter", "filter so"},
		goesBack("back"),
	}, views),
}

// join adds to the keys of one place only those that there are everywhere.
func join(own ...[]binding) []binding {
	return slices.Concat(motions, slices.Concat(own...), everywhere)
}
