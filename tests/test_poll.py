"""Polling: what a feed has that is new, what is remembered of it, and when it is asked again."""

import ipaddress
import json
from dataclasses import replace
from datetime import timedelta

import apache_beam as beam
import pytest
from apache_beam.testing.util import assert_that, equal_to
from beam_testing import pipeline
from web_server import (
    NOON,
    FakeClock,
    Play,
    Publication,
    Web,
    in_turn,
    loopback_web,  # noqa: F401 (a fixture)
    page,
    redirect,
)

from transforms.feeds import parse_feed
from transforms.fetcher import Fetcher, Manners
from transforms.poll import FeedState, Poll, ReadPolled, asked, entry_digest, outcomes, poll_feed, poll_feeds, unseen

MANNERS = Manners("desk@parley.example", (ipaddress.ip_network("127.0.0.0/8"),), pause=0.0)
PROSE = "The minister of trade met her colleague in the town hall on Monday, and both agreed on fish. "
QUARTER, HOURS = timedelta(minutes=15), timedelta(hours=6)


def rss(*items: str, ttl: str = "") -> bytes:
    channel = f"<title>Norland Times</title><link>https://n.example/</link>{ttl}{''.join(items)}"
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel>{channel}</channel></rss>"
    ).encode()


def item(number: int, text: str = "", link: str = "https://n.example/{}") -> str:
    content = f"<content:encoded>{text}</content:encoded>" if text else "<description>A teaser.</description>"
    where = f"<link>{link.format(number)}</link>" if link else ""
    return f"<item><title>Talks {number}</title>{where}{content}</item>"


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(MANNERS, FakeClock())


def state_of(url: str, **known: object) -> FeedState:
    return replace(FeedState(url, url), **known)  # type: ignore[arg-type]


def test_each_entry_is_a_document_a_request_or_a_reject(web: Web, fetcher: Fetcher) -> None:
    content = rss(item(1, PROSE), item(2), item(3, link=""))
    url = web.put("f.example", "/feed", page(content))
    poll = poll_feed(state_of(url), fetcher)
    digests = [entry_digest(entry) for entry in parse_feed(content).entries]
    assert poll.outcome == "news"
    ((document,), (request,), (reject,)) = poll.documents, poll.requests, poll.rejects
    assert (document.source, document.content, document.url) == (
        f"{url}#{digests[0]}", PROSE.strip(), "https://n.example/1")  # fmt: skip
    assert (request.source, request.url, request.title) == (f"{url}#{digests[1]}", "https://n.example/2", "Talks 2")
    assert request.publisher == "Norland Times"
    assert (reject.stage, reject.source, reject.reason) == ("poll", f"{url}#{digests[2]}", "no_content")
    assert set(poll.state.seen) == set(digests)


@pytest.mark.parametrize(("etag", "last_modified"), [(True, True), (True, False), (False, True), (False, False)])
def test_validators_come_back_verbatim_and_nothing_is_read_twice(
    web: Web, fetcher: Fetcher, etag: bool, last_modified: bool
) -> None:
    feed = Publication(rss(item(1, PROSE)), etag, last_modified)
    url = web.put("f.example", "/feed", feed)
    first = poll_feed(state_of(url), fetcher)
    fetcher.clock.sleep(3600)
    second = poll_feed(first.state, fetcher)
    assert (first.outcome, second.outcome) == ("news", "unchanged")
    assert (second.documents, second.state.seen) == ((), first.state.seen)
    sent = web.headers[-1]
    assert ("if-none-match" in sent, "if-modified-since" in sent) == (etag, last_modified)
    feed.publish(rss(item(2, PROSE), item(1, PROSE)))
    fetcher.clock.sleep(3600)
    third = poll_feed(second.state, fetcher)
    assert [document.title for document in third.documents] == ["Talks 2"]


def test_an_entry_that_changed_is_another(web: Web, fetcher: Fetcher) -> None:
    url = web.put("f.example", "/", in_turn(page(rss(item(1, PROSE))), page(rss(item(1, PROSE + "More.")))))
    first = poll_feed(state_of(url), fetcher)
    fetcher.clock.sleep(3600)
    (document,) = poll_feed(first.state, fetcher).documents
    assert str(document.content).endswith("More.")


