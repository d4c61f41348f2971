"""From the places where a construction has its parties to the parties themselves: lists, pronouns, descriptions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from schemas.mention import Participant, Role
from transforms.language import gazetteers, syntax
from transforms.language.actors import PRONOUNS, Party
from transforms.language.patterns import Anchor, Slot

_LIST_GAP = re.compile(r"[\s,;&()–—-]*(?:and|as well as|along with|together with|plus|including|or|und|later|also)?[\s,]*(?:with )?(?:both )?")
_PLURAL_PRONOUNS = frozenset("they them their theirs both".split())
_PAIRS = re.compile(
    r"\b(?:the |both )?(?:two|both|three|four|pair|duo)?\s?(?:sides?|leaders|men|women|ministers|diplomats|presidents|"
    r"officials|countries|nations|parties|governments|pair|duo|two|three|delegations|counterparts|neighbors|neighbours|rivals)\b",
    re.IGNORECASE,
)


class Cast:
    """All parties of one text, found by token, with the means to follow a list, a pronoun or a description to them."""

    def __init__(self, doc: Doc, parties: Iterable[Party]) -> None:
        self.doc = doc
        self.parties = list(parties)
        self._at: dict[int, list[int]] = {}
        for n, party in enumerate(self.parties):
            for i in range(party.start, party.end):
                self._at.setdefault(i, []).append(n)

    def at(self, token: Token) -> list[Party]:
        """The parties whose words include the token; those of a word like "Thai-Lao" are its two governments."""
        if found := self._at.get(token.i):
            return [self.parties[n] for n in found]
        return list(self._hyphenated(token))

    def _hyphenated(self, token: Token) -> Iterator[Party]:
        parts = re.split(r"[-–—/]", token.text)
        if len(parts) < 2:
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
        if token.lower_ in PRONOUNS:
            return [(party, slot.role) for party in self._antecedents(token)]
        if not (found := self.at(token)):
            return []
        if slot.kind != "subject" or token.i < anchor.token.i:
            found = found + self._listed(found[-1], token, anchor)
        return [(party, slot.role) for party in found]

    def _listed(self, party: Party, head: Token, anchor: Anchor) -> list[Party]:
        """The parties that follow in the same list: "met Berg, Costa and senior officials"."""
        members, last = [], party
        for following in (p for p in self.parties if p.start >= last.end):
            if following.start < last.end and following.start != last.start:
                continue
            gap = self.doc[last.end : following.start].text
            if not _LIST_GAP.fullmatch(gap) or self.doc[following.start].sent.start != self.doc[party.start].sent.start:
                break
            if anchor.token.i > party.start and following.start > anchor.token.i > last.start:
                break
            if self._opens_clause(following, anchor, gap):
                break
            members.append(following)
            last = following
        return members

    def _opens_clause(self, party: Party, anchor: Anchor, gap: str) -> bool:
        """Is the party the subject of a verb of its own ("… met Berg, and Costa said")?"""
        if not gap.strip():
            return True
        root = self.doc[party.start : party.end].root
        if root.dep_ not in syntax.SUBJECTS:
            return False
        return root.head.i > root.i and root.head.i != anchor.token.i and anchor.token not in root.head.subtree

    def _antecedents(self, pronoun: Token) -> list[Party]:
        """Whom a pronoun stands for: the nearest subject before it that is a named person; for "they", the last list of two."""
        plural = pronoun.lower_ in _PLURAL_PRONOUNS
        if pronoun.lower_ in ("it", "its", "we", "us", "our", "ours", "i", "me", "my"):
            return self._institution(pronoun) if pronoun.lower_ in ("it", "its") else []
        before = [p for p in self.parties if p.end <= pronoun.i and p.kind == "person"]
        same = [p for p in before if p.start >= pronoun.sent.start]
        if plural:
            return []
        subjects = [p for p in same if self._is_subject(p)]
        if subjects or same:
            return [(subjects or same)[0 if subjects else -1]]
        starts = {sent.start for sent in self.doc.sents if sent.end <= pronoun.i}
        for start in sorted(starts, reverse=True)[:3]:
            sentence = [p for p in before if self.doc[p.start].sent.start == start and p.named]
            if chosen := [p for p in sentence if self._is_subject(p)] or sentence:
                return [chosen[0]]
        return []

    def _institution(self, pronoun: Token) -> list[Party]:
        before = [p for p in self.parties if pronoun.sent.start <= p.start and p.end <= pronoun.i and p.kind != "person"]
        subjects = [p for p in before if self._is_subject(p)]
        return subjects[:1]

    def _is_subject(self, party: Party) -> bool:
        span = self.doc[party.start : party.end]
        return any(token.dep_ in syntax.SUBJECTS for token in span)


def is_anaphoric(text: str) -> bool:
    """Do the words stand for parties told before ("the two leaders", "both sides")?"""
    return bool(_PAIRS.fullmatch(text.strip()))


def to_participant(party: Party, role: Role) -> Participant:
    """The published form of a party in this role."""
    name = party.name if party.named else _bare(party.name)
    title = party.title if party.named else None
    return Participant(name, party.kind, title, party.country, role)


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|a|an|his|her|its|their|our|some|other)\s+", "", words, flags=re.IGNORECASE)
