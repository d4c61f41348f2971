"""From the places where a construction has its parties to the parties themselves: lists, pronouns, descriptions."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from spacy.tokens import Doc, Token

from schemas.mention import Participant, Role
from transforms.language.anchors.patterns import Anchor, Slot
from transforms.language.events.lists import PREDICATES, is_list
from transforms.language.grammar import syntax
from transforms.language.grammar.governing import TRAVEL
from transforms.language.lexicon import gazetteers
from transforms.language.lexicon.constructions import EVENT_NOUNS, PROGRAMMES
from transforms.language.lexicon.word_classes import is_honorific, is_reporter
from transforms.language.parties.actors import KOREAS
from transforms.language.parties.antecedents import Antecedents, most_named
from transforms.language.parties.descriptions import STYLES
from transforms.language.parties.holders import resolve_offices
from transforms.language.parties.home import mark_governments
from transforms.language.parties.pairs import find_pair, is_anaphoric
from transforms.language.parties.party import Party, without_article
from transforms.language.parties.sides import leaders_of_delegations, with_neighbours, with_owner, with_principals
from transforms.language.parties.standing import side_of

_INCLUDING = re.compile(r",? *(?:including|such as|among them|:|\()(?: the)?")
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}
_NUMBERS = frozenset("three four five six seven eight nine ten multi".split())
_COUNTED = {"party": "parties", "nation": "nations", "country": "countries", "way": "nations"}
_EACH = ("each", "both")
_BODIES = frozenset(
    "board committee commission council assembly secretariat group team panel ministry parliament".split()
)
_QUANTITIES = frozenset(
    "number group couple handful series host range dozens scores all both some several many most".split()
)
_HEADS_REACH = 3  # sentences behind an event in which the heads of its delegations are told
_NEAR = 60  # tokens behind an event in which the delegations to it are told
_RUN = 6  # tokens in which the nouns before a name end


class Cast:
    """All parties of one text, found by token, with the means to follow a list, a pronoun or a description to them."""

    def __init__(self, doc: Doc, parties: Iterable[Party]) -> None:
        self.doc = doc
        self.parties = resolve_offices(doc, list(parties))
        self._at: dict[int, list[int]] = {}
        self._led: dict[int, list[Party]] = {}
        self._antecedents = Antecedents(doc, self.parties, self._led)
        for n, party in enumerate(self.parties):
            for i in range(party.start, party.end):
                self._at.setdefault(i, []).append(n)
        owned = [with_owner(doc, party, self.owners) for party in self.parties]
        self.parties = mark_governments(doc, with_principals(doc, owned))
        self._led = leaders_of_delegations(doc, self.parties)
        self._antecedents = Antecedents(doc, self.parties, self._led)

    @cached_property
    def _leaders_at(self) -> dict[int, list[Party]]:
        """Who lead a delegation, by its first token."""
        return {self.parties[n].start: leaders for n, leaders in self._led.items()}

    @cached_property
    def _rightwards(self) -> list[Party]:
        return sorted(self.parties, key=lambda party: party.start)

    @cached_property
    def _leftwards(self) -> list[Party]:
        return sorted(self.parties, key=lambda party: -party.start)

    def at(self, token: Token) -> list[Party]:
        """The parties whose words include the token; those of a word like "Thai-Lao" are its two governments."""
        if found := self._at.get(token.i):
            return [party for n in found for party in self._led.get(n, [self.parties[n]])]
        return list(self._hyphenated(token))

    def _hyphenated(self, token: Token) -> Iterator[Party]:
        first = token.i
        while (
            first > 1
            and self.doc[first - 1].text in ("-", "–")
            and not self.doc[first - 1].whitespace_
            and first > token.sent.start + 1
        ):
            first -= 2
        words = self.doc[first : token.i + 1].text
        parts = re.split(r"[-–—/]", words)
        if len(parts) < 2 or gazetteers.names_no_country(words):
            return
        if party := _numbered(token, parts):
            yield party
            return
        if parts[0].lower() == "inter" and parts[-1] == "Korean":
            yield from (_government(token, code) for code in KOREAS.values())
            return
        surnames = {party.name.split()[-1]: party for party in self.parties if party.kind == "person" and party.named}
        for part in parts:
            if person := surnames.get(part):
                yield replace(person, start=token.i, end=token.i + 1)
            elif organisation := gazetteers.organisation(part):
                yield Party(token.i, token.i + 1, "organisation", organisation.name, country=organisation.country)
            elif code := gazetteers.nationality(part):
                yield _government(token, code)

    def fill(self, anchor: Anchor, slot: Slot) -> list[tuple[Party, Role]]:
        """The parties in one slot of an anchor, with all that are listed beside them."""
        antecedent = syntax.relative_antecedent(slot.token)
        joined = antecedent is not None and antecedent.dep_ == "conj" and anchor.is_joint  # "Berg and Lie, who spoke"
        token = _each(antecedent.head if antecedent is not None and joined else antecedent or slot.token)
        beyond = [other.token for other in anchor.slots if other != slot]
        met = {party.name for word in beyond for party in self.at(word)}
        if token.lower_ in syntax.PRONOUNS and not is_honorific(token):
            if slot.kind == "counterpart":  # "he met her"
                subjects = [word for word in beyond if word.pos_ == "PRON"]
                met |= {party.name for word in subjects for party in self._antecedents.of(word)}
            others = [party for word in beyond for party in self.at(word)]
            sides = {side_of(party) for party in others} - {None}
            is_sure = all(party.named for party in others) and token.lower_ not in ("they", "we")
            if slot.kind == "counterpart" or (len(sides) == 1 and is_sure):
                met |= {party.name for party in self.parties if side_of(party) in sides}
            beside = [party for other in syntax.conjuncts(token) for party in self.at(other)]
            antecedents = self._antecedents.of(token, () if _is_of_subject(token, beyond) else met)
            told = (pair for p in antecedents for pair in find_pair(self.doc, self.parties, p) or [p])
            meant = [party for party in told if party.name not in met]
            if slot.token.lower_ in _EACH:
                meant = [replace(party, start=token.i, end=token.i + 1) for party in meant]
            return [(party, slot.role) for party in (*meant, *beside)]
        found = (
            self._among(token)
            or self.at(token)
            or self._of_joint_body(token)
            or self._examples(token)
            or self._of_owner(token, slot)
            or self._told_beside(token)
        )
        found = found or self._behind_nouns(token) or self._under_date(token)
        found = found or self._nation(token, slot) or self._titled(token) or self._of_body(token)
        found = found or self._joined_to(token)
        others = [party for party in self.parties if party.name not in met]
        counted = slot.token.lower_ != "each"
        found = [p for party in found for p in find_pair(self.doc, others, party, counted=counted) or [party]]
        found += [p for other in syntax.conjuncts(token) for p in self.at(other) if p not in found]
        found = [named for p in found for named in self._named_beside(p) if not is_reporter(named.title or "")]
        if not found:
            return []
        everyone = dict.fromkeys(found)
        for party in found:
            everyone |= dict.fromkeys(self._listed(party, anchor, step=-1) + self._listed(party, anchor, step=1))
        everyone |= dict.fromkeys(self._pronoun_before(min(everyone, key=lambda party: party.start)))
        told = (party for party in everyone if not (is_reporter(party.title or "") or self.is_none(party)))
        listed = sorted(told, key=lambda party: party.start)
        if slot.kind != "shared" and any(other.kind == "counterpart" for other in anchor.slots):
            listed = with_neighbours(self.doc, listed)
        return [(party, slot.role) for party in listed if not self._is_told_by_name(party, listed)]

    def is_none(self, party: Party) -> bool:
        """Is it told that there is none ("no officials")?"""
        return any(token.lower_ == "no" for token in self.doc[max(party.start - 1, 0) : party.start + 1])

    def _is_told_by_name(self, party: Party, listed: list[Party]) -> bool:
        """Is it a group whose members are named behind it ("officials, including A", "both envoys, A and B")?"""
        behind = [p for p in listed if p.start >= party.end and p.named]
        gaps = [self.doc[party.end : p.start].text.strip() for p in behind]
        count = _COUNTS.get(party.name.lower().removeprefix("the ").split()[0])
        counted = party.kind == "group" and count == len(behind) and gaps[0] in (",", "–", "—")
        return not party.named and (counted or any(_INCLUDING.fullmatch(gap) for gap in gaps))

    def leaders_of(self, party: Party, event: Token | None = None) -> list[Party]:
        """Who led the delegation of a government or movement, or of a delegation's state; nobody where none is named.

        event: only of one told right behind it as "the Danish delegation" or "the side", which met there.
        """
        is_body = party.kind in ("government", "organisation") or not party.named
        side = side_of(party)
        if not (is_body and side):
            return []
        told = {n: leaders for n, leaders in self._led.items() if event is None or self._met_at(event, self.parties[n])}
        led = [leaders for n, leaders in told.items() if side_of(self.parties[n]) == side]
        if not led and party.kind == "government":
            led = [leaders for n, leaders in told.items() if _is_of_government(self.parties[n])]
        mixed = [leader for leaders in told.values() for leader in leaders if side_of(leader) == side]
        found = led[0] if led else mixed
        return [p if p.country or p.organisation else replace(p, country=party.country) for p in found]

    def heads_behind(self, event: Token) -> list[Party]:
        """Who are told to lead delegations in the next sentences, each once."""
        behind = islice((sent for sent in self.doc.sents if sent.start > event.i), _HEADS_REACH)
        told = {i for sent in behind for i in range(sent.start, sent.end)}
        led = (p for n, leaders in self._led.items() if self.parties[n].start in told for p in leaders)
        return list({leader.name: leader for leader in led}.values())

    def _met_at(self, event: Token, party: Party) -> bool:
        return self.doc[party.start].lower_ == "the" and 0 < party.start - event.i < _NEAR

    def is_resumed(self, party: Party) -> bool:
        """Is the party told here only by "the two leaders" or the like?"""
        here = (p for p in self.at(self.doc[party.start]) if p.kind == "group")
        return any(p.name != party.name and is_anaphoric(p.name) for p in here)

    def _named_beside(self, party: Party) -> list[Party]:
        """The names in apposition to a group: Hamas for "the ruling group Hamas"."""
        if party.named or party.kind != "group":
            return [party]
        root = self.doc[party.start : party.end].root
        return [p for child in syntax.children(root, "appos") for p in self.at(child) if p.named] or [party]

    def persons_before(self, anchor: Anchor) -> list[Party]:
        """The persons named before an anchor in its sentence, those who only tell of it left out."""
        before = self._antecedents.before(anchor.token)
        return [p for p in before if p.kind == "person" and p.named and not is_reporter(p.title or "")]

    def missing_subject(self, anchor: Anchor) -> list[Party]:
        """Who must be meant where the tree gives an anchor no subject: the last one named before it."""
        before = (p for p in self._antecedents.before(anchor.token) if not self.is_none(p))
        known = (p for p in before if p.country or p.organisation or p.title)
        return [p for p in known if self._antecedents.is_subject(p) or self._opens(p)][-1:]

    def traveller(self, anchor: Anchor) -> list[Party]:
        """Who goes or is where an event is that a "where" opens ("flew to Oslo, where talks with Lie are planned")."""
        clause = syntax.verb_above(anchor.token)
        if clause is None or all(child.lower_ != "where" for word in (clause, anchor.token) for child in word.children):
            return []
        above = next((word for word in clause.ancestors if syntax.own_subjects(word)), None)
        subjects = syntax.own_subjects(above) if above is not None else []
        return [party for subject in subjects for word in syntax.conjuncts(subject) for party in self.at(word)]

    def protagonist(self, anchor: Anchor, met: Sequence[Party]) -> list[Party]:
        """Whom the text has been about, of another side than the persons who are met; nobody where that is not told."""
        names, sides = {party.name for party in met}, {side_of(party) for party in met}
        told = [p for p in self.parties if p.kind == "person" and p.named and p.end <= anchor.token.sent.start]
        others = [p for p in told if p.name not in names and side_of(p) not in sides | {None}]
        hero = most_named(others, times=1.5)
        return [hero] if hero and None not in sides else []

    def _opens(self, party: Party) -> bool:
        """Does the party, a person by name, open its sentence, with a finite verb right behind?"""
        after = self.doc[party.end : party.end + 1]
        finite = bool(after) and after[0].tag_ in PREDICATES
        return finite and party.named and party.kind == "person" and party.start == self.doc[party.start].sent.start

    def _examples(self, token: Token) -> list[Party]:
        """Those named as examples of a group that is no party itself ("with opponents of the war, including …")."""
        return [party for child in syntax.obliques(token, "including") for party in self.at(child)]

    def _among(self, token: Token) -> list[Party]:
        """Those who are told to be among others ("Berg and Costa are among the leaders she will meet")."""
        if "among" not in syntax.cases(token) or not syntax.children(token, "cop"):
            return []
        told = (word for subject in syntax.own_subjects(token) for word in syntax.conjuncts(subject))
        return [party for word in told for party in self.at(word)]

    def _told_beside(self, token: Token) -> list[Party]:
        """Who is meant by a word that is no party: its apposition ("his widow, the premier"), whom it counts."""
        beside = [] if is_reporter(token.text) else syntax.children(token, "appos") or _behind_comma(token)
        if syntax.lemma(token) in _QUANTITIES or token.like_num:
            beside += syntax.obliques(token, "of")
        if syntax.lemma(token) in _BODIES:
            owners = syntax.obliques(token, "of", "from", "between")
            beside += [word for owner in owners for word in syntax.conjuncts(owner)]
        if is_honorific(token) and token.i + 1 < len(self.doc):
            beside += [token.nbor(1)]
        return [party for child in beside for party in self.at(child)]

    def _behind_nouns(self, token: Token) -> list[Party]:
        """Whose name ends the run of nouns that a word opens ("her friend and ally Luca Costa")."""
        for word in self.doc[token.i + 1 : min(token.i + _RUN, token.sent.end)]:
            before = word.nbor(-1)
            if named := [p for p in self.at(word) if p.kind == "person" and p.named and p.start == word.i]:
                return (
                    named if before.is_lower and before.tag_ in ("NN", "NNP") and not is_reporter(before.text) else []
                )
            if not word.is_lower or (word.tag_ not in ("NN", "NNP", "JJ") and word.text != "and"):
                return []
        return []

    def _under_date(self, token: Token) -> list[Party]:
        """Who stands at a weekday that the parser took for the head of their phrase ("with Mr. Costa Monday")."""
        first = token.left_edge.i
        if token.ent_type_ != "DATE":
            return []
        beside = [token.nbor(-1)] if first < token.i else syntax.children(token, "flat", "appos")
        return [party for child in beside for party in self.at(child)]

    def _joined_to(self, name: Token) -> list[Party]:
        """Who is told right behind the "and" at a name that is no party's ("talks with Saiki and Premier Kim")."""
        behind = name.doc[name.i + 1 : name.sent.end]
        joins = name.pos_ == "PROPN" and len(behind) > 2 and behind[0].lower_ == "and"
        return self.at(behind[1]) or self.at(behind[2]) if joins else []

    def _nation(self, token: Token, slot: Slot) -> list[Party]:
        """The government that an adjective tells of: Thailand for "a Thai offer"."""
        code = gazetteers.demonym_code(token.text) if slot.kind == "counterpart" and token.dep_ == "amod" else None
        return [_government(token, code)] if code else []

    def _of_body(self, token: Token) -> list[Party]:
        """Whose board, committee or commission a word is ("the IAEA's board", "the Thai-Lao Border Committee")."""
        owners = syntax.children(token, "compound", "amod", "nmod:poss") if token.lower_ in _BODIES else []
        found = [party for owner in owners for party in self.at(owner)]
        return [party for party in found if party.kind == "organisation" or len(found) > 1]

    def _titled(self, token: Token) -> list[Party]:
        """Who bears the title that a phrase begins with ("Department of Trade Secretary Anna Berg")."""
        last = token.right_edge
        is_title = token.text[:1].isupper() and last.i > token.i
        return [p for p in self.at(last) if is_title and p.kind == "person" and p.named and p.title]

    def _of_joint_body(self, token: Token) -> list[Party]:
        """The governments whose joint body a word names ("the Thai-Lao Joint Commission")."""
        before = [
            p for word in syntax.noun_phrase(token) for p in self.at(word) if p.kind == "government" and p.country
        ]
        return before if len({party.country for party in before}) > 1 else []

    def _pronoun_before(self, party: Party) -> list[Party]:
        """Whom the pronoun means that is coordinated with a party ("he and Premier Costa")."""
        if party.start < 2 or self.doc[party.start - 1].lower_ not in ("and", "with"):
            return []
        pronoun = self.doc[party.start - 2]
        return self._antecedents.of(pronoun) if pronoun.lower_ in ("he", "she") else []

    def _of_owner(self, token: Token, slot: Slot) -> list[Party]:
        """Whose remark or journey it is that a verb has for its subject ("her comments came after talks").

        Whose a programme is may stand behind it, and who makes a journey before it ("ended a visit that included").
        """
        owned = slot.kind == "subject" and token.text not in STYLES and syntax.lemma(token) not in EVENT_NOUNS
        owners = syntax.children(token, "nmod:poss") if owned else []
        made = syntax.verb_above(token) if owned and syntax.lemma(token) in TRAVEL and not owners else None
        owners += syntax.own_subjects(made) if made is not None and made.i < token.i else []
        owners += syntax.obliques(token, "of") if syntax.lemma(token) in PROGRAMMES else []
        return [party for owner in owners for party in self.owners(owner)]

    def owners(self, token: Token) -> list[Party]:
        """Whom a possessive stands for, by name or by pronoun."""
        return self._antecedents.of(token) if token.lower_ in syntax.PRONOUNS else self.at(token)

    def _listed(self, party: Party, anchor: Anchor, step: int) -> list[Party]:
        """The parties listed beside one, to its right or left: "met Berg, Costa and senior officials"."""
        members, last = [], party
        order = self._rightwards if step > 0 else self._leftwards
        first = bisect_right(order, step * party.start, key=lambda p: step * p.start)
        for other in islice(order, first, None):
            left, right = (last, other) if step > 0 else (other, last)
            is_leader = self._leads(right, left)
            if other.start != last.start:
                if not (is_leader or is_list(self.doc, left, right, anchor, self.at)):
                    break
                last = other
            members += [] if is_leader else self._leaders_at.get(other.start, [other])
        return members

    def _leads(self, person: Party, delegation: Party) -> bool:
        """Is a delegation told by the name of this one, who leads it?"""
        leaders = self._leaders_at.get(delegation.start, [])
        return person.named and person.start > delegation.start and person.name in [leader.name for leader in leaders]


