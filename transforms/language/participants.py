"""From the places where a construction has its parties to the parties themselves: lists, pronouns, descriptions."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import islice

from spacy.tokens import Doc, Span, Token

from schemas.mention import Participant, Role
from transforms.language import gazetteers, syntax
from transforms.language.pairs import find_pair, is_anaphoric
from transforms.language.party import Party
from transforms.language.patterns import Anchor, Slot
from transforms.language.sides import leaders_of_delegations, with_neighbours, with_owner
from transforms.language.word_classes import is_reporter

_LIST_GAP = re.compile(
    r"[\s,;&()–—-]*(?:and|as well as|along with|together with|plus|including|such as|or|later|also)?"
    r"[\s,]*(?:with|between|from)?\s*(?:both)?\s*(?:the|an?|its|their|his|her)?\s*"
)
_INCLUDING = re.compile(r",? *(?:including|such as|among them) *(?:the )?")
_NUMBERS = frozenset("three four five six seven eight nine ten multi".split())
_COUNTED = {"party": "parties", "nation": "nations", "country": "countries", "way": "nations"}
_QUANTITIES = frozenset(
    "number group couple handful series host range dozens scores all both some several many most".split()
)
_LEADING = frozenset("president minister premier chancellor king".split())
_NO_LINKS = ("", "the", "a", "an", "its", "their", "his", "her")
_PLURAL_PRONOUNS = frozenset("they them their theirs both".split())


class Cast:
    """All parties of one text, found by token, with the means to follow a list, a pronoun or a description to them."""

    def __init__(self, doc: Doc, parties: Iterable[Party]) -> None:
        self.doc = doc
        self.parties = _resolve_offices(doc, list(parties))
        self._at: dict[int, list[int]] = {}
        self._led: dict[int, Party] = {}
        for n, party in enumerate(self.parties):
            for i in range(party.start, party.end):
                self._at.setdefault(i, []).append(n)
        self.parties = [with_owner(doc, party, self.owners) for party in self.parties]
        self._led = leaders_of_delegations(doc, self.parties)

    @cached_property
    def _rightwards(self) -> list[Party]:
        return sorted(self.parties, key=lambda party: party.start)

    @cached_property
    def _leftwards(self) -> list[Party]:
        return sorted(self.parties, key=lambda party: -party.start)

    def at(self, token: Token) -> list[Party]:
        """The parties whose words include the token; those of a word like "Thai-Lao" are its two governments."""
        if found := self._at.get(token.i):
            return [self._led.get(n, self.parties[n]) for n in found]
        return list(self._hyphenated(token))

    def _hyphenated(self, token: Token) -> Iterator[Party]:
        first = token.i
        while (
            first > token.sent.start + 1
            and self.doc[first - 1].text in ("-", "–")
            and not self.doc[first - 1].whitespace_
        ):
            first -= 2
        parts = re.split(r"[-–—/]", self.doc[first : token.i + 1].text)
        if len(parts) < 2:
            return
        if party := _numbered(token, parts):
            yield party
            return
        surnames = {party.name.split()[-1]: party for party in self.parties if party.kind == "person" and party.named}
        for part in parts:
            if person := surnames.get(part):
                yield replace(person, start=token.i, end=token.i + 1)
            elif organisation := gazetteers.organisation(part):
                yield Party(token.i, token.i + 1, "organisation", organisation.name, country=organisation.country)
            elif code := gazetteers.nationality(part):
                yield Party(token.i, token.i + 1, "government", gazetteers.country_name(code), country=code)

    def fill(self, anchor: Anchor, slot: Slot) -> list[tuple[Party, Role]]:
        """The parties in one slot of an anchor, with all that are listed beside them."""
        token = syntax.relative_antecedent(slot.token) or slot.token
        if token.lower_ in syntax.PRONOUNS:
            beside = [party for other in syntax.conjuncts(token) for party in self.at(other)]
            met = {party.name for other in anchor.slots if other != slot for party in self.at(other.token)}
            meant = [party for party in self._antecedents(token) if party.name not in met]
            return [(party, slot.role) for party in (*meant, *beside)]
        found = self.at(token) or self._examples(token) or self._of_owner(token, slot) or self._told_beside(token)
        found = found or self._under_date(token) or self._nation(token, slot) or self._titled(token, slot)
        found = [p for party in found for p in find_pair(self.doc, self.parties, party) or [party]]
        found += [p for other in syntax.conjuncts(token) for p in self.at(other) if p not in found]
        found = [named for p in found for named in self._named_beside(p) if not is_reporter(named.title or "")]
        if not found:
            return []
        everyone = dict.fromkeys(found)
        for party in found:
            everyone |= dict.fromkeys(self._listed(party, anchor, step=-1) + self._listed(party, anchor, step=1))
        everyone |= dict.fromkeys(self._pronoun_before(min(everyone, key=lambda party: party.start)))
        listed = sorted(everyone, key=lambda party: party.start)
        if slot.kind != "shared" and any(other.kind == "counterpart" for other in anchor.slots):
            listed = with_neighbours(listed)
        return [(party, slot.role) for party in listed if not self._is_told_by_name(party, listed)]

    def _is_told_by_name(self, party: Party, listed: list[Party]) -> bool:
        """Is it a group whose members are named behind it ("officials, including Premier Costa")?"""
        behind = (p for p in listed if p.start >= party.end and p.named)
        return not party.named and any(_INCLUDING.fullmatch(self.doc[party.end : p.start].text) for p in behind)

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
        """The persons named before an anchor in its sentence."""
        return [p for p in self._before(anchor.token) if p.kind == "person" and p.named]

    def missing_subject(self, anchor: Anchor) -> list[Party]:
        """Who must be meant where the tree gives an anchor no subject: the last one named before it."""
        known = (p for p in self._before(anchor.token) if p.country or p.organisation or p.title)
        return [p for p in known if self._is_subject(p)][-1:]

    def _examples(self, token: Token) -> list[Party]:
        """Those named as examples of a group that is no party itself ("with opponents of the war, including …")."""
        return [party for child in syntax.obliques(token, "including") for party in self.at(child)]

    def _told_beside(self, token: Token) -> list[Party]:
        """Who is meant by a word that is no party: its apposition ("his widow, the premier"), those it counts."""
        beside = [] if is_reporter(token.text) else syntax.children(token, "appos")
        if syntax.lemma(token) in _QUANTITIES:
            beside += syntax.obliques(token, "of")
        return [party for child in beside for party in self.at(child)]

    def _under_date(self, token: Token) -> list[Party]:
        """Who stands at a weekday that the parser took for the head of their phrase ("with Mr. Costa Monday")."""
        first = token.left_edge.i
        if token.ent_type_ != "DATE":
            return []
        beside = [token.nbor(-1)] if first < token.i else syntax.children(token, "flat", "appos")
        return [party for child in beside for party in self.at(child)]

    def _nation(self, token: Token, slot: Slot) -> list[Party]:
        """The government that an adjective tells of: Thailand for "a Thai offer"."""
        code = gazetteers.demonym_code(token.text) if slot.kind == "counterpart" and token.dep_ == "amod" else None
        return [Party(token.i, token.i + 1, "government", gazetteers.country_name(code), country=code)] if code else []

    def _titled(self, token: Token, slot: Slot) -> list[Party]:
        """Who bears the title that a subject begins with ("Department of Trade Secretary Anna Berg")."""
        last = token.right_edge
        is_title = slot.kind == "subject" and token.text[:1].isupper() and last.i > token.i
        return [p for p in self.at(last) if is_title and p.kind == "person" and p.named and p.title]

    def _pronoun_before(self, party: Party) -> list[Party]:
        """Whom the pronoun means that is coordinated with a party ("he and Premier Costa")."""
        if party.start < 2 or self.doc[party.start - 1].lower_ not in ("and", "with"):
            return []
        pronoun = self.doc[party.start - 2]
        return self._antecedents(pronoun) if pronoun.lower_ in ("he", "she") else []

    def _of_owner(self, token: Token, slot: Slot) -> list[Party]:
        """Whose remark or journey it is that a verb has for its subject ("her comments came after talks")."""
        owners = syntax.children(token, "nmod:poss") if slot.kind == "subject" else []
        return [party for owner in owners for party in self.owners(owner)]

    def owners(self, token: Token) -> list[Party]:
        """Whom a possessive stands for, by name or by pronoun."""
        return self._antecedents(token) if token.lower_ in syntax.PRONOUNS else self.at(token)

    def _listed(self, party: Party, anchor: Anchor, step: int) -> list[Party]:
        """The parties listed beside one, to its right or left: "met Berg, Costa and senior officials"."""
        members, last = [], party
        order = self._rightwards if step > 0 else self._leftwards
        first = bisect_right(order, step * party.start, key=lambda p: step * p.start)
        for other in islice(order, first, None):
            left, right = (last, other) if step > 0 else (other, last)
            if other.start != last.start:
                if not self._is_list(left, right, anchor):
                    break
                last = other
            members.append(other)
        return members

    def _is_list(self, left: Party, right: Party, anchor: Anchor) -> bool:
        """Do only commas and conjunctions stand between two parties of one clause, the anchor not among them?"""
        gap = self.doc[left.end : right.start].text
        if gap.strip().lower() in _NO_LINKS or not _LIST_GAP.fullmatch(gap) or left.end <= anchor.token.i < right.start:
            return False
        if self.doc[left.start].sent.start != self.doc[right.start].sent.start or self._is_elsewhere(left):
            return False
        owns = right.kind == "person" and right.end < len(self.doc) and self.doc[right.end].tag_ == "POS"
        return not owns and not self._opens_clause(right, anchor)

    def _is_elsewhere(self, party: Party) -> bool:
        """Does the party's name stand under a preposition of place ("In Oslo, the two …")?"""
        before = self.doc[max(party.start - 2, 0) : party.start]
        if party.kind != "government":
            return False
        if any(token.lower_ in ("in", "to", "at", "from", "into", "near") for token in before):
            return True
        listed = party.start > 1 and before[-1].lower_ in ("and", ",")
        return listed and any(self._is_elsewhere(other) for other in self.at(before[0]) if other.start < party.start)

    def _opens_clause(self, party: Party, anchor: Anchor) -> bool:
        """Is the party the subject of a verb of its own ("… met Berg, and Costa said")?"""
        root, before = self.doc[party.start : party.end].root, self.doc[max(party.start - 1, 0)]
        if root.dep_ not in syntax.SUBJECTS or before.lower_ == "including":
            return False
        return root.head.i > root.i and root.head.i != anchor.token.i and anchor.token not in root.head.subtree

    def _antecedents(self, pronoun: Token) -> list[Party]:
        """Whom a pronoun stands for: the nearest person before it that is a subject; for "they", the last several."""
        plural = pronoun.lower_ in _PLURAL_PRONOUNS
        if pronoun.lower_ in syntax.FIRST_PERSON:
            return self._speaker(pronoun)
        if pronoun.lower_ in ("it", "its"):
            return self._institution(pronoun)
        before = [p for p in self.parties if p.end <= pronoun.i and p.kind == "person"]
        same = [p for p in self._before(pronoun) if p.kind == "person"]
        if plural:
            return self._last_group(pronoun)
        subjects = [p for p in same if self._is_subject(p)]
        if subjects or same:
            return [(subjects or same)[0 if subjects else -1]]
        for sent in islice(self._sentences_before(pronoun), 3):
            sentence = [p for p in before if sent.start <= p.start < sent.end and p.named]
            subjects = [p for p in sentence if self._is_subject(p)]
            again = any(t.lower_ == pronoun.lower_ and t.dep_ == "nsubj" for t in sent)
            if chosen := subjects or ([] if again else sentence):
                return [chosen[0]]
        return []

    def _last_group(self, pronoun: Token) -> list[Party]:
        """The two or more persons named before a "they" in its sentence, else the last who were subject together."""
        here = [p for p in self._before(pronoun) if p.kind == "person"]
        if len(here) > 1:
            return here
        together = next(filter(None, map(self._subjects_in, self._sentences_before(pronoun))), [])
        if len(together) > 1:
            return together
        plural = [p for p in self._before(pronoun) if p.kind == "group" and self._is_subject(p)]
        start = pronoun.sent.start
        led = [p for p in self._led.values() if self.doc[p.start].sent.end == start]
        return plural[-1:] or led[-1:] if not here else []

    def _subjects_in(self, sentence: Span) -> list[Party]:
        """The persons named who are subjects in a sentence."""
        there = (p for p in self.parties if sentence.start <= p.start < sentence.end)
        return [p for p in there if p.kind == "person" and p.named and self._is_subject(p)]

    def _before(self, token: Token) -> list[Party]:
        """The parties told before a token in its sentence."""
        first, last = token.sent.start, token.i
        return [p for p in self.parties if first <= p.start and p.end <= last]

    def _sentences_before(self, token: Token) -> Iterator[Span]:
        """The sentences before that of a token, the nearest first."""
        start = token.sent.start
        while start > 0:
            sent = self.doc[start - 1].sent
            yield sent
            start = sent.start

    def _speaker(self, pronoun: Token) -> list[Party]:
        """Who speaks in a transcript: the last person named with a colon behind at the head of a line."""
        labelled = (p for p in reversed(self.parties) if p.end <= pronoun.i and p.kind == "person")
        speaker = next((p for p in labelled if self.doc[p.end].text == ":" and self.doc[p.start].is_sent_start), None)
        return [speaker] if speaker and pronoun.lower_ in ("i", "me", "my") else []

    def _institution(self, pronoun: Token) -> list[Party]:
        return [p for p in self._before(pronoun) if p.kind != "person" and self._is_subject(p)][:1]

    def _is_subject(self, party: Party) -> bool:
        root = self.doc[party.start : party.end].root
        while root.dep_ == "conj":
            root = root.head
        return root.dep_ in (*syntax.SUBJECTS, "vocative")


