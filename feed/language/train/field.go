package train

import "strings"

// A fieldForm is a form of a word of the field with one tag that it may have.
type fieldForm struct{ form, upos, xpos, lemma string }

// field returns words of general English that news of conflict and diplomacy uses
// and the treebanks hardly do.
func field() []fieldForm {
	var f []fieldForm
	for noun := range strings.FieldsSeq(fieldNouns) {
		f = append(f, fieldForm{noun, "NOUN", "NN", noun}, fieldForm{plural(noun), "NOUN", "NNS", noun})
	}
	for verb := range strings.FieldsSeq(fieldVerbs) {
		f = append(f, verbForms(verb, strings.TrimSuffix(verb, "e"))...)
	}
	for verb := range strings.FieldsSeq(fieldDoubled) {
		f = append(f, verbForms(verb, verb+verb[len(verb)-1:])...)
	}
	for adjective := range strings.FieldsSeq(fieldAdjectives) {
		f = append(f, fieldForm{adjective, "ADJ", "JJ", adjective})
	}
	return f
}

// fieldTags returns the tags that each form of the field may have.
func fieldTags() map[string][]string {
	tags := map[string][]string{}
	for _, f := range field() {
		tags[f.form] = append(tags[f.form], f.upos+" "+f.xpos)
	}
	return tags
}

// verbForms returns the forms of a verb; -ed and -ing follow its stem.
func verbForms(verb, stem string) []fieldForm {
	past := stem + "ed"
	if n := len(verb); verb[n-1] == 'y' && !vowel(verb[n-2]) {
		past = verb[:n-1] + "ied"
	}
	return []fieldForm{
		{verb, "VERB", "VB", verb}, {verb, "VERB", "VBP", verb}, {plural(verb), "VERB", "VBZ", verb},
		{past, "VERB", "VBD", verb}, {past, "VERB", "VBN", verb}, {past, "ADJ", "JJ", past},
		{stem + "ing", "VERB", "VBG", verb}, {stem + "ing", "NOUN", "NN", stem + "ing"},
	}
}

// plural returns the plural of a noun, which is also the third person of a verb.
func plural(s string) string {
	n := len(s)
	switch {
	case strings.HasSuffix(s, "man"):
		return s[:n-3] + "men"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "sh"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "x"):
		return s + "es"
	case s[n-1] == 'y' && !vowel(s[n-2]):
		return s[:n-1] + "ies"
	}
	return s + "s"
}

const fieldNouns = `warplane airstrike gunman policeman spokesman spokeswoman militant insurgent insurgency militia militiaman
	guerrilla separatist extremist jihadist rebel commander warlord fighter bomber attacker assailant sniper hostage captive
	detainee prisoner refugee migrant evacuee villager tribesman shopkeeper bystander onlooker rescuer medic mourner cleric
	preacher elder governor lawmaker legislator diplomat envoy ambassador mediator negotiator delegation delegate emissary
	official officer soldier trooper paratrooper commando infantryman guard sentry patrol convoy battalion brigade regiment
	platoon garrison outpost checkpoint checkpost barracks bunker trench hideout stronghold enclave sanctuary safehouse
	compound seminary madrasa mosque shrine bazaar market hamlet village district province frontier border crossing highway
	raid ambush siege offensive counteroffensive incursion infiltration skirmish clash battle firefight gunfight shootout
	crossfire gunfire shellfire shelling bombardment barrage salvo volley blast explosion detonation bombing assassination
	massacre abduction kidnapping beheading execution crackdown curfew blockade embargo closure ceasefire truce armistice
	deadlock impasse standoff ultimatum pact accord treaty communique rapprochement dialogue mediation recognition
	extradition repatriation deportation expulsion displacement casualty fatality toll corpse coffin funeral burial grave
	wound injury amputation bullet cartridge grenade rocket mortar howitzer artillery cannon missile warhead projectile
	shrapnel explosive landmine mine detonator vest jet helicopter gunship drone quadcopter aircraft airspace
	airbase airfield tank rifle pistol weapon weaponry ammunition arsenal munition fuselage radar outfit faction splinter
	affiliate hardliner dissident proxy regime junta caliphate emirate sovereignty territory incitement reprisal retaliation
	retribution vengeance allegation accusation denial rebuttal condemnation rhetoric rumour speculation claim
	assertion testimony eyewitness footage briefing statement backlash fallout flashpoint escalation flare-up provocation
	violation breach aggression aggressor adversary ally foe hostility animosity martyr martyrdom sect sectarianism terrorism
	terrorist terror counterterrorism intelligence surveillance reconnaissance`

const fieldVerbs = `ambush raid clash skirmish bombard shell pound strafe besiege encircle infiltrate storm overpower repulse foil thwart avert
	detonate explode raze demolish torch loot ransack massacre behead execute abduct detain apprehend imprison torture
	deport evict displace uproot repatriate evacuate maim wound injure martyr assassinate neutralize neutralise
	eliminate retaliate avenge escalate de-escalate provoke condemn denounce deplore decry rebuke accuse allege assert contend
	insist reiterate refute dismiss deny vow pledge urge exhort warn threaten caution mediate broker negotiate ratify
	violate breach abrogate rescind revoke suspend sever summon recall normalize normalise recognize recognise sanction
	blockade seal barricade intercept smuggle harbour harbor shelter arm fund finance radicalize indoctrinate recruit
	mobilize mobilise deploy redeploy retreat surrender capitulate outflank corroborate substantiate verify
	speculate surmise quell suppress crush dismantle disarm disband annex occupy invade trespass fire patrol monitor`

// fieldDoubled are verbs that double their last letter before -ed and -ing.
const fieldDoubled = `repel expel kidnap gun rebut surveil abet`

const fieldAdjectives = `cross-border airborne besieged embattled war-torn lawless restive volatile porous mountainous tribal
	sectarian paramilitary militant insurgent outlawed proscribed banned clandestine covert unclaimed unverified unconfirmed
	purported suspected alleged unprovoked indiscriminate heavy-handed deadly lethal fatal bloody caretaker interim bilateral
	trilateral diplomatic territorial sovereign retaliatory punitive precautionary indefinite landlocked`
