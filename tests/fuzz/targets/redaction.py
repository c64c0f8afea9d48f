"""A text that leaves the program, with a secret in it, however it is written (R22)."""

import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

from ringauth_gui.redaction import Redaction

CUT = b"\x1e"  # between the secret, what stands before it and what stands behind it
_RUN = 12
# Without the quotes around it, which are no part of the secret.
_WRITERS: tuple[Callable[[str], str], ...] = (
    str,
    lambda secret: quote(secret, safe="", errors="replace"),
    lambda secret: quote(secret, errors="replace"),
    lambda secret: quote_plus(secret, errors="replace"),
    lambda secret: json.dumps(secret)[1:-1],
    lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
    lambda secret: repr(secret)[1:-1],
    html.escape,
)


def check(data: bytes) -> None:
    """Look that no twelve characters of it are left, and that no text is withheld."""
    secret, before, after = (
        each.decode("utf-8", "replace") for each in [*data.split(CUT, 2), b"", b""][:3]
    )
    redaction = Redaction()
    redaction.know(secret)

    for write in _WRITERS:
        written = write(secret)
        text = f"{before}{written}{after}"
        cleaned = redaction.clean(text)
        assert "withheld" not in cleaned or "withheld" in text
        if len(secret) >= _RUN:
            assert not any(run in cleaned for run in (*_runs(secret), *_runs(written)))


def _runs(text: str) -> list[str]:
    return [text[at : at + _RUN] for at in range(len(text) - _RUN + 1)]
