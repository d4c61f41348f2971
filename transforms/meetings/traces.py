"""What a mention can be recognised by: parties, possible days, place and mode, without its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from schemas.mention import Mention, Outline, Status
from transforms.meetings.parties import Party, initials, parties_of, plain_words

# Days that an undated report can speak of, counted from its publication. Ministers call each other twice a week;
# that they met at some place is told for longer.
_REACH: dict[Status, tuple[int, int]] = {
    "held": (-3, 0),
    "ongoing": (-7, 7),
    "planned": (-2, 30),
    "proposed": (-2, 30),
    "postponed": (-7, 30),
    "cancelled": (-7, 30),
    "refused": (-7, 30),
}
_REACH_OF_HELD_AT_A_PLACE = (-7, 0)
ALWAYS = (date.min.toordinal(), date.max.toordinal())
POSTPONED_AT_MOST = 60
_DAYS_IN_BLOCK = 7
_DAYS_OF_USE = 370
_PARTIES_IN_KEYS = 8
_KEPT = 65_536
_OCCASION_WORDS_SAY_NOTHING = frozenset(
    {"the", "of", "a", "an", "and", "in", "on", "at", "for", "its", "their", "with", "meeting", "meetings", "talks"}
    | {"summit", "conference", "session", "visit", "regional", "annual"}
)

Block = tuple[str, str, int | str]


@dataclass(frozen=True, slots=True)
class Trace:
    """A mention without its words.

    first, last: the days it can have taken place on, as ordinals. A call by phone or video is in no place.
    """

    mention_id: str
    article_id: str
    status: Status
    parties: tuple[Party, ...]
    first: int
    last: int
    published: int | None
    city: frozenset[str]
    country: str | None
    remote: bool | None
    occasion: frozenset[str]
    topics: frozenset[str]

    @property
    def timeless(self) -> bool:
        """Whether nothing useful tells when it was."""
        return self.last - self.first > _DAYS_OF_USE


def trace_of(mention: Mention | Outline) -> Trace:
    """What a mention is recognised by. An undated one can lie as far from its publication as its status allows."""
    published = mention.published_at.toordinal() if mention.published_at else None
    remote = None if mention.mode is None else mention.mode != "in_person"
    placed = not remote and bool(mention.city or mention.country)
    first, last = _possible_days(mention, published, placed)
    return Trace(
        mention.mention_id,
        mention.article_id,
        mention.status,
        parties_of(mention.participants),
        first,
        last,
        published,
        frozenset() if remote else frozenset(plain_words(mention.city or "")),
        None if remote else mention.country,
        remote,
        frozenset(plain_words(mention.occasion or "")) - _OCCASION_WORDS_SAY_NOTHING,
        frozenset(topic.casefold() for topic in mention.topics),
    )


def _possible_days(mention: Mention | Outline, published: int | None, placed: bool) -> tuple[int, int]:
    if mention.date_start is not None:
        last = mention.date_end or mention.date_start
        return mention.date_start.toordinal(), last.toordinal()
    if published is None:
        return ALWAYS
    before, after = _REACH_OF_HELD_AT_A_PLACE if placed and mention.status == "held" else _REACH[mention.status]
    return max(published + before, ALWAYS[0]), min(published + after, ALWAYS[1])


def found_in(trace: Trace) -> list[Block]:
    """The blocks under which others find this mention."""
    when: list[int | str] = [*_weeks(trace, 0), *_places(trace)]
    return [(*key, at) for at in when for key in _keys(trace, _found_under)]


def looked_up_in(trace: Trace) -> list[Block]:
    """The blocks in which a mention looks for the others of its meeting.

    A pair of parties, and the week, or the place where nothing tells the time. What was postponed is looked for
    in the weeks after and before, too.
    """
    around = POSTPONED_AT_MOST if trace.status == "postponed" else 0
    when: Iterable[int | str] = _places(trace) if trace.timeless else _weeks(trace, around)
    return [(*key, at) for at in when for key in _keys(trace, _looked_up_under)]


def _places(trace: Trace) -> list[str]:
    return [" ".join(sorted(trace.city))] * bool(trace.city) + [str(trace.country)] * bool(trace.country)


def _weeks(trace: Trace, around: int) -> Iterable[int]:
    if trace.timeless:
        return ()
    return range((trace.first - around) // _DAYS_IN_BLOCK, (trace.last + around) // _DAYS_IN_BLOCK + 1)


def _keys(trace: Trace, tokens: Callable[[Party], list[str]]) -> list[tuple[str, str]]:
    """Pairs of what the parties are known by; of a long list, the parties of smallest digest stand for all."""
    parties: Sequence[Party] = trace.parties
    if len(parties) > _PARTIES_IN_KEYS:
        parties = sorted(parties, key=_digest)[:_PARTIES_IN_KEYS]
    pairs = ((a, b) for a, b in combinations(parties, 2) if a.side != b.side)
    keys = (
        ((one, other) if one < other else (other, one)) for a, b in pairs for one in tokens(a) for other in tokens(b)
    )
    return list(dict.fromkeys(keys))


@lru_cache(_KEPT)
def _digest(party: Party) -> bytes:
    return blake2b(f"{party.side} {sorted(party.words)}".encode(), digest_size=8).digest()


@lru_cache(_KEPT)
def _found_under(party: Party) -> list[str]:
    if not party.words:
        return [f"country {party.country}"]
    return [*_names(party), f"of {party.country}"] if party.country else _names(party)


@lru_cache(_KEPT)
def _looked_up_under(party: Party) -> list[str]:
    if not party.words:
        return [f"country {party.country}", f"of {party.country}"]
    return [*_names(party), f"country {party.country}"] if party.country else _names(party)


def _names(party: Party) -> list[str]:
    short = () if party.person else (initials(party.words),)
    return [f"name {word}" for word in dict.fromkeys(party.words[:1] + party.words[-3:] + short)]
