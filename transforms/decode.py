"""Bytes to text."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

import charset_normalizer

from transforms.refusal import Refused

MAX_BYTES = 10_000_000
_CHUNK = 1 << 16

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
# The legacy charsets of the web, https://encoding.spec.whatwg.org/#names-and-labels: more only invite wrong guesses.
_WEB_CHARSETS = [
    *(f"cp{n}" for n in (866, 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)),
    *(f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *("koi8_r", "koi8_u", "mac_roman", "mac_cyrillic", "gb18030", "big5", "euc_jp", "cp932", "cp949"),
]
_COMMONEST = "cp1252"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_CONTROL_SHARE = 0.001
_UNWANTED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]"
)


def decode(data: bytes) -> str:
    """The text that the bytes spell: by byte order mark, as UTF-8, or as what charset_normalizer is sure of.

    Raises Refused: empty, binary (control bytes that no text has), undecodable.
    """
    if not data.strip():
        raise Refused("empty", f"{len(data)} bytes, none of them text")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(data):
        raise Refused("binary", f"{controls} control bytes of {len(data)}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        unknown = Refused("undecodable", f"no UTF-8 ({error.reason} at byte {error.start}), nor another known charset")
    matches = charset_normalizer.from_bytes(data, cp_isolation=_WEB_CHARSETS)
    if not matches:
        raise unknown
    return str(
        min(matches, key=lambda match: (match.chaos, -match.coherence, _COMMONEST not in match.could_be_from_charset))
    )


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("undecodable", f"marked as {encoding}, but {error.reason} at byte {error.start}") from None


def well_formed(text: str) -> str:
    """The text without lone surrogates, control characters and invisible marks."""
    return _UNWANTED.sub("", text.encode("utf-8", "replace").decode("utf-8"))


def read_whole(stream: BinaryIO, limit: int = MAX_BYTES) -> bytes:
    """All bytes of the stream. Raises Refused: too_large, without reading more than the limit."""
    data = bytearray()
    while chunk := stream.read(min(_CHUNK, limit + 1 - len(data))):
        data += chunk
    if len(data) > limit:
        raise Refused("too_large", f"more than {limit} bytes")
    return bytes(data)


def read_lines(stream: BinaryIO, limit: int = MAX_BYTES) -> Iterator[bytes | Refused]:
    """The lines of the stream, with a refusal in the place of one that is longer than the limit; never holds more."""
    line, too_long = bytearray(), False
    while chunk := stream.read(_CHUNK):
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            yield _line(line + piece, too_long, limit)
            line, too_long = bytearray(), False
        line += rest
        if len(line) > limit:
            line, too_long = bytearray(), True
    if line or too_long:
        yield _line(line, too_long, limit)


def _line(line: bytearray, too_long: bool, limit: int) -> bytes | Refused:
    if too_long or len(line) > limit:
        return Refused("too_large", f"a line of more than {limit} bytes")
    return bytes(line)
