"""Which article repeats which: a function of the set of articles, whatever their order and however they were split.

Articles that may repeat one another are those of one text, those of one canonical URL, and those that meet in a bucket:
one each of a text's smallest shingles. There pairs are verified, and one pass over all verified pairs settles the
originals (`resolve`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import numpy as np

from schemas.article import ArticleKey
from transforms.signatures import (
    DIGEST_BYTES,
    Glance,
    Sketches,
    are_near,
    bucket_hashes,
    glance,
    may_be_near,
    open_signature,
    resemblance,
)

# How many texts of one bucket a text is compared with: enough for the stories that share a phrase within days.
_RIVALS = 16
_PAGE = re.compile(r"[\w+.-]+://[^/?#]*+/*[^/#]")

Rank = tuple[bool, datetime, str]
_SOME_TIME = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Link:
    """What an article repeats, and how much of their text the two share: `resemblance`, 1.0 if the text is the same."""

    duplicate_of: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Relation:
    """Two articles that were found to be one story; their texts are named by digest."""

    rank: Rank
    text: bytes
    other_rank: Rank
    other_text: bytes
    same_url: bool
    similarity: float


def rank(key: ArticleKey) -> Rank:
    """The place of an article in the order that decides which copy is the original: publication, then id."""
    return key.published_at is None, key.published_at or _SOME_TIME, key.article_id


def preference(key: ArticleKey) -> tuple[str, Rank, str, bytes]:
    """Which of several deliveries of one article is kept: the smallest."""
    return key.source, rank(key), key.canonical_url or "", key.signature


def _text(key: ArticleKey) -> bytes:
    return key.signature[:DIGEST_BYTES]


def page_of(key: ArticleKey) -> str | None:
    """The URL that identifies an article's page.

    One without path and query is a site's, which feeds give to entries that have no page: it identifies nothing.
    """
    return key.canonical_url if key.canonical_url and _PAGE.match(key.canonical_url) else None


def _relation(a: ArticleKey, b: ArticleKey, same_url: bool, similarity: float) -> Relation:
    return Relation(rank(a), _text(a), rank(b), _text(b), same_url, similarity)


def _shared(named: Iterable[tuple[str | bytes | None, ArticleKey]]) -> Iterator[list[ArticleKey]]:
    """The articles of each name that several have."""
    first: dict[str | bytes, ArticleKey] = {}
    groups: dict[str | bytes, list[ArticleKey]] = {}
    for name, key in named:
        if name is not None and first.setdefault(name, key) is not key:
            groups.setdefault(name, [first[name]]).append(key)
    return iter(groups.values())


def _relate_texts(members: list[ArticleKey]) -> Iterator[Relation]:
    """The same text is one story."""
    return (_relation(member, members[0], False, 1.0) for member in members[1:])


def _relate_pages(members: list[ArticleKey]) -> Iterator[Relation]:
    """The revisions of one page are one story, whatever became of the text."""
    rivals: list[tuple[ArticleKey, Sketches]] = []
    for member in _earliest_of_each_text(members):
        sketches = open_signature(member.signature)
        for rival, known in rivals:
            yield _relation(member, rival, True, resemblance(sketches, known))
        if len(rivals) < _RIVALS:
            rivals.append((member, sketches))


def _likeness(signature: bytes, other: bytes) -> float | None:
    """How much of their text two near texts share; None where they are not near."""
    a, b = open_signature(signature), open_signature(other)
    return resemblance(a, b) if are_near(a, b) else None


def relate_near(
    members: Iterable[ArticleKey],
    look: Callable[[bytes], Glance] = glance,
    likeness: Callable[[bytes, bytes], float | None] = _likeness,
) -> Iterator[tuple[ArticleKey, ArticleKey, float]]:
    """The near texts of one bucket and how much they share, in time linear in its size.

    Each text is compared with those before it that repeat none of their bucket: the latest, and the latest repeated.
    members: of different texts, by rank.
    """
    rivals: list[ArticleKey] = []
    glances: list[Glance] = []
    for member in members:
        seen = look(member.signature)
        near = []
        for at in _possible(seen, glances):
            if (similarity := likeness(member.signature, rivals[at].signature)) is not None:
                yield member, rivals[at], similarity
                near.append(at)
        if near:
            order = [*(at for at in range(len(rivals)) if at not in near), *near]
            rivals, glances = [rivals[at] for at in order], [glances[at] for at in order]
        else:
            rivals, glances = [*rivals[1 - _RIVALS :], member], [*glances[1 - _RIVALS :], seen]


def _possible(seen: Glance, glances: Iterable[Glance]) -> list[int]:
    return [at for at, possible in enumerate(may_be_near(seen, glances)) if possible]


def _earliest_of_each_text(members: Iterable[ArticleKey]) -> list[ArticleKey]:
    first: dict[bytes, ArticleKey] = {}
    for member in members:
        first.setdefault(_text(member), member)
    return list(first.values())


def _crowds(texts: Sequence[ArticleKey]) -> Iterator[list[ArticleKey]]:
    """The texts of each bucket that holds several, in the order given; the buckets in the order of their first texts.

    The buckets are numbers in one array, sorted: most hold a single text, and no object is made for them. Texts of one
    time come one after another, so that a signature opened for one bucket is still open for the next.
    """
    hashes = [np.array(bucket_hashes(key.signature), dtype=np.uint32) for key in texts]
    owners = np.repeat(np.arange(len(texts)), [len(some) for some in hashes])
    buckets = np.concatenate([np.empty(0, np.uint32), *hashes])
    order = np.argsort(buckets, kind="stable")
    edges = np.flatnonzero(np.diff(buckets[order], prepend=-1, append=-1))
    several = np.flatnonzero(np.diff(edges) > 1)
    members = owners[order]
    for bucket in several[np.argsort(members[edges[several]], kind="stable")]:
        yield [texts[owner] for owner in members[edges[bucket] : edges[bucket + 1]]]


def _relations(keys: Sequence[ArticleKey]) -> Iterator[Relation]:
    """The verified pairs of these articles, which are ordered by rank."""
    for members in _shared((_text(key), key) for key in keys):
        yield from _relate_texts(members)
    for members in _shared((page_of(key), key) for key in keys):
        yield from _relate_pages(members)
    look, likeness, told = cache(glance), cache(_likeness), set[tuple[str, str]]()
    for members in _crowds(_earliest_of_each_text(keys)):
        for member, rival, similarity in relate_near(members, look, likeness):
            pair = member.article_id, rival.article_id
            if pair not in told:
                told.add(pair)
                yield _relation(member, rival, False, similarity)


def resolve(relations: Iterable[Relation]) -> dict[str, Link]:
    """The link of every article that repeats another, by article_id.

    Texts are settled in the order of their earliest article. A text becomes a duplicate only of an original that it was
    itself found to repeat: so links never chain, and A~B, B~C without A~C leaves A and C two originals. Of several it
    takes the one under its own URL, then the most similar, then the earliest.
    """
    members: defaultdict[bytes, set[Rank]] = defaultdict(set)
    related: defaultdict[bytes, dict[bytes, tuple[bool, float]]] = defaultdict(dict)
    for found in relations:
        a, b, how = found.text, found.other_text, (found.same_url, found.similarity)
        members[a].add(found.rank)
        members[b].add(found.other_rank)
        if a != b:
            related[a][b] = related[b][a] = max(how, related[a].get(b, how))
    earliest = {text: min(ranks) for text, ranks in members.items()}
    links: dict[str, Link] = {}
    originals: set[bytes] = set()
    for text in sorted(earliest, key=earliest.__getitem__):
        choices = [(how, other) for other, how in related[text].items() if other in originals]
        if choices:
            (_, similarity), original = min(choices, key=lambda c: (not c[0][0], -c[0][1], earliest[c[1]]))
        else:
            originals.add(text)
            similarity, original = 1.0, text
        link = Link(earliest[original][2], similarity)
        links.update((article_id, link) for _, _, article_id in members[text] if article_id != link.duplicate_of)
    return links


def link_articles(keys: Iterable[ArticleKey]) -> dict[str, Link]:
    """The link of every article that repeats another, by article_id; originals have none.

    Of several keys with one id the one preferred counts. The links that the keys carry are not looked at.
    """
    kept: dict[str, ArticleKey] = {}
    for key in keys:
        known = kept.get(key.article_id)
        if known is None or preference(key) < preference(known):
            kept[key.article_id] = key
    return resolve(_relations(sorted(kept.values(), key=rank)))
