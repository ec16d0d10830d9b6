package serve

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"github.com/charmbracelet/ssh"
)

// sendBuffer bounds the bytes that wait in the kernel for a client that is
// slow: what waits there is old by the time it is shown.
const sendBuffer = 16 << 10

// door knows the connections. Those that show no screen are few: where there
// are too many, the one that has waited longest goes.
type door struct {
	refusals *refusals

	mu     sync.Mutex
	limits limits
	visits map[*visit]bool
	empty  chan struct{} // closed when the last visit ends after close
	closed bool
}

func newDoor(r *refusals, limits limits) *door {
	return &door{refusals: r, limits: limits, visits: map[*visit]bool{}, empty: make(chan struct{})}
}

// visit is a connection. Its fields belong to its door.
type visit struct {
	net.Conn
	door     *door
	address  netip.Prefix
	waiting  time.Time // since when it shows no screen
	timer    *time.Timer
	channels int
	screens  int
	offered  bool // a key of the file
}

type visitKey struct{}

// visitOf is the connection that a context belongs to.
func visitOf(ctx ssh.Context) *visit { return ctx.Value(visitKey{}).(*visit) }

// admit takes a connection in; nil where the door is closed.
func (d *door) admit(ctx ssh.Context, c net.Conn) net.Conn {
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(sendBuffer) // a kernel that does not do it only makes slow clients see old screens
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil
	}
	v := &visit{Conn: c, door: d, address: addressOf(c.RemoteAddr()), waiting: time.Now()}
	d.makeRoom(v.address)
	v.timer = time.AfterFunc(d.limits.handshake, func() { d.tooLong(v) })
	d.visits[v] = true
	ctx.SetValue(visitKey{}, v)
	return v
}

// makeRoom drops the visits that have waited longest, of an address and of all,
// so that one more is within the limits.
func (d *door) makeRoom(address netip.Prefix) {
	drop := func(most int, of func(*visit) bool) {
		var oldest *visit
		n := 0
		for v := range d.visits {
			if v.screens > 0 || !of(v) {
				continue
			}
			n++
			if oldest == nil || v.waiting.Before(oldest.waiting) {
				oldest = v
			}
		}
		if n >= most && oldest != nil {
			d.refusals.tell("dropped for a newer connection", "address", oldest.RemoteAddr().String())
			d.forget(oldest)
			oldest.Conn.Close()
		}
	}
	drop(d.limits.waitingPerAddress, func(v *visit) bool { return v.address == address })
	drop(d.limits.waiting, func(*visit) bool { return true })
}

func (d *door) tooLong(v *visit) {
	d.mu.Lock()
	late := d.visits[v] && v.screens == 0
	d.mu.Unlock()
	if late {
		d.refusals.tell("took too long to ask for a screen", "address", v.RemoteAddr().String())
		v.Close()
	}
}

// offeredKey gives a visit the time to unlock its key, once.
func (v *visit) offeredKey() {
	v.door.mu.Lock()
	defer v.door.mu.Unlock()
	if !v.offered && v.door.visits[v] {
		v.offered = true
		v.timer.Reset(max(passphrase, v.door.limits.handshake))
	}
}

// openChannel reports whether a visit may have another channel: no more than a
// key may have screens.
func (v *visit) openChannel() bool {
	v.door.mu.Lock()
	defer v.door.mu.Unlock()
	if v.channels >= v.door.limits.sessionsPerKey {
		return false
	}
	v.channels++
	return true
}

func (v *visit) closeChannel() {
	v.door.mu.Lock()
	defer v.door.mu.Unlock()
	v.channels--
}

// opened says that the visit shows a screen.
func (v *visit) opened() {
	v.door.mu.Lock()
	defer v.door.mu.Unlock()
	v.screens++
	v.timer.Stop()
}

// shut says that a screen has ended; after the last one the client should go.
func (v *visit) shut() {
	v.door.mu.Lock()
	defer v.door.mu.Unlock()
	if v.screens--; v.screens == 0 && v.door.visits[v] {
		v.waiting = time.Now()
		v.timer.Reset(v.door.limits.handshake)
	}
}

// Close ends the visit; it may be called more than once.
func (v *visit) Close() error {
	v.door.mu.Lock()
	v.door.forget(v)
	v.door.mu.Unlock()
	return v.Conn.Close()
}

func (d *door) forget(v *visit) {
	v.timer.Stop()
	if !d.visits[v] {
		return
	}
	delete(d.visits, v)
	if d.closed && len(d.visits) == 0 {
		close(d.empty)
	}
}

func (d *door) setLimits(l limits) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.limits = l
}

// close lets nobody in any more and sends away who shows no screen; the others
// have some time to leave.
func (d *door) close(within time.Duration) {
	d.mu.Lock()
	d.closed = true
	if len(d.visits) == 0 {
		close(d.empty)
	}
	for v := range d.visits {
		if v.screens == 0 {
			v.Conn.Close() // who reads from it forgets it
		}
	}
	d.mu.Unlock()
	select {
	case <-d.empty:
		return
	case <-time.After(within):
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for v := range d.visits {
		d.refusals.tell("dropped: the server has stopped", "address", v.RemoteAddr().String())
		v.Conn.Close()
	}
}

// addressOf is where a connection counts as coming from.
func addressOf(a net.Addr) netip.Prefix {
	ap, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.Prefix{}
	}
	ip, bits := ap.Addr().Unmap(), 32
	if ip.Is6() {
		bits = 64
	}
	p, _ := ip.Prefix(bits) // both lengths are those of an address
	return p
}
