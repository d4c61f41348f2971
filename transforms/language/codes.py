"""The CAMEO and PLOVER codes of a meeting (CAMEO 1.1b3 and PLOVER 0.8 manuals)."""

from collections.abc import Collection

from schemas.mention import Mode, Participant, Role, Status

_MEETINGS_TO_COME = {"planned": ("036", "AGREE", None), "postponed": ("036", "AGREE", None)}
_BREAKING_OFF = frozenset("break-off break-down collapse walk-out pull-out withdraw".split())
_NEGOTIATION = frozenset(("talks",))


def event_codes(
    status: Status,
    mode: Mode | None,
    participants: Collection[Participant],
    natures: Collection[str],
    country: str | None,
    governor: str | None = None,
) -> tuple[str, str, str | None]:
    """(cameo_code, plover_event, plover_mode) of a meeting of this status, mode and cast.

    natures: the constructions that told it ("talks", "visit"); country: where it takes place, alpha-3; governor: the
    lemma of the verb that decides of it ("demand", "break-off").
    """
    if status in _MEETINGS_TO_COME:
        return _MEETINGS_TO_COME[status]
    if status == "proposed":
        mediated = any(participant.role == "mediator" for participant in participants)
        return ("026" if mediated else "106" if governor == "demand" else "036"), "REQUEST", "meet"
    if status == "refused":
        return "125", "REJECT", "meet"
    if status == "cancelled":
        return ("164" if governor in _BREAKING_OFF else "161"), "REJECT", "meet"
    roles = {participant.role for participant in participants}
    neutral = (
        bool(country)
        and len(countries := {p.country for p in participants if p.country}) > 1
        and country not in countries
    )
    mode_of = _consult_mode(mode, participants, natures, roles, neutral)
    if mode in ("phone", "video"):
        return "041", "CONSULT", mode_of
    if "mediator" in roles:
        return "045", "CONSULT", mode_of
    if _NEGOTIATION & set(natures):
        return "046", "CONSULT", mode_of
    if "visitor" in roles:
        return "042", "CONSULT", mode_of
    if "host" in roles:
        return "043", "CONSULT", mode_of
    return ("044" if neutral else "040"), "CONSULT", mode_of


def _consult_mode(
    mode: Mode | None, participants: Collection[Participant], natures: Collection[str], roles: set[Role], neutral: bool
) -> str | None:
    if mode in ("phone", "video"):
        return "phone"
    if "mediator" in roles:
        return "third-party"
    if "summit" in natures and any(p.kind == "organisation" for p in participants):
        return "multilateral"
    if roles & {"visitor", "host"}:
        return "visit"
    return "third-party" if neutral else None
