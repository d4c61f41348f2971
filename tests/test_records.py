"""JSON lines: each line one document or one reject."""

import io
import json
from datetime import UTC, datetime

import pytest

from schemas.document import Document
from schemas.reject import Reject
from transforms.records import read_record, read_records
from transforms.refusal import Refused


def line(**record: object) -> bytes:
    return json.dumps(record).encode()


def test_a_record_keeps_what_its_delivery_told() -> None:
    url, day = "https://n.example/1", datetime(2021, 5, 4, tzinfo=UTC)
    record = line(text=" Talks. ", url=url, title="T", published="2021-05-04", publisher="P", other=[1])
    assert read_record("f#1", record) == Document("f#1", "text", "Talks.", url, "T", "P", day, "header")
    assert read_record("f#1", line(html="<p>Talks.</p>")) == Document("f#1", "html", "<p>Talks.</p>")
    assert read_record("f#1", line(text="A", html="<p>B</p>", title=7, url=None)) == Document("f#1", "text", "A")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"text": "cut o', "bad_json"),
        (b"[" * 100_000, "bad_json"),
        (b'{"text": ' + b"9" * 10_000 + b"}", "bad_json"),
        (b"\xef\xbb\xbf", "bad_json"),
        (b"\x00\x01\x02", "binary"),
        (b"[1]", "not_an_object"),
        (b"null", "not_an_object"),
        (b'"text"', "not_an_object"),
        (line(), "no_text"),
        (line(title="T"), "no_text"),
        (line(text="  ", html=""), "no_text"),
        (line(text=["a"]), "no_text"),
        (line(text="a", published="yesterday-ish"), "bad_date"),
        (line(text="a", published=1620124200), "bad_date"),
        (line(text="a", published="0001-01-01T00:00+14:00"), "bad_date"),
    ],
)
def test_a_bad_line_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_record("f#1", data)
    assert caught.value.reason == reason


@pytest.mark.parametrize("published", [None, ""])
def test_a_record_may_have_no_date(published: str | None) -> None:
    assert read_record("f#1", line(text="a", published=published)).published_basis == "none"


def test_a_rejects_detail_can_be_stored_whatever_the_line_holds() -> None:
    (found,) = read_records("f.jsonl", io.BytesIO(line(**{"\ud800" * 400: 1})))
    assert isinstance(found, Reject)
    assert found.detail.encode().decode() == found.detail
    assert len(found.detail) <= 300


def test_lines_are_numbered_and_blank_ones_skipped() -> None:
    data = b"\xef\xbb\xbf" + b"\n".join([line(text="a"), b"", b"{", b" \r", line(text="\ud800b")])
    first, second, third = read_records("d/f.jsonl", io.BytesIO(data))
    assert isinstance(first, Document)
    assert isinstance(second, Reject)
    assert isinstance(third, Document)
    assert (first.source, second.source, third.source) == ("d/f.jsonl#1", "d/f.jsonl#3", "d/f.jsonl#5")
    assert (second.stage, second.reason, third.content) == ("read", "bad_json", "?b")


def test_a_file_without_records_is_empty() -> None:
    with pytest.raises(Refused, match="empty"):
        list(read_records("f.jsonl", io.BytesIO(b"\n \n")))
