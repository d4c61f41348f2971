"""Files become articles and rejects, in the pipeline as in a plain loop."""

import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import apache_beam as beam
import pytest
from apache_beam.testing.util import assert_that, equal_to
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.article import Article
from schemas.reject import Reject
from transforms.read import ReadArticles, match_files, read_articles

RUNNER = "apache_beam.runners.portability.fn_api_runner.FnApiRunner"
EVAL = Path(__file__).parents[2] / "shared/eval"
PROSE = "The two ministers spoke for an hour in the town hall about the price of fish."
PAGE = f"<html><body><p>{PROSE}</p><p>{PROSE} Twice.</p></body></html>"
RECORD = json.dumps({"text": PROSE, "url": "https://n.example/a"})
FEED = (
    f"<rss version='2.0'><channel><title>T</title><item><link>https://n.example/b</link>"
    f"<description>{PROSE * 4}</description></item></channel></rss>"
)
GOOD = {"a.txt": PROSE, "b.html": PAGE, "c.htm": PAGE, "d.jsonl": f"{RECORD}\n{RECORD}", "e.xml": FEED, "f.rss": FEED}
BAD = [
    ("empty.txt", b"", "empty"),
    ("empty.html", b"", "empty"),
    ("empty.jsonl", b"", "empty"),
    ("empty.xml", b"", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary"),
    ("picture.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary"),
    ("guess.txt", bytes(range(128, 256)) * 4, "undecodable"),
    ("cut.jsonl", b'{"text": "cut o', "bad_json"),
    ("list.jsonl", b"[]", "not_an_object"),
    ("hollow.jsonl", b"{}", "no_text"),
    ("ish.jsonl", b'{"text": "a", "published": "yesterday-ish"}', "bad_date"),
    ("nav.txt", b"Skip to content\nAdvertisement", "no_text"),
    ("nav.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no_article"),
    ("large.html", b"<p>x</p>" * 7_000_000, "too_large"),
    ("tags.html", b"<html><body>" + b"<p>word" * 60_000, "too_many_elements"),
    ("page.xml", PAGE.encode(), "not_a_feed"),
    ("none.xml", b"<rss version='2.0'><channel/></rss>", "no_entries"),
    ("short.xml", FEED.replace(PROSE * 4, "Short.").encode(), "no_content"),
    ("a.pdf", b"%PDF-1.4", "unknown_format"),
    ("noending", b"text", "unknown_format"),
    ("a.txt.zip", b"PK", "unknown_format"),
    ("no.txt.gz", b"not compressed", "bad_compression"),
    ("no.txt.bz2", b"not compressed", "bad_compression"),
    ("no.txt.xz", b"not compressed", "bad_compression"),
    ("half.txt.gz", gzip.compress(PROSE.encode())[:-9], "bad_compression"),
    ("half.txt.bz2", bz2.compress(PROSE.encode())[:-9], "bad_compression"),
    ("half.txt.xz", lzma.compress(PROSE.encode())[:-9], "bad_compression"),
    ("bomb.txt.gz", gzip.compress(b"x" * 50_000_000), "too_large"),
]


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_read_by_its_ending(name: str) -> None:
    found = list(read_articles(f"d/{name.upper()}", GOOD[name].encode()))
    assert found
    assert all(isinstance(article, Article) and article.text.startswith(PROSE) for article in found)


@pytest.mark.parametrize(
    ("ending", "compress"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_a_compressed_file_is_read_as_what_it_holds(ending: str, compress: Callable[[bytes], bytes]) -> None:
    (first, second) = read_articles("d.jsonl" + ending, compress(GOOD["d.jsonl"].encode()))
    assert isinstance(first, Article)
    assert (first.source, second.source) == (f"d.jsonl{ending}#1", f"d.jsonl{ending}#2")


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_input_is_one_reject_with_its_reason(name: str, data: bytes, reason: str) -> None:
    (found,) = read_articles(name, data)
    assert isinstance(found, Reject)
    assert (found.source.partition("#")[0], found.reason) == (name, reason)
    assert len(found.detail) < 300


def test_the_records_before_a_cut_are_kept() -> None:
    lines = "\n".join(
        json.dumps({"text": f"{n} {PROSE}", "url": f"https://n.example/{n * 7919 % 1000}"}) for n in range(5000)
    )
    *articles, last = read_articles("d.jsonl.gz", gzip.compress(lines.encode())[:-2000])
    assert articles
    assert isinstance(last, Reject)
    assert last.reason == "bad_compression"


def test_the_pipeline_gives_what_a_plain_loop_gives(tmp_path: Path) -> None:
    files = {name: text.encode() for name, text in GOOD.items()} | {
        name: data for name, data, _ in BAD if len(data) < 10_000
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    expected = [found for name, data in files.items() for found in read_articles(str(tmp_path / name), data)]
    with beam.Pipeline(runner=RUNNER) as root:
        read = root | ReadArticles((f"{tmp_path}/*", f"{tmp_path}/a.txt"))
        assert_that((read.articles, read.rejects) | beam.Flatten(), equal_to(expected))
        assert_that(read.rejects, equal_to([e for e in expected if isinstance(e, Reject)]), label="rejects")


def test_a_glob_that_matches_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    assert match_files([f"{tmp_path}/*.txt"]) == {f"{tmp_path}/a.txt": len(PROSE)}
    for glob in (f"{tmp_path}/*.html", f"{tmp_path}/b.txt", str(tmp_path / "none")):
        with pytest.raises(ValueError, match="no such file") as caught:
            match_files([f"{tmp_path}/*.txt", glob])
        assert glob in str(caught.value)


@pytest.mark.skipif(not EVAL.is_dir(), reason="the releases lie outside the repository")
def test_every_release_ends_in_one_place() -> None:
    data = (EVAL / "gov_releases.jsonl").read_bytes()
    found = list(read_articles("gov.jsonl", data))
    assert [f.source for f in found] == [f"gov.jsonl#{n}" for n in range(1, data.count(b"\n") + 1)]


@pytest.mark.parametrize("name", ["f.txt", "f.html", "f.jsonl", "f.xml", "f.json", "f.jsonl.gz"])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_no_bytes_crash_a_reader(name: str, data: bytes) -> None:
    assert list(read_articles(name, data))