def _numbered(token: Token, parts: list[str]) -> Party | None:
    """The unnamed parties of "six-nation talks"."""
    noun = _COUNTED.get(parts[-1].lower())
    if len(parts) != 2 or noun is None or parts[0].lower() not in _NUMBERS:
        return None
    return Party(token.i, token.i + 1, "group", f"{parts[0].lower()} {noun}", named=False)


def _resolve_offices(doc: Doc, parties: list[Party]) -> list[Party]:
    """The named person for an office told alone: "the Deputy Secretary", "the Danish premier", where one fits.

    The office's words must be among those of the person's title, and no country told may differ; of several the one
    named last before it is meant.
    """
    resolved: list[Party] = []
    for n, party in enumerate(parties):
        if party.kind == "person" and not party.named and not party.relational and _is_single_office(party.name):
            if holders := _holders_of_two(party, resolved):
                resolved += [replace(holder, start=party.start, end=party.end) for holder in holders]
                continue
            fitting = [p for p in resolved if _holds(p, party)]
            if not fitting:
                later = (p for p in islice(parties, n, None) if _holds(p, party))
                fitting = [p for p in later if doc[p.start].sent != doc[party.start].sent][:1]
            if fitting:
                holder = fitting[-1]
                party = replace(holder, start=party.start, end=party.end)
        resolved.append(party)
    return resolved


