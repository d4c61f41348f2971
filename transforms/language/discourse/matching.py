"""Whether two parties told at different places of a text can be one and the same."""

from transforms.language.discourse.casts import is_same_party
from transforms.language.discourse.retelling import can_bear
from transforms.language.parties.party import Party
from transforms.language.parties.standing import side_of


def can_be_one(one: Party, other: Party) -> bool:
    """Can the two be one party: the same, or one the government or organisation that the other speaks for?"""
    if is_same_party(one, other):
        return True
    side = side_of(one)
    if side is None or side != side_of(other):
        return False
    if other.relational and not one.relational:  # "his Danish counterpart", of one named before
        return True
    if one.kind == other.kind == "person":
        return one.named != other.named and can_bear(*((one, other) if one.named else (other, one)))
    unnamed = not (one.named or other.named)
    return unnamed or one.kind == other.kind or bool({"government", "organisation"} & {one.kind, other.kind})


def are_of_one_side(one: Party, other: Party) -> bool:
    """Can they be one party, or one be of the officials whom somebody came to see?"""
    vague = any(party.kind == "group" and not party.named for party in (one, other))
    return can_be_one(one, other) or (vague and side_of(one) == side_of(other) is not None)


def is_sent_by(person: Party, delegation: Party) -> bool:
    """Can a person be one of a delegation of the same state?"""
    delegated = delegation.kind == "group" and "delegation" in delegation.name and person.kind == "person"
    return delegated and bool(person.country) and person.country == delegation.country
