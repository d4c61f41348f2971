"""How merging grows: made-up worlds of reports, one of many pairs, two of a pair that meets all the time."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from schemas.article import Citation
from schemas.mention import Mention, Participant, Report, Status
from transforms.meetings.groups import components
from transforms.merge import blocks_of, merge_mentions

MENTIONS_OF_A_MEETING = 5
DAYS = 730
FIRST_DAY = date(2023, 1, 1)
_SYLLABLES = "ba do ka li mo ne pa ru sa ti vo ze gra kel mir nov ost pet sul tar".split()

Told = tuple[Participant, Participant, date, str]


def _person(number: int) -> Participant:
    """A made-up minister of one of 180 made-up countries."""
    chance = random.Random(number)
    name = " ".join("".join(chance.choices(_SYLLABLES, k=3)).title() for _ in range(2))
    return Participant(name, "person", "Minister", f"C{number % 180:02}")


def _spread(chance: random.Random, size: int) -> Told:
    """Many pairs: as many people as news of that size would have."""
    one, other = chance.sample(range(size // 10 + 20), 2)
    return _person(one), _person(other), FIRST_DAY + timedelta(chance.randrange(DAYS)), f"City{chance.randrange(50)}"


def _hot_pair(chance: random.Random, size: int) -> Told:
    """Half of all meetings are those of one pair of ministers."""
    if chance.random() < 0.5:
        return _spread(chance, size)
    return _person(1), _person(2), FIRST_DAY + timedelta(chance.randrange(DAYS)), f"City{chance.randrange(3)}"


def _one_week(chance: random.Random, size: int) -> Told:
    """One pair, in one week, in many places: all that is told contradicts most of the rest."""
    return _person(1), _person(2), FIRST_DAY + timedelta(chance.randrange(7)), f"City{chance.randrange(30)}"


def _reports(size: int, tell: Callable[[random.Random, int], Told]) -> Iterator[Report]:
    chance = random.Random(size)
    for number in range(size // MENTIONS_OF_A_MEETING):
        told = tell(chance, size)
        for copy in range(MENTIONS_OF_A_MEETING):
            yield _report(f"{number}.{copy}", told, chance)


def _report(name: str, told: Told, chance: random.Random) -> Report:
    """A mention that leaves out what mentions leave out: given names, names, dates, places."""
    one, other, day, city = told
    if chance.random() < 0.3:
        one = Participant(one.name.split()[-1], "person", None, one.country)
    if chance.random() < 0.1:
        other = Participant(f"Country {other.country}", "government", None, other.country)
    status: Status = chance.choice(("held", "held", "planned"))
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(-2 if status == "planned" else 1)
    dated, timeless, placed = chance.random() < 0.7, chance.random() < 0.02, chance.random() < 0.6
    published = None if timeless else at
    mention = Mention(
        name, name, published, status, None, (one, other), day if dated else None, day if dated else None,
        "day" if dated else None, None, None, city if placed else None, None, None, None, (), None, "quote", 0, 5,
        0.7, "040", "CONSULT", None, "1",
    )  # fmt: skip
    return Report(mention, Citation(name, None, None, None, published))


WORLDS = {"spread": _spread, "hot pair": _hot_pair, "one week": _one_week}


def make_reports(world: str, size: int) -> list[Report]:
    """So many reports, five of each meeting."""
    return list(_reports(size, WORLDS[world]))


def merge(reports: list[Report]) -> int:
    """How many meetings they make, merged as the job does: linked into components, each of which is merged apart."""
    blocks = sorted((report.mention.mention_id, *blocks_of(report.mention)) for report in reports)
    component_of = dict(components(blocks))
    by_component: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_component[component_of[report.mention.mention_id]].append(report)
    return sum(len(merge_mentions(some)) for some in by_component.values())
