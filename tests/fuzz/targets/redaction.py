"""A text that leaves the program, with a secret in it, however it is written (R22)."""

import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

from ringauth_gui.redaction import RUN, Redaction

CUT = b"\x1e"  # between the secret, what stands before it and what stands behind it
_WRITERS: tuple[Callable[[str], str], ...] = (
    str,
    lambda secret: quote(secret, safe="", errors="replace"),
    lambda secret: quote(secret, errors="replace"),
    lambda secret: quote_plus(secret, errors="replace"),
    json.dumps,
    lambda secret: json.dumps(secret, ensure_ascii=False),
    repr,
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
        text = f"{before}{write(secret)}{after}"
        cleaned = redaction.clean(text)
        assert "withheld" not in cleaned or "withheld" in text
        assert not any(run in cleaned for run in _runs(secret))
    assert redaction.clean_values("plain words") == "plain words" or len(secret) < RUN


def _runs(secret: str) -> list[str]:
    return [secret[at : at + RUN] for at in range(len(secret) - RUN + 1)]
