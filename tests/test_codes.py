"""The CAMEO and PLOVER codes of a meeting: the table that the README of the codes gives."""

import pytest

from schemas.mention import Mode, Participant, Role, Status
from transforms.language.codes import event_codes

ANNA = Participant("Anna Berg", "person", "President", "DNK")
LUCA = Participant("Luca Costa", "person", "President", "ITA")
LEAGUE = Participant("ASEAN", "organisation")


def of_role(participant: Participant, role: Role) -> Participant:
    return Participant(participant.name, participant.kind, participant.title, participant.country, role)


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        ("held", ("040", "CONSULT", None)),
        ("ongoing", ("040", "CONSULT", None)),
        ("planned", ("036", "AGREE", None)),
        ("postponed", ("036", "AGREE", None)),
        ("proposed", ("036", "REQUEST", "meet")),
        ("refused", ("125", "REJECT", "meet")),
        ("cancelled", ("161", "REJECT", "meet")),
    ],
)
def test_the_status_of_a_meeting_gives_its_code(status: Status, codes: tuple) -> None:
    assert event_codes(status, "in_person", (ANNA, LUCA), {"meeting"}, None) == codes


@pytest.mark.parametrize("status", ["held", "ongoing"])
@pytest.mark.parametrize(
    ("mode", "cast", "natures", "country", "codes"),
    [
        ("phone", (ANNA, LUCA), {"call"}, None, ("041", "CONSULT", "phone")),
        ("video", (ANNA, LUCA), {"meeting"}, None, ("041", "CONSULT", "phone")),
        ("phone", (ANNA, LUCA), {"talks"}, None, ("041", "CONSULT", "phone")),
        (None, (ANNA, LUCA), {"talks"}, None, ("046", "CONSULT", None)),
        ("in_person", (ANNA, LUCA), {"meeting", "talks"}, "ITA", ("046", "CONSULT", None)),
        ("in_person", (ANNA, LUCA), {"meeting"}, "CHE", ("044", "CONSULT", "third-party")),
        ("in_person", (ANNA, LUCA), {"meeting"}, "ITA", ("040", "CONSULT", None)),
        ("in_person", (ANNA, LUCA), {"meeting"}, None, ("040", "CONSULT", None)),
        ("in_person", (ANNA, of_role(LUCA, "visitor")), {"visit"}, None, ("042", "CONSULT", "visit")),
        ("in_person", (of_role(ANNA, "host"), LUCA), {"reception"}, "DNK", ("043", "CONSULT", "visit")),
        ("in_person", (ANNA, LEAGUE), {"summit"}, None, ("040", "CONSULT", "multilateral")),
        ("in_person", (ANNA, of_role(LUCA, "mediator")), {"mediation"}, None, ("045", "CONSULT", "third-party")),
    ],
)
def test_mode_cast_and_place_tell_meetings_apart(
    status: Status, mode: Mode | None, cast: tuple, natures: set[str], country: str | None, codes: tuple
) -> None:
    assert event_codes(status, mode, cast, natures, country) == codes


@pytest.mark.parametrize("natures", [{"talks"}, {"mediation"}, {"summit"}])
def test_negotiation_and_mediation_take_precedence_over_a_third_place(natures: set[str]) -> None:
    cast = (ANNA, LUCA, of_role(LEAGUE, "mediator")) if natures == {"mediation"} else (ANNA, LUCA)
    code, _, _ = event_codes("held", "in_person", cast, natures, "CHE")
    assert code == {"talks": "046", "mediation": "045", "summit": "044"}[natures.pop()]


def test_a_place_is_neutral_only_between_two_countries() -> None:
    assert (
        event_codes("held", "in_person", (ANNA, Participant("a rebel delegation", "group")), {"meeting"}, "CHE")[0]
        == "040"
    )


def test_a_third_party_appeals_to_others_to_meet() -> None:
    cast = (ANNA, LUCA, of_role(LEAGUE, "mediator"))
    assert event_codes("proposed", None, cast, {"talks"}, None) == ("026", "REQUEST", "meet")


def test_what_is_not_held_is_coded_alike_whoever_meets_and_how() -> None:
    casts = [(ANNA, LUCA), (of_role(ANNA, "host"), of_role(LUCA, "visitor"))]
    for status in ("planned", "postponed", "refused"):
        assert len({event_codes(status, mode, c, {"visit"}, "CHE") for c in casts for mode in (None, "phone")}) == 1
