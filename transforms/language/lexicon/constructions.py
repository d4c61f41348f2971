"""Which constructions tell a meeting, each with an example: verbs, event nouns, calls, visits, summits.

Beside them stand the words that decide who takes part in an event noun's meeting.
"""

from dataclasses import dataclass
from typing import Literal

from schemas.mention import Mode, Role

Nature = Literal["meeting", "talks", "call", "visit", "reception", "summit"]


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to tell a meeting.

    partners: the prepositions under which counterparts stand; takes_object: a counterpart may stand as the object.
    needs_partner: without a partner the verb tells no meeting ("they spoke"), except, where it is joint, of several who
    do it together ("Berg and Costa discussed trade"). errand: it must be what somebody travels for.
    beside: words of which one must hang on it ("sat down", "an exchange of views") or stand before its object ("told
    the visiting premier").
    subject, counterpart: the roles it gives.
    """

    nature: Nature
    lemmas: frozenset[str]
    example: str
    partners: tuple[str, ...] = ("with",)
    takes_object: bool = False
    mode: Mode | None = None
    needs_partner: bool = False
    joint: bool = False
    beside: frozenset[str] = frozenset()
    errand: bool = False
    subject: Role = "attendee"
    counterpart: Role = "attendee"


def _c(nature: Nature, lemmas: str, example: str, **options: object) -> Construction:
    return Construction(nature, frozenset(lemmas.split()), example, **options)  # type: ignore[arg-type]


BESIDE = frozenset("sideline sidelines margin margins fringe fringes edge edges".split())
AFFAIRS = frozenset("ties relations relationship cooperation developments situation prospects".split())
MEALS = frozenset("luncheon lunch dinner breakfast banquet iftar supper reception".split())
_VIEWS = frozenset("view views opinions ideas".split())
SIGNING = frozenset("sign initial ink adopt conclude seal endorse".split())  # a document, together
DOCUMENTS = frozenset(
    "accord agreement communique communiqué contract convention deal declaration document memorandum mou pact "
    "paper protocol roadmap statement text treaty".split()
)
_CREDENTIALS = frozenset("credentials credence".split())
VERBS = (
    _c("meeting", "meet", "Berg met (with) Costa in Oslo.", takes_object=True, mode="in_person"),
    _c("meeting", "confer huddle parley", "Berg conferred with Costa.", needs_partner=True, joint=True),
    _c("meeting", "consult dine lunch", "Berg consulted with Costa.", needs_partner=True),
    _c("talks", "negotiate", "The ministry is negotiating with the rebels."),
    _c("talks", "speak talk chat", "Berg spoke with Costa by telephone.", partners=("with", "to"), needs_partner=True),
    _c("call", "speak talk", "Berg and Costa spoke by telephone.", needs_partner=True, joint=True,
       beside=frozenset(("phone", "telephone"))),
    _c("call", "agree decide settle resolve seal", "Berg and Costa settled it by telephone.", needs_partner=True,
       joint=True, beside=frozenset(("phone", "telephone"))),
    _c("call", "tell inform assure congratulate thank urge warn brief", "Berg congratulated Costa by telephone.",
       takes_object=True, partners=(), needs_partner=True, beside=frozenset(("phone", "telephone"))),
    _c("talks", "speak talk", "Berg and Costa last spoke in May.", needs_partner=True, joint=True,
       beside=frozenset(("last", "again"))),
    _c("meeting", "speak talk", "Berg and Costa spoke on the sidelines of the summit.", needs_partner=True, joint=True,
       mode="in_person", beside=BESIDE),
    _c("meeting", "speak talk", "Berg and Costa spoke privately.", needs_partner=True, joint=True, mode="in_person",
       beside=frozenset("privately alone face one".split())),
    _c("talks", "discuss", "Berg discussed the border with Costa.", needs_partner=True, joint=True),
    _c("talks", "review explore", "Berg and Costa reviewed ties.", needs_partner=True, joint=True,
       beside=AFFAIRS),
    _c("talks", "talk", "Berg and Costa talked for two hours about trade.", needs_partner=True, joint=True,
       beside=frozenset(("hour", "hours"))),
    _c("talks", "raise", "Berg raised the border with Costa.", needs_partner=True),
    _c("talks", "bring", "Berg brought up the border with Costa.", needs_partner=True, beside=frozenset(("up",))),
    _c("meeting", "spend", "Berg spent an hour with Costa.", needs_partner=True, mode="in_person",
       beside=frozenset("time minute minutes hour hours morning afternoon evening day".split())),
    _c("meeting", "spend", "Berg and Costa spent Friday together.", needs_partner=True, joint=True, mode="in_person",
       beside=frozenset(("together",))),
    _c("talks", "interact", "Berg interacted with Costa.", needs_partner=True),
    _c("talks", "engage", "Berg engaged (with) her Thai counterpart on trade.", takes_object=True, needs_partner=True),
    _c("talks", "brief update", "Berg briefed the premier on the border.", takes_object=True, partners=(),
       needs_partner=True),
    _c("talks", "inform thank congratulate reassure persuade press urge", "Berg is going to Oslo to inform Costa.",
       takes_object=True, partners=(), needs_partner=True, errand=True),
    _c("talks", "take", "Berg took up the matter with Costa.", needs_partner=True, beside=frozenset(("up",))),
    _c("talks", "exchange", "Berg exchanged views with Costa.", needs_partner=True, joint=True,
       beside=_VIEWS | {"pleasantries"}),
    _c("call", "exchange", "Berg and Costa exchanged greetings by telephone.", needs_partner=True, joint=True,
       beside=frozenset(("phone", "telephone", "video", "link"))),
    _c("meeting", "sit", "Berg sat down with Costa.", needs_partner=True, joint=True, mode="in_person",
       beside=frozenset(("down",))),
    _c("meeting", "sit", "Berg sat with Costa for an hour.", partners=("with", "opposite", "from"), needs_partner=True,
       mode="in_person"),
    _c("meeting", "closet cloister sequester", "Berg was closeted with Costa.", takes_object=True, needs_partner=True,
       mode="in_person"),
    _c("meeting", "get come", "Berg and Costa got together in Oslo.", needs_partner=True, joint=True, mode="in_person",
       beside=frozenset(("together",))),
    _c("meeting", "see", "Berg saw Costa in Oslo.", takes_object=True, partners=(), needs_partner=True, joint=True,
       mode="in_person"),
    _c("meeting", "shake shook", "Berg and Costa shook hands in Oslo.", needs_partner=True, joint=True,
       mode="in_person", beside=frozenset(("hands",))),
    _c("meeting", "tell ask assure reassure urge thank inform brief warn remind",
       "Berg told the visiting Norwegian premier.", takes_object=True, partners=(), needs_partner=True,
       mode="in_person", beside=frozenset(("visiting",))),
    _c("meeting", "sign", "The treaty was signed in the presence of Berg and Costa.", partners=("of",),
       needs_partner=True, mode="in_person", beside=frozenset(("presence",))),
    _c("meeting", " ".join(SIGNING), "Berg and Costa signed a treaty in Oslo.", needs_partner=True, joint=True,
       mode="in_person"),
    _c("meeting", "embrace hug", "Berg and Costa embraced in Oslo.", needs_partner=True, joint=True, mode="in_person"),
    _c("meeting", "join", "Berg joined Italian Premier Luca Costa in Oslo.", takes_object=True, partners=(),
       needs_partner=True, mode="in_person"),
    _c("meeting", "put", "Berg and Costa put their names to the treaty in Oslo.", needs_partner=True, joint=True,
       mode="in_person", beside=frozenset("names signatures signature initials".split())),
    _c("talks", "bring", "The talks brought together Berg and Costa.", takes_object=True, partners=(),
       needs_partner=True, beside=frozenset(("together",))),
    _c("meeting", "come sit", "Berg came face to face with Costa.", needs_partner=True, mode="in_person",
       beside=frozenset(("face",))),
    _c("meeting", "bring", "The crisis brought Berg face to face with Costa.", takes_object=True, needs_partner=True,
       mode="in_person", beside=frozenset(("face",))),
    _c("meeting", "run bump", "Berg ran into Premier Costa in Oslo.", partners=("into",), needs_partner=True,
       mode="in_person"),
    _c("meeting", "visit", "Costa visited with Berg in Oslo.", needs_partner=True, mode="in_person"),
    _c("visit", "visit", "Costa visited Berg at the palace.", takes_object=True, partners=(), needs_partner=True,
       mode="in_person", subject="visitor", counterpart="host"),
    _c("visit", "travel", "Berg invited Costa to travel to Oslo.", partners=(), needs_partner=True,
       mode="in_person", subject="visitor", counterpart="host"),
    _c("visit", "come", "Berg invited Costa to come to Oslo.", partners=(), needs_partner=True, mode="in_person",
       beside=frozenset(("to",)), subject="visitor", counterpart="host"),
    _c("visit", "invite", "Berg invited Costa to Oslo.", takes_object=True, partners=(), needs_partner=True,
       mode="in_person", subject="host", counterpart="visitor"),
    _c("meeting", "drop", "Costa dropped in on Berg at home.", partners=("on",), needs_partner=True,
       mode="in_person", beside=frozenset(("in",))),
    _c("visit", "call", "Costa called on Berg at the palace.", partners=("on", "upon"), needs_partner=True,
       mode="in_person", subject="visitor", counterpart="host"),
    _c("call", "call", "Berg called Italian Premier Luca Costa on Monday.", takes_object=True, partners=(),
       needs_partner=True, mode="phone"),
    _c("call", "phone telephone ring", "Berg phoned Costa on Monday.", takes_object=True, mode="phone"),
    _c("meeting", "present submit hand deliver", "Costa presented her credentials to Berg.", partners=("to",),
       needs_partner=True, mode="in_person", beside=_CREDENTIALS),
    _c("meeting", "hand deliver", "Costa delivered a letter to Berg.", partners=("to",), needs_partner=True,
       mode="in_person", beside=frozenset(("letter", "message"))),
    _c("meeting", "accept receive", "Berg accepted the credentials of Costa.", partners=("of", "from"),
       needs_partner=True, mode="in_person", beside=_CREDENTIALS),
    _c("reception", "play", "Berg played host to Costa.", partners=("to",), needs_partner=True, mode="in_person",
       beside=frozenset(("host",)), subject="host", counterpart="visitor"),
    _c("reception", "host receive welcome greet entertain", "Berg received Costa at the palace.", takes_object=True,
       partners=(), mode="in_person", subject="host", counterpart="visitor"),
    _c("reception", "summon", "The ministry summoned the Danish ambassador.", takes_object=True, partners=(),
       needs_partner=True, mode="in_person", subject="host", counterpart="visitor"),
    _c("summit", "convene reconvene gather assemble", "The leaders (are) gathered in Oslo for a summit.",
       mode="in_person"),
)  # fmt: skip
NOUNS = (
    _c("meeting", "meeting encounter session get-together tete-a-tete tête-à-tête face-to-face "
       "one-on-one",
       "after a meeting with Costa", partners=("with", "between", "among", "of")),
    _c("meeting", "guest", "Costa was the guest of Berg in Oslo.", partners=("of",), mode="in_person"),
    _c("meeting", "welcome", "Costa was given a formal welcome by Berg.", partners=("by", "from"), mode="in_person"),
    _c("meeting", "appointment", "Berg has an appointment with Costa.", partners=("with",)),
    _c("meeting", "audience", "Berg granted an audience to Costa", partners=("with", "to", "by"), mode="in_person"),
    _c("meeting", " ".join(MEALS), "Berg hosted a dinner for Costa", partners=("with", "between", "for"),
       mode="in_person"),
    _c("talks", "talk discussion deliberation negotiation bargaining consultation dialogue parley bilateral trilateral "
       "pull-aside", "for talks with Costa", partners=("with", "between", "among", "of")),
    _c("talks", "exchange", "Berg had an exchange of views with Costa.", partners=("with", "between", "among"),
       beside=_VIEWS),
    _c("call", "call phonecall teleconference videoconference", "a call with Costa", mode="phone",
       partners=("with", "between", "to", "from", "among")),
    _c("call", "phone", "Berg was on the phone to Costa.", mode="phone", partners=("with", "to")),
    _c("call", "conversation chat", "a conversation with Costa", partners=("with", "between", "to", "among")),
    _c("visit", "visit trip", "a state visit to Norway by Costa", partners=("by", "with", "of", "from"),
       mode="in_person", subject="visitor", counterpart="host"),
    _c("visit", "call", "Costa paid a courtesy call on Berg", partners=("on", "upon", "at", "by", "from"),
       mode="in_person", subject="visitor", counterpart="host"),
    _c("visit", "invitation", "Costa will arrive in Oslo at the invitation of Berg.", partners=("of", "from"),
       mode="in_person", subject="visitor", counterpart="host"),
    _c("summit", "summit conference forum retreat gathering ministerial", "the summit of Arctic leaders in Oslo",
       partners=("with", "between", "among", "of"), mode="in_person"),
)  # fmt: skip
EVENT_NOUNS = frozenset(lemma for row in NOUNS if row.nature != "visit" for lemma in row.lemmas)
COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS = frozenset((*COUNTED, "last"))
ROUND = _c("talks", "round cycle", "The next round will begin in Oslo.")
WITH_SOMEBODY = _c("meeting", "hour minute engagement interaction sitting round", "Berg left after an hour with Costa.",
                   mode="in_person")  # fmt: skip
NOT_TAKING_PART = frozenset(
    "endorse approve criticize welcome praise condemn support back urge describe oppose protest disrupt broker mediate "
    "facilitate sponsor monitor observe observe cover follow see mark call-for await expect hail denounce slam "
    "blast threaten endanger derail raise address emphasize underscore highlight stress praise applaud commend "
    "undermine watch overshadow dominate precede discuss help allow let confirm report mention cite note "
    "recall say show".split()
)
CHANCES = frozenset("chance possibility prospect likelihood".split())
PROPOSALS = frozenset("offer proposal invitation request suggestion demand appeal".split())
ATTENDING = frozenset("attend involve include bring group chair".split())
MEDIATING = frozenset("mediate broker facilitate arrange moderate".split())
LEAVING = frozenset("walk pull withdraw storm".split())
JOINING = frozenset(("join",))
RELATIONS = frozenset(
    "relation relations relationship tie ties cooperation engagement engagements partnership alliance dispute conflict "
    "war border agreement deal treaty trade problem problems issue issues effort efforts".split()
)
MEASURES = frozenset(
    "plan offer proposal invitation request agreement date preparation round series day hour number "
    "set string flurry part session cycle phase week month start resumption".split()
)
DAYS = frozenset("today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday".split())
PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
PROGRAMMES = frozenset("agenda programme program schedule itinerary calendar diary".split())
TELLING = frozenset("say confirm announce report state reveal disclose note add".split())
INVITING = frozenset("invite ask summon urge call".split())
PAYING = frozenset("pay make undertake".split())  # a visit
TAKING = ("take", "bring")  # a tour does so, somebody somewhere
HOSTING = frozenset("host convene organize".split())
HOLDING = HOSTING | frozenset("hold have chair lead conduct open attend".split())
HAPPENING = frozenset(
    "begin start open end conclude finish close take resume reconvene continue last wrap convene hold run host "
    "schedule happen occur".split()
)
FIXING = frozenset("expect set plan fix schedule organize organise".split())
GREETING = frozenset("give accord extend receive get".split())  # somebody a welcome
BEING = frozenset(
    "be go travel fly head come arrive leave return visit depart sit engage participate take attend join emerge cross "
    "enter land gather meet tour make embark journey stop stay begin end conclude wrap".split()
)
COMPRISING = frozenset("include involve feature unite group draw".split())
OUTCOMES = frozenset("fail manage refuse begin".split())
BUSY = frozenset("involved locked engaged embroiled".split())
REPORTING = frozenset(
    "say tell speak announce report add comment make note state declare warn call urge ask express agree sign "
    "issue pledge promise discuss reach brief appear address demand reiterate offer present propose criticize accuse "
    "insist adopt endorse approve decide vote condemn pledge commit raise assure thank remind congratulate fail "
    "resolve make seek try push press present repeat reaffirm renew voice reject refuse inform review explore convey "
    "encourage".split()
)
ADDRESSING = frozenset("urge encourage tell brief ask thank assure inform warn accuse press congratulate".split())
SETTLING = frozenset("agree reach settle sign conclude strike".split())  # something with somebody
GRANTING = frozenset("grant give accord".split())  # somebody an audience
SEEKING = frozenset("seek request obtain secure win hear receive".split())  # something from somebody
OFFICIAL_VISIT = frozenset(
    "state official working bilateral scheduled planned upcoming two-day three-day one-day four-day".split()
)
NEGOTIATED = frozenset(
    "peace cease cease-fire ceasefire truce membership accession nuclear disarmament border bilateral trilateral "
    "multilateral party nation brokered mediated sponsored direct indirect round reunification normalization "
    "reconciliation climate trade diplomatic".split()
)
CONTINENTAL = frozenset("arab african european asian islamic ibero-american regional transatlantic".split())
TALKING_BY_PHONE = ("phone", "telephone", "call", "called", "calls", "telephoned", "phoned")
TALKING_BY_VIDEO = ("video", "videoconference", "video-conference", "virtual", "virtually", "online", "teleconference")
EXCHANGED_SO = frozenset(  # how words are exchanged, and no prisoners
    "bilateral brief candid constructive cordial extensive fraternal frank friendly fruitful good informal open "
    "productive thorough useful warm".split()
)
EXCLUDED_MODIFIERS = frozenset(
    "press news cabinet town annual-general shareholder board committee party parliamentary domestic campaign "
    "prayer court hearing conference-call".split()
)
