"""Reads a JSON object strictly: UTF-8, no member twice, shallow, not vast (R10)."""

import json

MAX_DEPTH = 12
MAX_VALUES = 100_000  # json holds up all threads while it reads: by then some 15 ms
_BEFORE_A_VALUE = ",[{"


class UnusableJson(ValueError):
    """The text is not what was asked for; the message quotes nothing of it."""


def json_object(body: bytes) -> dict[str, object]:
    """Return the object in ``body``.

    Raises:
        UnusableJson: With a short reason that quotes nothing of the body.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Without a cause, as below: it carries the whole body.
        raise UnusableJson("it is not UTF-8 text") from None
    if sum(map(text.count, _BEFORE_A_VALUE)) > MAX_VALUES:
        raise UnusableJson("it holds too many values")
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refuse_constant
        )
    except _Ambiguous as error:
        raise UnusableJson(str(error)) from None
    except (ValueError, RecursionError):
        # Without a cause: a JSONDecodeError carries the document, tokens and all.
        raise UnusableJson("it is not JSON") from None
    if not isinstance(value, dict):
        raise UnusableJson("it is not a JSON object")
    if _is_deeper(value, MAX_DEPTH):
        raise UnusableJson("it is nested too deeply")
    return value


class _Ambiguous(Exception):
    """The JSON can be read in more than one way."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Ambiguous("it names a member twice")
    return members


def _refuse_constant(_constant: str) -> object:
    raise _Ambiguous("it holds a value that JSON does not have")


def _is_deeper(value: object, levels: int) -> bool:
    """Return whether more than ``levels`` are nested; looks no deeper than that."""
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return False
    return levels == 0 or any(_is_deeper(each, levels - 1) for each in value)
