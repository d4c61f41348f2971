"""Records: values with named fields, which Beam pickles each time a step hands them to the next."""

from collections.abc import Callable
from typing import Any


class Record:
    """A base for frozen dataclasses with slots: pickled as their class and the values of their fields.

    Dataclasses with slots ask for the list of their fields each time that one is pickled or read, which takes longer
    than the rest of it.
    """

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return type(self), tuple([getattr(self, name) for name in self.__slots__])
