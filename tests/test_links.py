"""Links are a function of the set of articles: originals by rank, no chains, no order, bounded buckets."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.article import ArticleKey
from transforms.links import Link, link_articles, page_of, rank, relate_near
from transforms.signatures import DIGEST_BYTES, are_near, sign

MAY = datetime(2022, 5, 1, tzinfo=UTC)
WORDS = [f"{first}{second}" for first in "bdfgklmnprst" for second in ("abo", "emi", "ilu", "oda", "upe", "yra")]


def _prose(seed: int, length: int = 90) -> str:
    pick = random.Random(seed)
    return " ".join(pick.choice(WORDS) for _ in range(length))


def _key(article_id: str, text: str, url: str | None = None, day: int | None = 0, source: str = "s") -> ArticleKey:
    published = None if day is None else MAY + timedelta(days=day)
    return ArticleKey(article_id, url, source, published, sign(text))


STORY = _prose(1)
PAGE = "https://news.example/page"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([_key("b", "One text."), _key("a", "one, text", day=1)], {"a": Link("b", 1.0)}),
        ([_key("b", "One text."), _key("a", "one, text")], {"b": Link("a", 1.0)}),
        ([_key("b", "One text."), _key("a", "one, text", day=None)], {"a": Link("b", 1.0)}),
        ([_key("a", "One text."), _key("b", "Another text.")], {}),
        ([_key("a", "One text.", PAGE), _key("b", "Another one.", PAGE)], {"b": Link("a", 0.0)}),
        ([_key("a", "One text.", "https://x.example/"), _key("b", "Another one.", "https://x.example/")], {}),
        (
            [_key("a", "One.", "https://x.example/?p=1"), _key("b", "Two.", "https://x.example/?p=1")],
            {"b": Link("a", 0)},
        ),
        ([_key("a", "One.", "https://[x"), _key("b", "Two.", "https://[x")], {}),
        ([_key("a", "One.", source="z"), replace(_key("a", "One.", source="y"), duplicate_of="q")], {}),
    ],
    ids=[
        "earlier",
        "same day: id",
        "undated last",
        "short texts",
        "same page",
        "home page",
        "query",
        "broken host",
        "one article",
    ],
)
def test_exact_paths(keys, expected) -> None:
    assert link_articles(keys) == link_articles(keys[::-1]) == expected


def test_a_near_copy_knows_its_original_and_how_alike_they_are() -> None:
    (only,) = link_articles([_key("a", STORY), _key("b", STORY + " " + _prose(2, 30), day=1)]).items()
    assert only[0] == "b"
    assert only[1].duplicate_of == "a"
    assert 0.6 < only[1].similarity < 0.9


def test_a_chain_does_not_fuse() -> None:
    words = _prose(3, 300).split()
    parts = {name: " ".join(words[at : at + 150]) for name, at in (("a", 0), ("b", 30), ("c", 60), ("d", 90))}
    links = link_articles(_key(name, text) for name, text in parts.items())
    assert {name: link.duplicate_of for name, link in links.items()} == {"b": "a", "d": "c"}


def test_a_repost_of_a_revision_repeats_the_original() -> None:
    keys = [_key("a", _prose(4), PAGE), _key("b", _prose(5), PAGE, 1), _key("c", _prose(5), PAGE + "/2", 2)]
    assert {name: link.duplicate_of for name, link in link_articles(keys).items()} == {"b": "a", "c": "a"}


def test_a_page_that_two_urls_showed_does_not_fuse_their_articles() -> None:
    wall = "Please subscribe to read on."
    keys = [
        _key("a", _prose(6), PAGE),
        _key("b", wall, PAGE, 1),
        _key("c", wall, PAGE + "/2", 2),
        _key("d", _prose(7), PAGE + "/2", 3),
    ]
    assert {name: link.duplicate_of for name, link in link_articles(keys).items()} == {"b": "a", "c": "a"}


def test_a_crowded_bucket_takes_linear_work(monkeypatch) -> None:
    compared = []
    monkeypatch.setattr("transforms.links.are_near", lambda a, b: compared.append(1) or are_near(a, b))
    crowd = [_key(f"{n:05}", _prose(n, 12), day=n) for n in range(1000)]
    copies = [_key(f"copy{n:05}", f"{STORY} {WORDS[n % 70]} {WORDS[n // 70]}", day=n) for n in range(1000)]
    near = [(a.article_id, b.article_id) for a, b, _ in relate_near(sorted([*crowd, *copies], key=rank))]
    assert near == [(copy.article_id, "copy00000") for copy in copies[1:]]
    assert len(compared) <= 16 * len([*crowd, *copies])


TEXTS = [
    *(" ".join(STORY.split()[:length]) for length in (90, 80, 55, 35, 5)),
    *(STORY + " " + _prose(seed, length) for seed, length in ((8, 10), (9, 60), (10, 200))),
    *(_prose(8, 60), _prose(9, 60), "Subscribe.", "Read more.", "..."),
]
KEYS = st.builds(
    _key,
    article_id=st.sampled_from([f"id{n}" for n in range(12)]),
    text=st.sampled_from(TEXTS),
    url=st.sampled_from([None, PAGE, PAGE + "/2", "https://news.example/"]),
    day=st.sampled_from([None, 0, 1, 2]),
    source=st.sampled_from(["s", "t"]),
)


@settings(deadline=None)
@given(st.lists(KEYS, max_size=14), st.randoms(use_true_random=False))
def test_links_are_sound_and_know_no_order(keys, shuffling) -> None:
    links = link_articles(keys)
    shuffled = [*keys, *keys[:3]]
    shuffling.shuffle(shuffled)
    assert link_articles(shuffled) == links

    kept = {key.article_id: key for key in sorted(keys, key=lambda k: (k.source, rank(k)), reverse=True)}
    assert not {link.duplicate_of for link in links.values()} & links.keys()
    assert all(rank(kept[link.duplicate_of]) < rank(kept[name]) for name, link in links.items())
    assert all(0 <= link.similarity <= 1 for link in links.values())


@settings(deadline=None)
@given(st.lists(KEYS, max_size=14, unique_by=lambda key: key.article_id))
def test_a_text_and_a_page_have_one_original(keys) -> None:
    links = link_articles(keys)
    for named in (lambda key: key.signature[:DIGEST_BYTES], page_of):
        originals = [named(key) for key in keys if key.article_id not in links and named(key)]
        assert len(originals) == len(set(originals))
