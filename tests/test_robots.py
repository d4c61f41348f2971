"""robots.txt: who may read what, by RFC 9309."""

import ipaddress

import pytest
from web_server import (
    FakeClock,
    Play,
    Web,
    endless,
    in_turn,
    loopback_web,  # noqa: F401 (a fixture)
    page,
    raw,
    redirect,
)

from transforms.exchange import Answer
from transforms.fetcher import Fetcher, Manners
from transforms.refusal import Refused
from transforms.robots import ROBOTS_BYTES, Robots

MANNERS = Manners("desk@parley.example", (ipaddress.ip_network("127.0.0.0/8"),))
ALL, NONE = "User-agent: *\nAllow: /\n", "User-agent: *\nDisallow: /\n"
PADDING = "# padding\n" * (ROBOTS_BYTES // 10)


def reason(fetcher: Fetcher, url: str) -> str | None:
    """Why the page may not be read; None where it may."""
    try:
        fetcher.get(url, 1000)
    except Refused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("robots", "expected"),
    [
        (page(ALL), None),
        (page(""), None),
        (page(NONE), "disallowed"),
        (page("\ufeff" + NONE), "disallowed"),
        (page(NONE, content_type="text/html"), "disallowed"),
        (page(NONE.replace("*", "Parley")), "disallowed"),
        (page(NONE.replace("*", "otherbot")), None),
        (page(NONE + "User-agent: parley\nAllow: /\n"), None),
        (page("User-agent: *\nDisallow: /private\n"), None),
        (page("User-agent: *\nDisallow: /*.html$\nDisallow: /pa*e\n"), "disallowed"),
        (page("User-agent: *\nDisallow: /p\nAllow: /page\n"), None),
        (page(b"\x00\xff\xfe<html>" * 100), None),
        (page(NONE + PADDING + ALL), "disallowed"),
        (page(PADDING[:-100] + NONE), "disallowed"),
        (endless(NONE.encode()), "disallowed"),
        (page(NONE, 404), None),
        (page(NONE, 401), None),
        (page(NONE, 403), None),
        (page(NONE, 429), None),
        (page(ALL, 500), "robots_unreachable"),
        (page(ALL, 503), "robots_unreachable"),
        (raw(b""), "robots_unreachable"),
        (page(ALL, content_encoding="zstd"), "robots_unreachable"),
        (redirect("/elsewhere"), "disallowed"),
        (redirect("/robots.txt"), None),
        (redirect("http://10.0.0.1/robots.txt"), "forbidden_address"),
    ],
)
def test_the_page_is_read_where_robots_txt_lets(web: Web, robots: Play, expected: str | None) -> None:
    web.put("a.example", "/robots.txt", robots)
    web.put("a.example", "/elsewhere", page(NONE))
    web.names["10.0.0.1"] = ["10.0.0.1"]
    assert reason(Fetcher(MANNERS, FakeClock()), web.put("a.example", "/page", page("text"))) == expected
    assert web.paths("a.example").count("/page") == (expected is None)


def test_every_site_on_the_way_of_a_redirect_is_asked(web: Web) -> None:
    web.put("b.example", "/robots.txt", page("User-agent: *\nDisallow: /secret\n"))
    url = web.put("a.example", "/", redirect(web.put("b.example", "/secret", page("text"))))
    assert reason(Fetcher(MANNERS, FakeClock()), url) == "disallowed"
    assert web.paths("b.example") == []


@pytest.mark.parametrize(("hours", "asked"), [(23, 1), (25, 2)])
def test_rules_are_kept_for_a_day(web: Web, hours: int, asked: int) -> None:
    clock = FakeClock()
    fetcher = Fetcher(MANNERS, clock)
    url = web.put("a.example", "/", page("text"))
    assert reason(fetcher, url) is None
    clock.sleep(hours * 3600)
    assert reason(fetcher, url) is None
    assert web.asked.count(("a.example", "/robots.txt")) == asked


def test_a_site_that_could_not_tell_is_asked_again_after_a_while(web: Web) -> None:
    clock = FakeClock()
    fetcher = Fetcher(MANNERS, clock)
    web.put("a.example", "/robots.txt", in_turn(page("", 500), page(ALL)))
    url = web.put("a.example", "/", page("text"))
    assert [reason(fetcher, url), reason(fetcher, url)] == ["robots_unreachable", "robots_unreachable"]
    assert web.asked == [("a.example", "/robots.txt")]
    clock.sleep(600)
    assert reason(fetcher, url) is None


def test_ports_and_schemes_are_sites_of_their_own() -> None:
    asked: list[str] = []

    def ask(url: str) -> Answer:
        asked.append(url)
        return Answer(404, {}, b"")

    robots = Robots(ask)
    for url in ("http://a.example/x?y#z", "http://a.example/", "https://a.example/", "http://a.example:81/"):
        robots.check(url)
    assert asked == [
        "http://a.example/robots.txt",
        "https://a.example/robots.txt",
        "http://a.example:81/robots.txt",
    ]