@pytest.mark.parametrize(
    ("play", "wait"),
    [
        (page(rss(item(1))), QUARTER),
        (page(rss(item(1)), cache_control="public, max-age=3600"), timedelta(hours=1)),
        (page(rss(item(1)), cache_control="max-age=1"), QUARTER),
        (page(rss(item(1)), cache_control="max-age=9999999999"), HOURS),
        (page(rss(item(1), ttl="<ttl> 60 </ttl>")), timedelta(hours=1)),
        (page(rss(item(1), ttl="<ttl>60</ttl>"), cache_control="max-age=7200"), timedelta(hours=2)),
        (page(rss(item(1), ttl=f"<ttl>{'9' * 30}</ttl>")), HOURS),
        (page(rss(item(1), ttl="<ttl>often</ttl>")), QUARTER),
        (page("", 304, cache_control="max-age=3600"), timedelta(hours=1)),
        (page("", 429, retry_after="7200"), timedelta(hours=2)),
        (page("", 503, retry_after="Mon, 06 May 2024 15:00:00 GMT"), timedelta(hours=3)),
        (page("", 429, retry_after="1"), QUARTER),
        (page("", 503, retry_after="99999999999"), timedelta(days=7)),
        (page("", 429), QUARTER),
        (page("", 500), QUARTER),
        (page("", 404), QUARTER),
    ],
)  # fmt: skip
def test_a_feed_is_asked_again_when_it_wants_within_limits(web: Web, fetcher: Fetcher, play: Play, wait) -> None:
    poll = poll_feed(state_of(web.put("f.example", "/", play)), fetcher)
    assert poll.state.due is not None
    assert poll.state.due - NOON == wait
    asked = len(web.asked)
    assert poll_feed(poll.state, fetcher) == Poll(poll.state, "not due")
    assert len(web.asked) == asked


@pytest.mark.parametrize(
    ("play", "reason"),
    [
        (page("", 404), "not_found"),
        (page("", 403), "denied"),
        (page("", 429), "busy"),
        (page("", 500), "server_error"),
        (page("<html><body>Sorry</body></html>"), "not_a_feed"),
        (page(""), "empty"),
        (page(rss(item(1)), content_encoding="zstd"), "bad_encoding"),
        (redirect("/"), "too_many_redirects"),
        (redirect("http://10.0.0.1/"), "forbidden_address"),
    ],
)
def test_a_feed_that_fails_is_a_row_and_keeps_its_memory(web: Web, fetcher: Fetcher, play: Play, reason: str) -> None:
    web.names["10.0.0.1"] = ["10.0.0.1"]
    state = state_of(web.put("f.example", "/", play), etag='"1"', last_modified="then", seen=("a", "b"))
    poll = poll_feed(state, fetcher)
    assert poll.outcome == "failed"
    assert [(row.stage, row.source, row.reason) for row in poll.rejects] == [("poll", state.url, reason)]
    assert replace(poll.state, due=None, failures=0) == state
    assert web.paths("f.example").count("/") <= 6, "a feed that fails is not asked again at once"


def test_a_feed_that_goes_on_failing_is_asked_less_and_less(web: Web, fetcher: Fetcher) -> None:
    state, waits = state_of(web.put("f.example", "/", page("", 500))), []
    for _ in range(8):
        state = poll_feed(state, fetcher).state
        assert state.due is not None
        waits.append(state.due - fetcher.clock.now())
        fetcher.clock.sleep(waits[-1].total_seconds())
    assert waits == [QUARTER, 2 * QUARTER, 4 * QUARTER, 8 * QUARTER, 16 * QUARTER, HOURS, HOURS, HOURS]
    web.put("f.example", "/", page(rss(item(1))))
    assert poll_feed(state, fetcher).state.failures == 0


def test_a_feed_that_is_gone_is_never_asked_again(web: Web, fetcher: Fetcher) -> None:
    poll = poll_feed(state_of(web.put("f.example", "/", page("", 410))), fetcher)
    assert (poll.outcome, poll.state.retired, poll.rejects[0].reason) == ("retired", True, "gone")
    fetcher.clock.sleep(10**8)
    assert poll_feed(poll.state, fetcher) == Poll(poll.state, "retired")
    assert web.paths("f.example") == ["/"]


@pytest.mark.parametrize(("status", "moves"), [(301, True), (308, True), (302, False), (307, False)])
def test_a_feed_has_moved_when_it_said_so_three_times(web: Web, fetcher: Fetcher, status: int, moves: bool) -> None:
    new = web.put("g.example", "/new", page(rss(item(1, PROSE))))
    state = state_of(web.put("f.example", "/", redirect(new, status)))
    locations = []
    for _ in range(4):
        state = poll_feed(state, fetcher).state
        locations.append(state.location)
        fetcher.clock.sleep(HOURS.total_seconds())
    assert locations == [state.url, state.url, *([new, new] if moves else [state.url, state.url])]
    assert web.paths("f.example").count("/") == (3 if moves else 4)


