package extract

import (
	"slices"
	"strings"
)

// cueClasses are words of general English that bear on how settled a sentence
// leaves things. A word stands in its base form and is met in its regular
// forms.
var cueClasses = map[string]string{
	"neg": `no not n't nobody none neither nor never nothing without cannot hardly scarcely barely nowhere unable
		impossible fail decline refuse nil stop short yet`,
	"settle": `confirm verify authenticate establish corroborate substantiate determine ascertain check prove identify
		trace resolve reconcile settle decide substantiated confirmation verification proof evidence vouch assess locate`,
	"independent": `independent independently outsider outside neutral`,
	"know":        `know known knew clear certain sure learn learnt certainty judge predict guess told tell understood`,
	"give": `give given gave offer provide release disclose reveal publish specify elaborate explain address detail
		produce produced spell spelt public available name set fix`,
	"react": `comment respond reply react answer response reaction statement remark speak spoken spoke word confirmation
		denial`,
	"admit": `admit acknowledge accept concede own confess recognise recognize endorse embrace`,
	"gap": `reason explanation details date figure figures breakdown timetable deadline name names number toll tally motive
		cause responsibility purpose culprit perpetrator whereabouts identity`,
	"unsure": `unclear unknown unconfirmed unverified uncertain uncertainty unproven unresolved unanswered unexplained undecided
		unsettled mystery doubt doubtful murky muddled pending puzzle unsaid silent silence mum vague ambiguous unspecified
		unnamed unaddressed inconclusive preliminary provisional initial early`,
	"hedge": `apparently reportedly allegedly purported purportedly alleged supposed supposedly presumed possibly purport
		seem appear suspect suspected suspicion believed thought understood`,
	"inquire": `investigate investigation inquiry probe investigator examine study review monitor inquest`,
	"rumour": `rumour rumor speculation speculate whisper gossip circulate viral theory theorist leak hearsay
		murmur clamour clamor talk story chatter buzz insinuation rounds circles gossip grapevine`,
	"media": `clip video footage screenshot image photo photograph audio recording tape post posts users caption handle handles
		accounts website channel social online`,
	"source": `source sources officials official diplomat diplomats insider insiders anonymity anonymous anonymously visitor
		visitors`,
	"report": `report account version claim telling narrative`,
	"deny": `deny denied denies denying denial reject dismiss refute rebut disown disavow contradict disclaim scoff contest
		dispute counter rubbish debunk brush swear pooh distance`,
	"false": `false baseless unfounded lie lies fake fabricate nonsense untrue propaganda invent invention myth concoct
		manufactured misleading bogus hoax falsely disinformation misinformation fiction wrong mistaken fabrication doctored`,
	"insist": `insist maintain reiterate stress swear protest contend flatly categorically never always`,
	"differ": `differ conflicting contradictory rival compete competing disagree disagreement versions otherwise different
		differently contrast opposite higher lower discrepancy vary diverge inconsistent reconcile both muddled spread gap
		mismatch depends counting`,
	"contrast": `but however yet while whereas although though instead despite nevertheless still only`,
	"other":    `other others another elsewhere second third some several many few`,
	"will":     `will would could may might can shall 'll ca wo`,
	"likely": `expect expected likely unlikely probably perhaps possible risk chance odds bet prospect maybe presumably
		hope doubt`,
	"if": `if unless until depend hang provided supposing suppose suppos should whether once`,
	"wh": `who what when where why how which whose whom`,
	"argue": `argue argument therefore thus suggest mean logic believe think reckon assume conclude point sign
		case opinion view idea sense notion reading judgment`,
	"cause": `because since reason so therefore explains`,
	"bad": `mistake folly illusion delusion naive absurd foolish evasion failure weak poor wreck ruin disaster catastrophe
		expensive costly cost hate hated resent resentment`,
	"good": `plausible convincing sound credible sensible true truth right worth`,
	"next": `next future soon predict forecast ahead outlook tomorrow brink eventually prospect winter spring summer coming
		remain sooner later begin beginning again longer`,
	"fear":   `fear warn worry dread threat threaten danger escalate collapse caution`,
	"accuse": `accuse blame charge allege accusation allegation fault pin`,
	"say":    `say said tell told add state claim declare announce assert note according`,
	"me":     `i we our my us me ours mine`,
	"you":    `you your`,
	"they":   `they them their he she him her it its`,
	"this":   `this that these those such`,
	"change": `change topple overthrow oust remove replace replacement install coup regime removal successor unseat
		dislodge`,
	"exile":    `exile opposition resistance dissident opponent rebel faction warlord`,
	"rule":     `government regime ruler rule power throne palace emirate leadership ruling junta`,
	"quantity": `dozen hundred thousand number figure toll count dead killed casualty wounded victim death`,
	"want":     `want seek aim intend intention plan purpose ambition design interest hand`,
	"back":     `support back help arm fund finance shelter harbour harbor host sponsor proxy puppet string strings`,
}

// cueWords gives the classes of each form of each cue word, in order.
var cueWords = func() map[string][]string {
	out := map[string][]string{}
	for class, words := range cueClasses {
		for w := range strings.FieldsSeq(words) {
			for _, form := range cueForms(w) {
				if !slices.Contains(out[form], class) {
					out[form] = append(out[form], class)
				}
			}
		}
	}
	for _, classes := range out {
		slices.Sort(classes)
	}
	return out
}()

// cueForms is a word with its regular endings; a short word has none.
func cueForms(w string) []string {
	if len(w) < 4 {
		return []string{w}
	}
	stem := strings.TrimSuffix(w, "e")
	forms := []string{w, w + "s", stem + "ed", stem + "ing"}
	if y, ok := strings.CutSuffix(w, "y"); ok {
		forms = append(forms, y+"ies", y+"ied")
	}
	return forms
}

// functionWords say nothing of what a sentence is about.
var functionWords = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`that this with from have been were they their will would which about there what when
		where could after before other than into over more some said says also only such under while because between
		through against those these them then most very even does both each many much whether your ours`) {
		out[w] = true
	}
	return out
}()
