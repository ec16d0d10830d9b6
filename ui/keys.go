package ui

// action is what a key asks for.
type action uint8

const (
	none action = iota
	quit
	back
	help
	open
	up
	down
	first
	last
	pageUp
	pageDown
	halfUp
	halfDown
	nextPane
	previousPane
	search
	unread
	listProblems
	nextMark
	previousMark
	star
	note
	undo
	suspend
	zoom
	showBoard
	showTimeline
	showActors
	showQuestions
	showClaims
	showSources
	toCommand
	toClipboard
)

// binding joins keys to an action, with the words of the hints and of the help.
type binding struct {
	action action
	keys   []string // as Bubble Tea names them
	shown  string   // the keys in the help
	hint   string   // "" keeps it out of the hints
	help   string   // "" where the binding before tells it
}

// escTwice is what a terminal makes of two esc that arrive together.
const escTwice = "alt+esc"

var motions = []binding{
	{down, []string{"j", "down"}, "j k, arrows", "j/k move", "down, up"},
	{up, []string{"k", "up"}, "", "", ""},
	{first, []string{"g", "home"}, "g G, home end", "", "first, last"},
	{last, []string{"G", "end"}, "", "", ""},
	{pageDown, []string{"pgdown", "space"}, "PgDn PgUp, space", "", "a page down, up"},
	{pageUp, []string{"pgup"}, "", "", ""},
	{halfDown, []string{"ctrl+d"}, "ctrl+d ctrl+u", "", "half a page down, up"},
	{halfUp, []string{"ctrl+u"}, "", "", ""},
}

var everywhere = []binding{
	{listProblems, []string{"!", "7"}, "!, 7", "", "files that are not on the board, and why"},
	{help, []string{"?"}, "?", "? help", "the keys of where you are"},
	{suspend, []string{"ctrl+z"}, "ctrl+z", "", "suspend; fg comes back"},
	{quit, []string{"q", "ctrl+c"}, "q, ctrl+c", "q quit", "quit"},
}

// views are the pictures of the board.
var views = []binding{
	{showBoard, []string{"1"}, "1", "1-7 views", "incidents, statements and questions"},
	{showTimeline, []string{"2"}, "2", "", "timeline: what is told of each day, and the holes"},
	{showActors, []string{"3"}, "3", "", "actors: who did and said what"},
	{showQuestions, []string{"4"}, "4", "", "questions alone"},
	{showClaims, []string{"5"}, "5", "", "claims: whose dead, who says how many, who is silent"},
	{showSources, []string{"6"}, "6", "", "sources: outlets, echoes, ratings"},
}

// deeds are what an officer does about an item.
var deeds = []binding{
	{star, []string{"s"}, "s", "s star", "star the item, or take the star away"},
	{note, []string{"a"}, "a", "a note", "write a note about the item, for the whole desk"},
	{undo, []string{"U"}, "U", "", "take back what you last wrote about the item"},
	{toCommand, []string{":"}, ":", ": command", "rate, judge, date, merge …: tab completes"},
	{toClipboard, []string{"y"}, "y", "y cite", "send the words with their source to the clipboard"},
}

// keymaps are the keys of each place.
var keymaps = [...]keymap{
	atPanes: newKeymap([]binding{
		{nextPane, []string{"tab", "right", "l"}, "tab shift+tab", "tab pane", "next, previous pane; also right, left"},
		{previousPane, []string{"shift+tab", "left", "h"}, "", "", ""},
		{open, []string{"enter"}, "enter", "enter open", "every report of the item"},
		{search, []string{"/"}, "/", "/ filter", "filter all panes as you type"},
		{back, []string{"esc", escTwice}, "esc", "", "clear the filter"},
		{unread, []string{"u"}, "u", "u unread", "next item you have not seen"},
		{zoom, []string{"z"}, "z", "", "the pane alone, and back"},
	}, views, deeds),
	atDetail: newKeymap([]binding{
		{open, []string{"enter"}, "enter", "enter document", "the document at these words"},
		{back, []string{"esc", "backspace", escTwice}, "esc", "esc back", "back to the panes"},
	}, deeds),
	atReader: newKeymap([]binding{
		{nextMark, []string{"n"}, "n N", "n/N next, previous words", "next, previous highlighted words"},
		{previousMark, []string{"N"}, "", "", ""},
		{toCommand, []string{":"}, ":", "", ":date says when the document was published"},
		{toClipboard, []string{"y"}, "y", "y cite", "send the words with their source to the clipboard"},
		{back, []string{"esc", "backspace", escTwice}, "esc", "esc back", "back to the reports"},
	}),
	atProblems: newKeymap([]binding{
		{back, []string{"esc", "backspace", escTwice}, "esc", "esc back", "back"},
	}),
	atHelp: newKeymap([]binding{
		{back, []string{"esc", "backspace", escTwice}, "esc", "esc back", "back"},
	}),
}

// keymap is the keys of one place, motions and those of everywhere among them.
type keymap struct {
	bindings []binding
	byKey    map[string]action
}

func newKeymap(own ...[]binding) keymap {
	m := keymap{byKey: map[string]action{}}
	m.bindings = append(m.bindings, motions...)
	for _, bindings := range own {
		m.bindings = append(m.bindings, bindings...)
	}
	m.bindings = append(m.bindings, everywhere...)
	for _, b := range m.bindings {
		for _, k := range b.keys {
			m.byKey[k] = b.action
		}
	}
	return m
}
