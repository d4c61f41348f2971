"""Consecutive snapshots of a real feed, read one after another, make the lake that they make together."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from beam_testing import digests, ingest, rows

from schemas.article import Article
from schemas.mention import Mention, Participant
from schemas.tables import ARTICLES, MENTIONS
from transforms.check import check_lake
from transforms.read import read_articles

FEEDS = Path(__file__).parents[2] / "shared/eval/feeds"
# Overlapping windows, with revisions; all 62 snapshots take minutes.
SNAPSHOTS = sorted(FEEDS.glob("State-Department-PR-00*.rss"))
SPOKEN = re.compile(r"([A-Z]\w+) (?:spoke|met) (?:\w+ )?with ([A-Z][\w ]+)")

pytestmark = pytest.mark.skipif(not SNAPSHOTS, reason=f"the snapshots are not in {FEEDS}")


def find_spoken(article: Article) -> Iterator[Mention]:
    """One mention for every "Mira spoke today with Olav" of the text."""
    for match in SPOKEN.finditer(article.text):
        name = hashlib.sha256(f"{article.article_id} {match.start()}".encode()).hexdigest()[:16]
        parties = tuple(Participant(party, "person") for party in match.groups())
        yield Mention(
            name, article.article_id, article.published_at, "held", None, parties, None, None, None, None, None, None,
            None, None, None, (), None, match.group(), match.start(), match.end(), 0.5, "040", "CONSULT", None, "f",
        )  # fmt: skip


def test_one_after_another_and_all_at_once_are_the_same_lake(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("beam_testing.find_told", find_spoken)
    ingest(tmp_path / "together", SNAPSHOTS, monkeypatch)
    for snapshot in SNAPSHOTS:
        ingest(tmp_path / "apart", [snapshot], monkeypatch)
    assert digests(tmp_path / "apart") == digests(tmp_path / "together")
    assert list(check_lake(str(tmp_path / "apart"))) == []
    assert rows(tmp_path / "apart", MENTIONS)


def test_each_release_is_there_once_with_its_revisions_linked(tmp_path: Path, monkeypatch) -> None:
    ingest(tmp_path / "lake", SNAPSHOTS, monkeypatch)
    articles = rows(tmp_path / "lake", ARTICLES)
    delivered = [row for path in SNAPSHOTS for row in read_articles(str(path), path.read_bytes())]
    assert len(delivered) == 10 * len(SNAPSHOTS)
    assert sorted(a.article_id for a in articles) == sorted({row.article_id for row in delivered})
    releases = defaultdict(list)
    for article in articles:
        releases[article.canonical_url].append(article)
    revised = [versions for versions in releases.values() if len(versions) > 1]
    assert len(revised) == 3
    for versions in revised:
        original = min(versions, key=lambda version: (version.published_at, version.article_id))
        assert {v.duplicate_of for v in versions} == {None, original.article_id}
