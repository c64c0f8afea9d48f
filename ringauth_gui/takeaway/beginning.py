"""The beginning of a JSON value, for whoever looks no further."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

Some = TypeVar("Some")


def beginning(untrusted: object, longest: int) -> object:
    """Return as much of a JSON value as takes ``longest`` characters, or a bit more.

    Each text in it stays whole.
    """
    return _Beginning(longest).of(untrusted)


class _Beginning:
    """Takes members and items for as long as there is room."""

    def __init__(self, room: int) -> None:
        self._room = room

    def of(self, untrusted: object) -> object:
        # Never more than JSON takes for it, or less than the beginning would be left.
        self._room -= len(untrusted) + 2 if isinstance(untrusted, str) else 1
        if isinstance(untrusted, Mapping):
            return dict(self._members(untrusted))
        if isinstance(untrusted, list):
            return list(self._items(untrusted))
        return untrusted

    def _members(self, untrusted: Mapping[str, object]) -> Iterator[tuple[str, object]]:
        for name, value in self._while_there_is_room(untrusted.items()):
            self._room -= len(name) + 4
            yield name, self.of(value)

    def _items(self, untrusted: list[object]) -> Iterator[object]:
        return map(self.of, self._while_there_is_room(untrusted))

    def _while_there_is_room(self, those: Iterable[Some]) -> Iterator[Some]:
        for each in those:
            if self._room < 0:
                return
            yield each
            self._room -= 1  # a comma, or the bracket behind the last