def test_a_move_that_is_taken_back_is_forgotten(web: Web, fetcher: Fetcher) -> None:
    new = web.put("g.example", "/new", page(rss(item(1))))
    moved, here = redirect(new, 301), page(rss(item(1)))
    state = state_of(web.put("f.example", "/", in_turn(moved, moved, here, moved, moved, here)))
    for _ in range(6):
        state = poll_feed(state, fetcher).state
        fetcher.clock.sleep(HOURS.total_seconds())
    assert (state.location, state.moved_to, state.moved_times) == (state.url, None, 0)


def test_a_move_is_for_good_only_as_far_as_every_step_is(web: Web, fetcher: Fetcher) -> None:
    last = web.put("h.example", "/", page(rss(item(1))))
    middle = web.put("g.example", "/", redirect(last, 302))
    state = state_of(web.put("f.example", "/", redirect(middle, 301)))
    assert poll_feed(state, fetcher).state.moved_to == middle


def test_a_broken_feed_keeps_its_entries_and_is_counted(web: Web, fetcher: Fetcher) -> None:
    url = web.put("f.example", "/", page(rss(item(1, PROSE)).replace(b"</channel></rss>", b"")))
    poll = poll_feed(state_of(url), fetcher)
    assert (poll.outcome, len(poll.documents)) == ("broken", 1)


def test_what_was_seen_is_bounded_but_holds_all_that_a_feed_shows(web: Web, fetcher: Fetcher) -> None:
    old = tuple(f"old {n}" for n in range(2_000))
    url = web.put("f.example", "/", in_turn(page(rss(item(1), item(2))), page(rss(*map(item, range(1_200))))))
    first = poll_feed(state_of(url, seen=old), fetcher)
    assert len(first.state.seen) == 1_000
    assert first.state.seen[2:] == old[:998]
    fetcher.clock.sleep(3600)
    assert len(poll_feed(first.state, fetcher).state.seen) == 1_200


def test_json_feeds_are_polled_too(web: Web, fetcher: Fetcher) -> None:
    items = [{"id": "1", "url": "https://n.example/1", "title": "T", "content_text": PROSE}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Times", "items": items}
    url = web.put("f.example", "/", page(json.dumps(feed), content_type="application/feed+json"))
    (document,) = poll_feed(state_of(url), fetcher).documents
    assert (document.content, document.publisher) == (PROSE.strip(), "Times")


def test_an_entry_whose_page_failed_comes_again(web: Web, fetcher: Fetcher) -> None:
    url = web.put("f.example", "/", Publication(rss(item(1), item(2))))
    first = poll_feed(state_of(url), fetcher)
    assert asked([first]) == {url, *(request.source for request in first.requests)}
    assert unseen(first.state, ["http://elsewhere/#1", url]) == first.state
    fetcher.clock.sleep(3600)
    again = poll_feed(unseen(first.state, [first.requests[1].source]), fetcher)
    assert again.requests == first.requests[1:]
    assert asked([Poll(again.state, "not due"), Poll(state_of("http://g/", retired=True), "retired")]) == frozenset()


def test_polling_several_feeds_gives_each_in_the_order_of_their_addresses(web: Web, fetcher: Fetcher) -> None:
    urls = [web.put(f"{host}.example", path, page(rss(item(1)))) for host in "cab" for path in ("/2", "/1")]
    urls.append(web.put("d.example", "/", page("", 410)))
    polls = poll_feeds(map(state_of, urls), fetcher)
    assert [poll.state.url for poll in polls] == sorted(urls)
    assert list(outcomes(polls)) == [("news", 6), ("retired", 1)]
    assert web.most_at_once == 1


def test_what_was_polled_becomes_articles_and_rejects(web: Web, fetcher: Fetcher) -> None:
    text = f"<html><head><title>T</title></head><body><article><p>{PROSE * 4}</p></article></body></html>"
    link = web.put("p.example", "/2", page(text)).replace("/2", "/{}")
    content = rss(item(1, PROSE), item(2, link=link), item(3, link=link), item(4, link=""))
    poll = poll_feed(state_of(web.put("f.example", "/feed", page(content))), fetcher)
    with pipeline() as root:
        read = root | ReadPolled((poll,), MANNERS)
        titles = read.articles | beam.Map(lambda article: (article.title, article.fetched_at is not None))
        assert_that(titles, equal_to([("Talks 1", False), ("Talks 2", True)]), label="articles")
        reasons = read.rejects | beam.Map(lambda reject: (reject.stage, reject.reason))
        assert_that(reasons, equal_to([("fetch", "not_found"), ("poll", "no_content")]), label="rejects")