def _each(token: Token) -> Token:
    """The word for those of whom "each" is told ("met each of the ministers"), else the word itself."""
    return next(iter(syntax.obliques(token, "of")), token) if token.lower_ in _EACH else token


def _is_of_subject(pronoun: Token, others: Iterable[Token]) -> bool:
    """Is it somebody's event of which a verb above has one of these for its subject ("Berg put off her talks")?"""
    if pronoun.lower_ not in ("his", "her") or pronoun.dep_ != "nmod:poss":
        return False
    above = {word.i for word in pronoun.ancestors}
    return any(word.dep_ in syntax.SUBJECTS and word.head.i in above for word in others)


def _government(token: Token, country: str) -> Party:
    return Party(token.i, token.i + 1, "government", gazetteers.country_name(country), country=country)


def _is_of_government(delegation: Party) -> bool:
    """Is it the delegation of a government that the words do not tell ("the government team")?"""
    return not delegation.country and "government" in (delegation.title or delegation.name).lower().split()


def _behind_comma(token: Token) -> list[Token]:
    """The name behind the comma after somebody's kin or companion ("Berg's widower, President Costa")."""
    behind = token.doc[token.i + 1 : token.i + 3]
    is_name = len(behind) == 2 and behind[0].text == "," and behind[1].text[:1].isupper()
    of_person = syntax.lemma(token) not in _BODIES and syntax.children(token, "nmod:poss")
    return [behind[1]] if is_name and of_person else []


def _numbered(token: Token, parts: list[str]) -> Party | None:
    """The unnamed parties of "six-nation talks"."""
    noun = _COUNTED.get(parts[-1].lower())
    if len(parts) != 2 or noun is None or parts[0].lower() not in _NUMBERS:
        return None
    return Party(token.i, token.i + 1, "group", f"{parts[0].lower()} {noun}", named=False)


def to_participant(party: Party, role: Role) -> Participant:
    """The published form of a party in this role."""
    name = party.name if party.named else without_article(party.name)
    title = party.title if party.named else None
    return Participant(name, party.kind, title, party.country, role)
