"""Which article repeats which: a function of the set of articles, whatever their order and however they were split.

Articles that may repeat one another meet in buckets: one a text, one a canonical URL, one each of the text's smallest
shingles. There pairs are verified (`relate`), and one pass over all verified pairs settles the originals (`resolve`).
"""

import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.article import ArticleKey
from transforms.signatures import DIGEST_BYTES, Sketches, are_near, bucket_hashes, open_signature, resemblance

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


def buckets(key: ArticleKey) -> Iterator[bytes]:
    """The buckets in which an article meets those that it may repeat.

    A URL without path and query is a site's, which feeds give to entries that have no page: it identifies nothing.
    """
    yield b"text:" + _text(key)
    if key.canonical_url and _PAGE.match(key.canonical_url):
        yield b"url:" + key.canonical_url.encode("utf-8", "surrogatepass")
    for shingle in bucket_hashes(key.signature):
        yield b"shingle:" + shingle.to_bytes(4, "big")


def relate(bucket: bytes, keys: Iterable[ArticleKey]) -> Iterator[Relation]:
    """The verified pairs of one bucket, in time linear in its size."""
    members = sorted(keys, key=rank)
    if len(members) < 2:
        return
    if bucket.startswith(b"text:"):
        for member in members[1:]:
            yield _relation(member, members[0], False, 1.0)
        return
    first: dict[bytes, ArticleKey] = {}
    for member in members:
        first.setdefault(_text(member), member)
    if bucket.startswith(b"url:"):
        yield from _same_url(list(first.values()))
    else:
        yield from _near(list(first.values()))


def _relation(a: ArticleKey, b: ArticleKey, same_url: bool, similarity: float) -> Relation:
    return Relation(rank(a), _text(a), rank(b), _text(b), same_url, similarity)


def _same_url(members: list[ArticleKey]) -> Iterator[Relation]:
    """The revisions of one page are one story, whatever became of the text."""
    rivals: list[tuple[ArticleKey, Sketches]] = []
    for member in members:
        sketches = open_signature(member.signature)
        for rival, known in rivals:
            yield _relation(member, rival, True, resemblance(sketches, known))
        if len(rivals) < _RIVALS:
            rivals.append((member, sketches))


def _near(members: list[ArticleKey]) -> Iterator[Relation]:
    """Each text against those before it that repeat none of their bucket: the latest, and the latest repeated."""
    if len(members) < 2:
        return
    rivals: OrderedDict[str, tuple[ArticleKey, Sketches]] = OrderedDict()
    for member in members:
        sketches = open_signature(member.signature)
        near = [(rival, known) for rival, known in rivals.values() if are_near(sketches, known)]
        for rival, known in near:
            yield _relation(member, rival, False, resemblance(sketches, known))
            rivals.move_to_end(rival.article_id)
        if not near:
            rivals[member.article_id] = member, sketches
        if len(rivals) > _RIVALS:
            rivals.popitem(last=False)


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
    meeting: defaultdict[bytes, list[ArticleKey]] = defaultdict(list)
    for key in kept.values():
        for bucket in buckets(key):
            meeting[bucket].append(key)
    return resolve(relation for bucket, members in meeting.items() for relation in relate(bucket, members))
