"""Which mentions are of one meeting: each joins the group that most speaks for it, or founds its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from transforms.meetings.parties import Party, join_parties, party_evidence
from transforms.meetings.traces import ALWAYS, POSTPONED_AT_MOST, Block, Trace, found_in, looked_up_in

# Two names and a common country, or two countries and a common day, are just enough.
ENOUGH = 5.0
_TIME = ((1, 3.0), (3, 2.5), (8, 2.0), (40, 1.0), (370, 0.5))
_SAME_CITY, _SAME_COUNTRY = 1.5, 1.0
_BOTH_CALLS, _SAME_OCCASION, _SAME_TOPIC = 0.5, 0.5, 0.25
_UNLIKELY_LIFE = -2.0
_NOT_TO_BE, _WAS = frozenset({"cancelled", "refused"}), frozenset({"held", "ongoing"})
_MOST_CANDIDATES = 256


@dataclass(slots=True)
class Group:
    """Mentions of one meeting and what they agree on.

    first, last are the days that every member allows: intervals that meet pairwise have a day in common, so
    nobody needs to be compared with the members one by one.
    """

    parties: tuple[Party, ...] = ()
    first: int = ALWAYS[0]
    last: int = ALWAYS[1]
    city: frozenset[str] = frozenset()
    country: str | None = None
    remote: bool | None = None
    occasion: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    statuses: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    members: list[Trace] = field(default_factory=list)
    later: "Group | None" = None

    def add(self, trace: Trace) -> None:
        """Take a mention in."""
        self.parties = join_parties(self.parties, trace.parties)
        self.first, self.last = max(self.first, trace.first), min(self.last, trace.last)
        self.city = self.city or trace.city
        self.country = self.country or trace.country
        self.remote = trace.remote if self.remote is None else self.remote
        self.occasion |= trace.occasion
        self.topics |= trace.topics
        self.statuses.add(trace.status)
        self.articles.add(trace.article_id)
        self.members.append(trace)


def _time_evidence(a: Trace | Group, b: Trace | Group) -> float:
    width = max(a.last - a.first, b.last - b.first) + 1
    return next((value for days, value in _TIME if width <= days), 0.0)


def _place_evidence(a: Trace | Group, b: Trace | Group) -> float | None:
    if a.country and b.country and a.country != b.country:
        return None
    if a.city and b.city:
        return _SAME_CITY if a.city <= b.city or b.city <= a.city else None
    return _SAME_COUNTRY if a.country and a.country == b.country else 0.0


def agreement(a: Trace | Group, b: Trace | Group) -> float | None:
    """How strongly parties, place and mode speak for one meeting; None where they contradict each other."""
    if a.remote is not None and b.remote is not None and a.remote != b.remote:
        return None
    place = _place_evidence(a, b)
    parties = party_evidence(a.parties, b.parties) if place is not None else None
    if place is None or parties is None:
        return None
    mode = _BOTH_CALLS if a.remote and b.remote else 0.0
    occasion = _SAME_OCCASION if a.occasion & b.occasion else 0.0
    return parties + place + mode + occasion + (_SAME_TOPIC if a.topics & b.topics else 0.0)


def evidence(trace: Trace, group: Group) -> float | None:
    """How strongly a mention and a group are one meeting; None where they cannot be, or too little says so.

    Two mentions of one article never are: it tells them apart.
    """
    if trace.article_id in group.articles or trace.first > group.last or trace.last < group.first:
        return None
    agreed = agreement(trace, group)
    if agreed is None:
        return None
    total = agreed + _time_evidence(trace, group)
    if (trace.status in _NOT_TO_BE and group.statuses & _WAS) or (trace.status in _WAS and group.statuses & _NOT_TO_BE):
        total += _UNLIKELY_LIFE
    return total if total >= ENOUGH else None


def _order(trace: Trace) -> tuple[object, ...]:
    """The total order in which mentions are placed: those that tell most precisely come first."""
    return (
        trace.last - trace.first,
        -sum(bool(p.words) for p in trace.parties),
        not trace.city,
        trace.country is None,
        trace.published is None,
        trace.published or 0,
        trace.mention_id,
    )


def _distance(trace: Trace, group: Group) -> int:
    if trace.published is None:
        return 0
    return max(group.first - trace.published, trace.published - group.last, 0)


class _Grouping:
    """The groups so far, and where each can be found."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._where: defaultdict[Block, dict[int, None]] = defaultdict(dict)

    def candidates(self, blocks: Iterable[Block]) -> Iterator[int]:
        found = {i for block in blocks for i in self._where.get(block, ())}
        return iter(sorted(found)[:_MOST_CANDIDATES])

    def place(self, trace: Trace) -> None:
        ranked = sorted(self._ranked(trace))[:2]
        tied = len(ranked) == 2 and ranked[0][0] == ranked[1][0]
        if not ranked or (trace.timeless and tied):
            number = len(self.groups)
            self.groups.append(Group())
        else:
            number = ranked[0][-1]
        self.groups[number].add(trace)
        for block in found_in(trace):
            self._where[block][number] = None

    def _ranked(self, trace: Trace) -> Iterator[tuple[float, int, int]]:
        for number in self.candidates(looked_up_in(trace)):
            group = self.groups[number]
            value = evidence(trace, group)
            if value is not None:
                yield -value, _distance(trace, group), number


