package config

// Config is all that can be set. Each field bears its key and what it does;
// tables stand last, as TOML wants them.
type Config struct {
	Dir     string   `toml:"dir" doc:"the folder of documents"`
	Desk    string   `toml:"desk" doc:"the desk folder, which keeps what officers write and what was read; 'off' for none; where empty, one for each watched folder in the state folder of your account"`
	Shared  bool     `toml:"shared" doc:"open a new desk folder to its group"`
	Lexicon string   `toml:"lexicon" doc:"the crisis: the name of a built-in lexicon, or a folder of TOML files to lay over the general one"`
	Poll    Duration `toml:"poll" doc:"how often the folder is looked at where the kernel tells of no changes"`
	Theme   Theme    `toml:"theme" doc:"colours: auto, dark, light, ansi (the terminal's own sixteen), mono, colour-blind"`
	ASCII   bool     `toml:"ascii" doc:"draw borders and signs in ASCII"`
	Mouse   bool     `toml:"mouse" doc:"use the mouse; the terminal's own selection then needs shift"`
	Time    TimeForm `toml:"time" doc:"how times are written: dtg (270812Z FEB 26), local or relative"`

	QuietHours QuietHours          `toml:"quiet_hours" doc:"when no alert rings: local times of the first clock, also over midnight"`
	Serve      Serve               `toml:"serve" doc:"the screen for many officers over SSH"`
	Keys       map[string][]string `toml:"keys" doc:"keys of actions in place of the usual ones, as in next = [\"n\", \"ctrl+n\"]"`
	Clocks     []Clock             `toml:"clocks" doc:"the local times of the status line; where there are none, those of the lexicon"`
	Alerts     []Alert             `toml:"alerts" doc:"what to be alerted of, and how"`

	File string // what was read, whether it exists or not

	from map[string]string // by key: the file and line, the variable or the flag; the default where absent
}

// QuietHours are a stretch of each day; From and To alike are none.
type QuietHours struct {
	From TimeOfDay `toml:"from" doc:"when they begin, as 22:00"`
	To   TimeOfDay `toml:"to" doc:"when they end, as 06:30"`
}

// Serve is how the screen is served over SSH.
type Serve struct {
	Listen         string   `toml:"listen" doc:"the address to listen at"`
	AuthorizedKeys string   `toml:"authorized_keys" doc:"the file of the keys that may connect, as OpenSSH has it; the comment of a key is the name shown"`
	HostKey        string   `toml:"host_key" doc:"the file of the server's own private key, readable by its owner alone"`
	Log            string   `toml:"log" doc:"the file of the log; standard error where empty"`
	Presence       bool     `toml:"presence" doc:"show who is connected"`
	Sessions       Count    `toml:"sessions" doc:"how many sessions there may be at once"`
	SessionsPerKey Count    `toml:"sessions_per_key" doc:"how many of them one key may have"`
	Handshake      Duration `toml:"handshake" doc:"how long a connection may take to prove its key"`
	Idle           Duration `toml:"idle" doc:"how long a session may be without a key pressed"`
	Longest        Duration `toml:"longest" doc:"how long a session may last"`
	Stalled        Duration `toml:"stalled" doc:"how long a terminal may take to accept the next 4 KiB"`
	Waiting        Count    `toml:"waiting" doc:"how many connections without a session there may be at once; the oldest makes room"`
	WaitingPerAddr Count    `toml:"waiting_per_address" doc:"how many of them may come from one address"`
	Readers        []string `toml:"readers" doc:"fingerprints (SHA256:…) of keys that may only read"`

	Names map[string]string `toml:"names" doc:"names to show in place of the comments of keys, by fingerprint"`
}

// Clock is a local time. Zone is a name of the tz database.
type Clock struct {
	Name string `toml:"name" doc:"what the status line calls it"`
	Zone Zone   `toml:"zone" doc:"its name in the tz database, as Europe/London"`
}

// Alert is a filter, and what happens when something new meets it.
type Alert struct {
	Name  string `toml:"name" doc:"what the screen calls it"`
	Where Filter `toml:"where" doc:"a filter, as it is typed on the screen"`
	How   How    `toml:"how" doc:"mark (shown only), bell, or notify (by the terminal)"`
	To    string `toml:"to" doc:"a file to append JSON lines to, or a unix socket (a name that ends in .sock) to write them to; none where empty"`
}

// Default is the configuration of whoever sets nothing.
func Default() *Config {
	return &Config{
		Dir: "seeds", Lexicon: "af-pk", Poll: 5 * second, Theme: "auto", Time: "dtg",
		Serve: Serve{
			Listen: "127.0.0.1:2222", Presence: true, Sessions: 64, SessionsPerKey: 4,
			Handshake: 10 * second, Idle: 30 * minute, Longest: 12 * hour,
			Stalled: 30 * second, Waiting: 64, WaitingPerAddr: 16,
		},
		from: map[string]string{},
	}
}

// From says where the value of a key comes from: "config.toml:12",
// "CRISISDESK_DIR", "--dir", "default".
func (c *Config) From(key string) string {
	if from, ok := c.from[key]; ok {
		return from
	}
	return "default"
}
