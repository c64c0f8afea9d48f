"""Reads JSON as R10 has it, in another way than the program does."""

import json

DEPTH = 12


class _Twice(Exception):
    """A member is there twice."""


def plain_object(body: bytes) -> dict[str, object] | None:
    """Return the one object that the bytes can mean; None where there is none."""
    text = body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    try:
        body.decode("utf-8")
        value = json.loads(
            text, object_pairs_hook=_members, parse_constant=_no_constant
        )
    except (ValueError, RecursionError, _Twice):
        return None
    return value if isinstance(value, dict) and _depth(value) <= DEPTH else None


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise _Twice
    return dict(pairs)


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _depth(value: object) -> int:
    """Return how many objects and lists lie in one another, itself counted."""
    deepest, level = 0, [value]
    while level := [each for each in level if isinstance(each, dict | list)]:
        deepest += 1
        level = [
            inner
            for each in level
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return deepest
