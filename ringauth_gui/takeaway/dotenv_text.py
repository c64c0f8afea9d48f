"""Credentials and tokens as a ``.env`` file with RingCentral's names."""

from collections.abc import Sequence

_PLAIN = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:"
)


def dotenv_text(values: Sequence[tuple[str, str]]) -> str:
    """Return a line a value, which python-dotenv and its kind read back."""
    return "".join(f"{name}={_quoted(value)}\n" for name, value in values)


def _quoted(value: str) -> str:
    if value and set(value) <= _PLAIN:
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
