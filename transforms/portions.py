"""Input in portions: a runner that holds all of a run in memory takes any amount of it in several runs."""

from collections.abc import Iterator, Mapping

from schemas.document import Document
from transforms.read import Part, holds_one, read_part

# What Beam's local runner holds of an article on its way through the graph, its text apart: 24 kB an article were
# measured in all, of which texts of 1.5 kB are some 4 kB.
_HELD = 20_000
_PORTION = 500_000_000


def portions(files: Mapping[str, int], size: int = _PORTION) -> Iterator[tuple[Part, ...]]:
    """All documents in these files, in order of path, a portion each time; at least one portion.

    files: their lengths in bytes, as match_files gives them. size: the bytes that a run over a portion is to hold.
    Files that hold many documents are read through for it.
    """
    portion: list[Part] = []
    room = size
    for path, length in sorted(files.items()):
        first = stop = 0
        for stop, held in enumerate(_held(path, length), start=1):
            room -= held
            if room <= 0:
                yield (*portion, Part(path, first, stop))
                portion, room, first = [], size, stop
        if stop > first:
            portion.append(Part(path, first))
    if portion or not files:
        yield tuple(portion)


def _held(path: str, length: int) -> Iterator[int]:
    """The bytes that each document of a file costs."""
    if holds_one(path):
        yield length + _HELD
        return
    for found in read_part(Part(path)):
        yield _HELD + (len(found.content) if isinstance(found, Document) else 0)
