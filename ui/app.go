package ui

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// location is where on the screen the officer is.
type location uint8

const (
	atPanes location = iota
	atDetail
	atReader
	atProblems
	atHelp
	atFinder
	atFilters
)

// app is the root: it hands messages to the parts of the screen.
type app struct {
	Options
	ctx           context.Context
	theme         *theme
	width, height int

	snapshot *model.Snapshot
	newest   *model.Snapshot // the last that came; not shown in a pause
	paused   bool
	heldBack arrivals // in a pause
	heldGone departures
	alerts   []watched
	rang     time.Time // for an alert
	ready    bool      // the folder has been read once: what comes from now on is new

	panes  [paneCount]*pane
	likes  Preferences
	focus  int
	alone  bool // of the board, the pane that has the keys shows alone
	zoomed bool // the pane that has the keys has the whole screen
	border border
	prompt prompt
	query  model.Query

	sieved  sieve // by which the lists of the board were found
	sifting bool

	writing writing
	command prompt
	held    []model.Item // reports of the incident that another is to be merged with

	at    location
	trail []location // where esc goes

	side     detail // follows the cursor beside the panes
	followed item   // that it shows
	moves    int    // of the cursor
	detail   detail // of the item that enter opened
	opened   item
	reader   reader
	request  int // of the document that is waited for
	help     detail
	problems list
	files    *problems
	finder   finder
	filters  list
	saved    *saved
	targets  targets

	keeper  keeper
	keeping int // turns that keeper was last asked for

	present     roll
	notice      string
	left, right column
}

// item names what a detail shows.
type item struct {
	pane int
	id   string
}

const (
	beingRead    = "The folder is being read."
	nothingYet   = "Nothing yet: documents put into the folder appear here."
	counting     = "Counting."
	nothingFound = "Nothing here passes the filter; esc clears it."
)

func newApp(ctx context.Context, o Options) *app {
	t := newTheme(o.Config.ASCII, o.Config.Theme)
	*t.times = o.times()
	empty := &model.Snapshot{Work: model.Fold(nil)}
	a := &app{
		Options: o, ctx: ctx, theme: t, snapshot: empty, newest: empty,
		alerts: watch(o.Config.Alerts), files: &problems{}, sieved: sieve{snapshot: empty},
	}
	a.panes = [paneCount]*pane{
		newPane("Incidents", &incidents{listing[model.Incident]{stock: &incidentStock, snapshot: empty}}, t),
		newPane("Statements", &statements{listing[model.Said]{stock: &statementStock, snapshot: empty}}, t),
		newPane("Open questions", &questions{listing[model.Question]{stock: &questionStock, snapshot: empty}}, t),
		newPane("Timeline", newTimeline(empty), t),
		newPane("Actors", newActors(empty), t),
		newPane("Claims", newClaims(empty), t),
		newPane("Sources", newSources(empty), t),
		newPane("Places", newSites(empty), t),
	}
	if o.Desk != nil {
		a.likes = o.Desk.Preferences
	}
	for _, p := range a.panes {
		p.pinned, p.empty = true, beingRead
	}
	for _, p := range a.panes[:boardPanes] {
		p.recent.first = a.likes.ByArrival
	}
	for _, p := range a.panes[boardPanes:] {
		p.empty = counting
	}
	a.saved = &saved{}
	a.filters = newList(a.saved, t)
	a.filters.empty = "No filter has a name yet: type one after /, then :save and a name."
	a.finder.hits = &hits{}
	a.finder.list = newList(a.finder.hits, t)
	a.problems = newList(a.files, t)
	a.problems.pinned = true
	a.problems.empty = "Every file of the folder is on the board."
	a.side.theme, a.detail.theme, a.help.theme, a.reader.theme = t, t, t, t
	return a
}

// Init asks for the first Snapshot, the next minute, who is here, the
// terminal's background and to keep what is read.
func (a *app) Init() tea.Cmd {
	return tea.Batch(a.await(), a.minute(), a.keep(), a.awaitPresence(), a.askBackground())
}

// Update takes a message in and asks for the view that shows after it.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.update(msg)
	return a, tea.Batch(cmd, a.derive())
}

// update routes a message to the part of the screen that it is for.
func (a *app) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		a.arrange()
	case snapshotMsg:
		return tea.Batch(a.receive(msg), a.await())
	case siftedMsg:
		a.sifted(msg)
	case builtMsg:
		a.built(msg)
	case restedMsg:
		a.rested(msg)
	case pageMsg:
		a.showPage(msg)
	case enteredMsg:
		a.entered(msg)
	case targetsMsg:
		a.targets = targets(msg)
	case foundMsg:
		a.found(msg)
	case saidMsg:
		a.notice = string(msg)
	case minuteMsg:
		if a.theme.form == "relative" {
			a.redraw()
		}
		return a.minute()
	case keepMsg:
		return a.keep()
	case presenceMsg:
		a.present = msg.roll
		return a.awaitPresence()
	case tea.BackgroundColorMsg:
		a.background(msg)
	case tea.PasteMsg:
		if a.prompt.active {
			a.prompt.add(msg.Content)
			a.refilter()
		}
		if a.writing.active {
			a.writing.line.add(msg.Content)
		}
		if a.command.active {
			a.command.add(msg.Content)
		}
		if a.at == atFinder {
			a.finder.prompt.add(msg.Content)
			return a.searchTexts()
		}
	case tea.MouseMsg:
		return a.mouse(msg)
	case tea.KeyPressMsg:
		return a.key(msg)
	}
	return nil
}

func (a *app) focusOn(pane int) {
	a.panes[a.focus].leave()
	a.focus = pane
	a.panes[a.focus].rest()
	a.arrange()
}

// enter goes to another place; esc comes back from it. Places one has come
// through are left only once.
func (a *app) enter(l location) {
	a.trail = append(a.trail, a.at)
	if i := slices.Index(a.trail, l); i >= 0 {
		a.trail = a.trail[:i]
	}
	a.goTo(l)
}

// goTo is elsewhere: what was asked for where one was is no longer waited for.
func (a *app) goTo(l location) {
	a.at = l
	a.request++
}

// back goes to where one came from; on the main screen it clears the filter.
func (a *app) back() {
	if len(a.trail) == 0 {
		a.prompt = prompt{}
		a.refilter()
		return
	}
	a.goTo(a.trail[len(a.trail)-1])
	a.trail = a.trail[:len(a.trail)-1]
}

// nextUnread goes to the next item that nobody has been on, in this pane, else
// in the next that has one.
func (a *app) nextUnread() {
	from := a.focus
	if from >= boardPanes {
		from = 0
	}
	for n := range boardPanes {
		at := (from + n) % boardPanes
		if i := a.panes[at].nextUnread(); i >= 0 {
			a.panes[at].move(i)
			a.focusOn(at)
			return
		}
	}
	a.notice = "nothing unread"
	if a.unread() > 0 {
		a.notice = "the filter hides what is unread"
	}
}

// markRead marks what the pane lists as read.
func (a *app) markRead() {
	a.notice = "nothing unread here"
	if n := a.panes[a.focus].readAll(); n > 0 {
		a.notice = fmt.Sprintf("%d marked as read", n)
	}
}

// unread is how many items came and have not been under the cursor.
func (a *app) unread() int {
	n := 0
	for _, p := range a.panes {
		n += len(p.unread)
	}
	return n
}