def group_mentions(traces: Iterable[Trace]) -> list[Group]:
    """The mentions in groups, one for each meeting, whatever the order they come in.

    Mentions are placed one by one in a total order, the most precise first, each judged against what all members
    of a group agree on. Only groups that share a block with a mention are looked at. Groups whose meeting was
    moved to another date (`later`) are to be read as one.
    """
    grouping = _Grouping()
    for trace in sorted(traces, key=_order):
        grouping.place(trace)
    _follow_postponements(grouping)
    return grouping.groups


def _reported(group: Group) -> list[int]:
    return [t.published for t in group.members if t.published is not None]


def _can_follow(late: Group, early: Group) -> bool:
    """Whether a group can be the new date of a postponed meeting: later, told later, agreeing in all else."""
    postponed = [t.published for t in early.members if t.status == "postponed" and t.published is not None]
    gap = late.first - early.last
    return (
        0 < gap <= POSTPONED_AT_MOST
        and bool(postponed)
        and all(day >= min(postponed) for day in _reported(late))
        and not late.articles & early.articles
        and not late.statuses & _NOT_TO_BE
        and agreement(late, early) is not None
    )


def _follow_postponements(grouping: _Grouping) -> None:
    """Link each postponed meeting to its new date, the nearest that can be; a date follows one meeting only."""
    taken: set[int] = set()
    early = [g for g in grouping.groups if "postponed" in g.statuses and not g.statuses & _WAS]
    for group in sorted(early, key=lambda g: (g.first, _order(g.members[0]))):
        blocks = [b for t in group.members if t.status == "postponed" for b in looked_up_in(t)]
        numbers = (n for n in grouping.candidates(blocks) if n not in taken and _can_follow(grouping.groups[n], group))
        number = min(numbers, key=lambda n: (grouping.groups[n].first, n), default=None)
        if number is not None:
            taken.add(number)
            group.later = grouping.groups[number]


def components(blocks: Sequence[tuple[str, Sequence[int], Sequence[int]]]) -> Iterator[tuple[str, str]]:
    """Each mention with the mention that stands for its component, from the blocks each is found in and looks in.

    A component holds whatever can influence how its mentions are grouped: mentions linked through blocks in which
    one looks and another is found. Grouping the components one by one therefore equals grouping everything.
    It can be as large as all reports on one pair of parties, where every week has some, and no larger without
    mentions that name only countries or three parties and more.
    """
    parent = list(range(len(blocks)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    found_by: dict[int, int] = {}
    for i, (_, found, _looked_up) in enumerate(blocks):
        for block in found:
            found_by.setdefault(block, i)
    looked_up = {block for _, _, blocks_of in blocks for block in blocks_of}
    for i, (_, found, looks) in enumerate(blocks):
        for block in (b for some in (looks, found) for b in some):
            if block in found_by and block in looked_up:
                one, other = root(i), root(found_by[block])
                parent[max(one, other)] = min(one, other)
    return ((mention_id, blocks[root(i)][0]) for i, (mention_id, _, _) in enumerate(blocks))
