module crisisdesk

go 1.26.0

require (
	charm.land/bubbletea/v2 v2.0.9 // github.com/charmbracelet/bubbletea
	charm.land/lipgloss/v2 v2.0.6 // github.com/charmbracelet/lipgloss
	github.com/fsnotify/fsnotify v1.10.1 // github.com/fsnotify/fsnotify
)

require (
	github.com/BurntSushi/toml v1.6.0 // github.com/BurntSushi/toml
	github.com/adrg/xdg v0.5.3 // github.com/adrg/xdg
	github.com/charmbracelet/colorprofile v0.4.3 // github.com/charmbracelet/colorprofile
	github.com/charmbracelet/x/ansi v0.11.9 // github.com/charmbracelet/x
	github.com/charmbracelet/x/term v0.2.2 // github.com/charmbracelet/x
	github.com/charmbracelet/x/vt v0.0.0-20260823001701-96af6d2cb5f6 // github.com/charmbracelet/x
	github.com/creack/pty v1.1.24 // github.com/creack/pty
	github.com/google/go-cmp v0.7.0 // github.com/google/go-cmp
	github.com/google/uuid v1.6.0 // github.com/google/uuid
	github.com/rogpeppe/go-internal v1.16.0 // github.com/rogpeppe/go-internal
	github.com/spf13/cobra v1.10.2 // github.com/spf13/cobra
	github.com/spf13/pflag v1.0.9 // github.com/spf13/pflag
	go.uber.org/goleak v1.3.0 // github.com/uber-go/goleak
	golang.org/x/net v0.62.0 // github.com/golang/net
	golang.org/x/sys v0.49.0 // github.com/golang/sys
	golang.org/x/text v0.43.0 // github.com/golang/text
	gonum.org/v1/gonum v0.16.0 // github.com/gonum/gonum
	modernc.org/sqlite v1.60.1 // gitlab.com/cznic/sqlite
	pgregory.net/rapid v1.3.0 // github.com/flyingmutant/rapid
)

require (
	charm.land/wish/v2 v2.0.1 // github.com/charmbracelet/wish
	codeberg.org/readeck/go-readability/v2 v2.1.2 // codeberg.org/readeck/go-readability
	github.com/charmbracelet/ssh v0.0.0-20250826160808-ebfa259c7309 // github.com/charmbracelet/ssh
	github.com/charmbracelet/ultraviolet v0.0.0-20260811164956-006e29f97886 // github.com/charmbracelet/ultraviolet
	github.com/jhillyerd/enmime/v2 v2.3.0 // github.com/jhillyerd/enmime
	github.com/mmcdole/gofeed v1.4.2 // github.com/mmcdole/gofeed
	golang.org/x/crypto v0.58.0 // github.com/golang/crypto
)

require (
	charm.land/log/v2 v2.0.0 // indirect
	github.com/andybalholm/cascadia v1.3.3 // indirect
	github.com/anmitsu/go-shlex v0.0.0-20200514113438-38f4b401e2be // indirect
	github.com/cention-sany/utf7 v0.0.0-20170124080048-26cad61bd60a // indirect
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/charmbracelet/keygen v0.5.4 // indirect
	github.com/charmbracelet/x/conpty v0.1.1 // indirect
	github.com/charmbracelet/x/errors v0.0.0-20251110184232-6ab307057ac7 // indirect
	github.com/charmbracelet/x/exp/ordered v0.1.0 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/cpuguy83/go-md2man/v2 v2.0.7 // indirect
	github.com/dustin/go-humanize v1.0.1 // indirect
	github.com/fatih/color v1.18.0 // indirect
	github.com/go-logfmt/logfmt v0.6.1 // indirect
	github.com/go-shiori/dom v0.0.0-20230515143342-73569d674e1c // indirect
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f // indirect
	github.com/inbucket/html2text v1.0.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/itlightning/dateparse v0.2.1 // indirect
	github.com/kr/text v0.2.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-colorable v0.1.14 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/mattn/go-runewidth v0.0.30 // indirect
	github.com/mmcdole/goxpp/v2 v2.0.0 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/ncruces/go-strftime v1.0.0 // indirect
	github.com/olekukonko/cat v0.0.0-20250911104152-50322a0618f6 // indirect
	github.com/olekukonko/errors v1.2.0 // indirect
	github.com/olekukonko/ll v0.1.6 // indirect
	github.com/olekukonko/tablewriter v1.1.3 // indirect
	github.com/pkg/errors v0.9.1 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/russross/blackfriday/v2 v2.1.0 // indirect
	github.com/ssor/bom v0.0.0-20170718123548-6386211fdfcf // indirect
	github.com/xo/terminfo v0.0.0-20220910002029-abceb7e1c41e // indirect
	go.yaml.in/yaml/v3 v3.0.4 // indirect
	golang.org/x/exp v0.0.0-20251023183803-a4bb9ffd2546 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.41.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
	modernc.org/libc v1.77.1 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)

tool honnef.co/go/tools/cmd/staticcheck
