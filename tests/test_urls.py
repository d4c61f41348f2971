"""All spellings of an address fall together, and two articles never do."""

import pytest

from transforms.urls import canonical_url, is_home, web_url

PAGE = "https://n.example/a/b?id=7"


@pytest.mark.parametrize(
    "spelling",
    [
        PAGE,
        "HTTPS://N.Example:443/a/b?id=7",
        "https://n.example/a/b?id=7#comments",
        "https://n.example/a/./c/../b?id=7",
        "https://n.example/../a/b?id=7",
        "https://user:pw@n.example/a/b?id=7",
        " https://n.example/a/b?utm_source=x&id=7&fbclid=1&utm_Medium=y ",
    ],
)
def test_spellings_of_one_address_have_one_canonical_form(spelling: str) -> None:
    assert canonical_url(spelling) == PAGE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://n.example/story?id=1", "https://n.example/story?id=2"),
        ("https://n.example/story?cid=1", "https://n.example/story?cid=2"),
        ("https://n.example/story?source=a", "https://n.example/story?source=b"),
        ("https://n.example/story?p=1&q=", "https://n.example/story?p=1"),
        ("https://n.example/A", "https://n.example/a"),
        ("https://n.example/a%2Fb", "https://n.example/a/b"),
        ("https://n.example/a?x=1&amp;y=2", "https://n.example/a?x=1"),
    ],
)
def test_what_tells_two_articles_apart_is_kept(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize(
    "text",
    ["", "urn:x:1", "mailto:a@b.example", "/a/b", "https://", "http://[::1", "javascript:x", "https://n.example:x/"],
)
def test_what_is_no_web_address_has_no_canonical_form(text: str) -> None:
    assert canonical_url(text) is None


@pytest.mark.parametrize(
    "url", [PAGE, "https://n.example/", "https://n.example/ä ö?q=a b&c=%20", "http://xn--bcher-kva.example/x?b=2&a=1"]
)
def test_a_canonical_form_is_its_own(url: str) -> None:
    once = canonical_url(url)
    assert once
    assert canonical_url(once) == once


def test_a_relative_link_is_resolved_where_a_base_is_known() -> None:
    assert web_url("/a/b", "https://n.example/x") == "https://n.example/a/b"
    assert web_url("/a/b") is None


def test_a_home_page_is_told_from_a_page() -> None:
    assert [is_home(u) for u in ("https://n.example/", "https://n.example", PAGE, "https://n.example/?p=1")] == [
        True,
        True,
        False,
        False,
    ]
