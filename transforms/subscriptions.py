"""The list of feeds that a person keeps, and what a lake remembers of them between two runs.

The memory lies in the lake's folder, but not among its tables; it is written when everything that it calls seen is
published, so that a run that was killed before is done again and nothing is lost.
"""

import dataclasses
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from apache_beam.io.filesystem import BeamIOError
from apache_beam.io.filesystems import FileSystems

from transforms.decode import decode
from transforms.poll import FeedState
from transforms.refusal import Refused
from transforms.urls import web_url

_MEMORY = (".state", "feeds.json")


def read_feed_list(path: str) -> tuple[str, ...]:
    """The addresses of feeds in a file of OPML, or of text with one address a line and comments after "#".

    Raises ValueError, naming the file, where it cannot be read, has an address that is none, or has none at all.
    """
    try:
        with FileSystems.open(path) as file:
            data = file.read()
        text = decode(data)
        urls = _outlines(data) if text.lstrip().startswith("<") else _lines(text)
    except (OSError, BeamIOError, Refused, ET.ParseError) as error:
        raise ValueError(f"{path}: cannot be read as a list of feeds: {error}") from error
    if not urls:
        raise ValueError(f"{path}: no feed in it; write one address a line, or OPML with xmlUrl")
    for url in urls:
        if web_url(url) is None:
            raise ValueError(f"{path}: {url}: no http or https address")
    return tuple(dict.fromkeys(urls))


def _outlines(data: bytes) -> list[str]:
    """OPML 2.0: an outline that is a feed has an xmlUrl."""
    outlines = ET.fromstring(data.lstrip()).iter("outline")
    return [url.strip() for outline in outlines if (url := outline.get("xmlUrl"))]


def _lines(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line.split()[0] for line in lines if line and not line.startswith("#")]


def recall(output: str, urls: Iterable[str]) -> list[FeedState]:
    """What the lake remembers of each of these feeds, with a new state for one that it does not know.

    Raises ValueError, naming the file, where it cannot be read.
    """
    known = {state.url: state for state in _read(output)}
    return [known.get(url) or FeedState(url, url) for url in urls]


def remember(output: str, states: Iterable[FeedState]) -> None:
    """Writes the states over what the lake remembers of these feeds, all at once or not at all."""
    known = {state.url: state for state in (*_read(output), *states)}
    path = FileSystems.join(output, *_MEMORY)
    folder = path.rpartition("/")[0]
    if not FileSystems.exists(folder):
        FileSystems.mkdirs(folder)
    with FileSystems.create(path + ".new") as file:
        rows = [dataclasses.asdict(known[url]) for url in sorted(known)]
        file.write(json.dumps(rows, indent=1, default=datetime.isoformat).encode())
    FileSystems.rename([path + ".new"], [path])


def _read(output: str) -> list[FeedState]:
    path = FileSystems.join(output, *_MEMORY)
    if not FileSystems.exists(path):
        return []
    with FileSystems.open(path) as file:
        content = file.read()
    try:
        return [_state(row) for row in json.loads(content)]
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{path} is no memory of feeds ({error}); without it all feeds are read anew") from error


def _state(row: dict[str, Any]) -> FeedState:
    due = datetime.fromisoformat(row["due"]) if row["due"] else None
    return FeedState(**{**row, "due": due, "seen": tuple(row["seen"])})
