"""Keeps long values in a keyring that limits what one item may hold (R17).

A value that fits is one item, as in every other keyring. A longer one lies in parts;
its own item is then their head, which names the generation, the count of parts and a
checksum of the whole. Parts lie under two names in turn, one for even generations and
one for odd ones: what is written never touches what can still be read, and whatever a
killed write left behind lies under one of the two.
"""

import contextlib
import hashlib
import itertools
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_backend import HoldLock, KeyringBackend

HEAD = "RingAuth parts "
_SLOTS = 2
# A part begins with it, as one that begins with a byte order mark would lose that mark.
_FIRST = "+"
_BYTE_ORDER_MARKS = ("\ufeff", "\ufffe")


@dataclass(frozen=True)
class Head:
    """What the head says of its parts.

    Attributes:
        generation: Counts the values that were kept in parts.
        count: How many parts there are.
        sha256: Of the whole value.
    """

    generation: int
    count: int
    sha256: str

    def to_text(self) -> str:
        """Return the head as it is kept."""
        return HEAD + json.dumps(asdict(self), sort_keys=True)


class SplitKeyring:
    """Stands before a backend whose items are limited, and looks like one that is not.

    What is not whole is given back as its head, which is no value that anybody kept.
    """

    def __init__(
        self, backend: KeyringBackend, limit: int, hold_lock: HoldLock
    ) -> None:
        """Stand before ``backend``.

        Args:
            backend: What keeps the items.
            limit: How many bytes of UTF-16 an item may hold.
            hold_lock: Lets one window at a time write.
        """
        self._backend = backend
        self._limit = limit
        self._hold_lock = hold_lock

    def get_password(self, service: str, username: str) -> str | None:
        """Return the kept text, or None."""
        seen, item = None, self._backend.get_password(service, username)
        # Another window may have replaced the parts while they were read.
        while item != seen:
            head = head_from_text(item)
            if head is None:
                return item
            text = self._joined(service, username, head)
            if text is not None:
                return text
            seen, item = item, self._backend.get_password(service, username)
        return item

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text; until it is whole, the one before stays.

        Raises:
            TokenStoreError: A part was not kept.
        """
        with self._hold_lock():
            before = head_from_text(self._backend.get_password(service, username))
            item, head = password, None
            if not self._fits(password):
                generation = 1 if before is None else before.generation + 1
                head = self._write_parts(service, username, password, generation)
                item = head.to_text()
            self._backend.set_password(service, username, item)
            if self._backend.get_password(service, username) != item:
                return  # whoever reads it back will find out
            # It is kept by now; what cannot be removed is removed by the next write.
            with contextlib.suppress(Exception):
                self._sweep(service, username, head)

    def delete_password(self, service: str, username: str) -> None:
        """Remove a kept text with all its parts, and what killed writes left.

        Raises:
            TokenStoreError: A part was not removed.
        """
        with self._hold_lock():
            if self._backend.get_password(service, username) is not None:
                self._backend.delete_password(service, username)
            if self._backend.get_password(service, username) is None:
                self._sweep(service, username, None)

    def _fits(self, text: str) -> bool:
        is_plain = not text.startswith((HEAD, *_BYTE_ORDER_MARKS))
        return is_plain and len(text.encode("utf-16-le")) <= self._limit

    def _write_parts(
        self, service: str, username: str, text: str, generation: int
    ) -> Head:
        parts = [_FIRST + part for part in _cut(text, self._limit - len(_FIRST) * 2)]
        for number, part in enumerate(parts):
            name = _part_name(username, generation, number)
            self._backend.set_password(service, name, part)
            if self._backend.get_password(service, name) != part:
                raise TokenStoreError("The keyring did not keep a part of the value.")
        return Head(generation, len(parts), _sha256(text))

    def _joined(self, service: str, username: str, head: Head) -> str | None:
        """Return the whole value, or None where it is not that any more."""
        parts = []
        for number in range(head.count):
            name = _part_name(username, head.generation, number)
            part = self._backend.get_password(service, name)
            if part is None:
                return None
            parts.append(part.removeprefix(_FIRST))
        text = "".join(parts)
        return text if _sha256(text) == head.sha256 else None

    def _sweep(self, service: str, username: str, head: Head | None) -> None:
        """Remove every part that ``head`` does not name."""
        for slot in range(_SLOTS):
            is_used = head is not None and head.generation % _SLOTS == slot
            first = head.count if head is not None and is_used else 0
            names = list(self._part_names(service, username, slot, first))
            # The last first: what is left by a kill is found in the same way.
            for name in reversed(names):
                self._backend.delete_password(service, name)
                if self._backend.get_password(service, name) is not None:
                    raise TokenStoreError("The keyring did not remove a part.")

    def _part_names(
        self, service: str, username: str, generation: int, first: int
    ) -> Iterator[str]:
        """Yield the name of each part that is there, from the ``first`` on."""
        for number in itertools.count(first):
            name = _part_name(username, generation, number)
            if self._backend.get_password(service, name) is None:
                return
            yield name


def head_from_text(item: str | None) -> Head | None:
    """Return the head that ``item`` is; None where it is a value itself, or junk."""
    if item is None or not item.startswith(HEAD):
        return None
    try:
        members = json.loads(item.removeprefix(HEAD))
        return Head(
            generation=int(members["generation"]),
            count=int(members["count"]),
            sha256=str(members["sha256"]),
        )
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
        return None


def _part_name(username: str, generation: int, number: int) -> str:
    return f"{username}/{generation % _SLOTS}/{number}"


def _cut(text: str, size: int) -> Iterator[str]:
    """Yield ``text`` in pieces of at most ``size`` bytes of UTF-16."""
    start, used = 0, 0
    for at, letter in enumerate(text):
        width = 4 if letter > "\uffff" else 2
        if used + width > size:
            yield text[start:at]
            start, used = at, 0
        used += width
    yield text[start:]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
