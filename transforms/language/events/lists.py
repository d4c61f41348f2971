"""Whether two parties stand in one list of those who take part: "Berg, Costa and senior officials"."""

import re
from collections.abc import Callable

from spacy.tokens import Doc, Token

from transforms.language.anchors.patterns import Anchor
from transforms.language.grammar import syntax
from transforms.language.lexicon.constructions import ADDRESSING, TELLING
from transforms.language.parties.party import Party
from transforms.language.toponyms.cities import find_city

_LIST_GAP = re.compile(
    r"(?!\s*with\b)[\s,;&()–—-]*"
    r"(?:and )?(?:and|as well as|along with|together with|plus|including|such as|or|later|also|"
    r"(?:joined|accompanied) by)?"
    r"[\s,]*(?:with|between|from)?\s*(?:both)?\s*(?:the|an?|its|their|his|her)?\s*"
)
_SAYING = TELLING | ADDRESSING
_NO_LINKS = ("", "the", "a", "an", "its", "their", "his", "her")
PREDICATES = (*syntax.FINITE, "MD")  # tags of the words a predicate may begin with
At = Callable[[Token], list[Party]]


def is_list(doc: Doc, left: Party, right: Party, anchor: Anchor, at: At) -> bool:
    """Do only commas and conjunctions stand between two parties of one clause, the anchor not among them?

    Behind a group a colon may stand before those whom it comprises. at: the parties whose words include a token.
    """
    gap = doc[left.end : right.start].text
    comprised = not left.named and left.kind == "group" and gap.strip() == ":"
    if gap.strip().lower() in _NO_LINKS or not (comprised or _LIST_GAP.fullmatch(gap)):
        return False
    if left.end <= anchor.token.i < right.start or doc[left.start].sent.start != doc[right.start].sent.start:
        return False
    owns = right.kind == "person" and right.end < len(doc) and doc[right.end].tag_ == "POS"
    if owns or _is_elsewhere(doc, left, at) or (gap.strip() == "," and _tells(doc, right, anchor)):
        return False
    return not _opens_clause(doc, right, anchor) and not _follows_setting(doc, gap, right, anchor)


def _is_elsewhere(doc: Doc, party: Party, at: At) -> bool:
    """Does the party's name stand under a preposition of place ("In Oslo, the two …")?"""
    before = doc[max(party.start - 2, 0) : party.start]
    if party.kind != "government":
        return False
    if any(token.lower_ in ("in", "to", "at", "from", "into", "near") for token in before):
        return True
    listed = party.start > 1 and before[-1].lower_ in ("and", ",")
    if listed and (town := find_city(before[0].text)) and town.country == party.country:
        return True
    return listed and any(_is_elsewhere(doc, other, at) for other in at(before[0]) if other.start < party.start)


def _tells(doc: Doc, party: Party, anchor: Anchor) -> bool:
    """Does the party only tell of what is told before, by the verb behind it ("Berg met Lie, Costa noted")?"""
    behind = doc[party.end : party.end + 1]
    says = bool(behind) and behind[0].tag_ in (*PREDICATES, "VBN") and syntax.lemma(behind[0]) in _SAYING
    return says and anchor.token.i < party.start


def _opens_clause(doc: Doc, party: Party, anchor: Anchor) -> bool:
    """Is the party the subject of a verb of its own ("… met Berg, and Costa said")?"""
    root, before = doc[party.start : party.end].root, doc[max(party.start - 1, 0)]
    if root.dep_ not in syntax.SUBJECTS or before.lower_ == "including":
        return False
    return root.head.i > root.i and root.head.i != anchor.token.i and anchor.token not in root.head.subtree


def _follows_setting(doc: Doc, gap: str, party: Party, anchor: Anchor) -> bool:
    """Is it the subject behind others' meeting that opens the sentence ("After Lie's talks with Berg, Costa …")?"""
    if not any(slot.kind == "subject" and slot.token.i < anchor.token.i for slot in anchor.slots):
        return False
    setting = doc[doc[party.start].sent.start : party.start + 1]
    after = doc[party.end : party.end + 1]
    finite = bool(after) and after[0].tag_ in PREDICATES and after[0].pos_ in ("VERB", "AUX")
    within = setting[0].pos_ == "ADP" and not any(token.tag_ in PREDICATES for token in setting)
    return gap.strip() == "," and finite and within and anchor.token.i < party.start
