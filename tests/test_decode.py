"""Bytes become text, or a refusal says why not."""

import io

import pytest

from transforms.decode import decode, read_lines, read_whole, well_formed
from transforms.refusal import Refused

FRENCH = "Le ministre a été reçu à Genève. « Nous sommes d’accord », a-t-il déclaré après l’entretien. " * 3
RUSSIAN = "Министр встретился с коллегой в Осло. Переговоры продолжались два часа. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("両国の外相は月曜日に会談した。" * 5, "shift_jis"),
    ],
)
def test_bytes_are_read_in_the_charset_they_are_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\xef\xbb\xbfbroken \xff tail", "undecodable"),
        (b"\xff\xfeodd", "undecodable"),
        (bytes(range(128, 256)) * 4, "undecodable"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        decode(data)
    assert caught.value.reason == reason


def test_no_more_than_the_limit_is_read() -> None:
    assert read_whole(io.BytesIO(b"x" * 10), limit=10) == b"x" * 10
    stream = io.BytesIO(b"x" * 1_000_000)
    with pytest.raises(Refused, match="too_large"):
        read_whole(stream, limit=10)
    assert stream.tell() == 11


@pytest.mark.parametrize("newline", [b"\n", b""])
def test_lines_keep_their_number_when_one_is_too_long(newline: bytes) -> None:
    lines = [b"a", b"", b"x" * 300_000, b"y" * 100, b"b"]
    found = list(read_lines(io.BytesIO(b"\n".join(lines) + newline), limit=100))
    assert [f.reason if isinstance(f, Refused) else f for f in found] == [b"a", b"", "too_large", b"y" * 100, b"b"]


def test_surrogates_controls_and_invisible_marks_go() -> None:
    assert well_formed("a\ud800b\x00c\u200bd\u00ade\ufefff“g”\n\t") == "a?bcdef“g”\n\t"