def _holders_of_two(party: Party, named: Sequence[Party]) -> list[Party]:
    """The two persons named before whom "the Secretary and Foreign Minister" means; none where it is one's office."""
    offices = [replace(party, name=part, title=part, country=None) for part in party.name.split(" and ")]
    found = [[p for p in named if _holds(p, office)][-1:] for office in offices]
    holders = [person for persons in found for person in persons]
    return holders if len(offices) == len({person.name for person in holders}) == 2 else []


def _is_single_office(words: str) -> bool:
    return words.lower().startswith("the ") or words[:1].isupper()


def _holds(person: Party, office: Party) -> bool:
    if person.kind != "person" or not person.named or (office.country and office.country != person.country):
        return False
    title, words = _words_of_title(person.title or ""), _words_of_office(office.name)
    if words and words <= title:
        return True
    return words == {"leader"} and bool(office.country) and not title.isdisjoint(_LEADING)


@lru_cache(maxsize=1024)
def _words_of_title(title: str) -> frozenset[str]:
    return frozenset(gazetteers.fold(title).split())


@lru_cache(maxsize=1024)
def _words_of_office(office: str) -> frozenset[str]:
    words = _words_of_title(_bare(office)) - {"of", "the", "for"}
    return frozenset(word for word in words if not gazetteers.nationality(word.title()))


def to_participant(party: Party, role: Role) -> Participant:
    """The published form of a party in this role."""
    name = party.name if party.named else _bare(party.name)
    title = party.title if party.named else None
    return Participant(name, party.kind, title, party.country, role)


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|a|an|his|her|its|their|our|some|other)\s+", "", words, flags=re.IGNORECASE)
