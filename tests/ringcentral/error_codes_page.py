"""``python -m tests.ringcentral.error_codes_page``: writes docs/error-codes.md anew."""

from collections.abc import Iterator
from pathlib import Path

from ringauth_gui.gui.error_facts import NEUTRAL_FACTS
from ringauth_gui.ringcentral.error_code import ErrorCode
from ringauth_gui.ringcentral.error_codes import EVERY_ENTRY

PAGE = Path(__file__).parents[2] / "docs" / "error-codes.md"
_HEAD = """\
# Error codes

What RingAuth says of each code, in its message bar and under Help > Explain a code….
The labels of RingCentral's console and admin portal may change.

This page is written from `ringauth_gui/ringcentral/error_codes_*.py` and
`oauth_errors_*.py`. After a change there, run
`python -m tests.ringcentral.error_codes_page`.

| code | HTTP status | cause | remedy | where to click | how sure | good to know |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """Return the page, made from the data."""
    return _HEAD + "".join(f"| {' | '.join(_cells(entry))} |\n" for entry in _sorted())


def _sorted() -> list[ErrorCode]:
    """Return RingCentral's codes first, each kind in the order of the alphabet."""
    return sorted(EVERY_ENTRY, key=lambda entry: (bool(entry.endpoint), entry.code))


def _cells(entry: ErrorCode) -> Iterator[str]:
    endpoint = f" ({entry.endpoint})" if entry.endpoint else ""
    yield f"`{entry.code}`{endpoint}"
    yield ", ".join(map(str, entry.statuses)) or "–"
    yield entry.cause.format_map(NEUTRAL_FACTS)
    yield entry.remedy.format_map(NEUTRAL_FACTS)
    yield entry.where
    yield f"{entry.certainty.value} ({entry.source})"
    yield entry.note


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
