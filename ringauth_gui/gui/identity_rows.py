"""What a Check found, as labelled rows; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict

_VERDICTS = {
    Verdict.ACCEPTED: "The API accepts it.",
    Verdict.APP_LACKS_SCOPE: (
        "The API accepts it, but the app lacks the scope to ask whose it is (CMN-401)."
    ),
    Verdict.USER_LACKS_PERMISSION: (
        "The API accepts it, but the user lacks the permission to ask whose it is "
        "(CMN-408)."
    ),
    Verdict.REFUSED: "The API refuses it: it has expired, was replaced or was revoked.",
    Verdict.NOT_JUDGED: "Not judged: the API gave no answer that tells.",
}


@dataclass(frozen=True)
class IdentityRow:
    """One row: its label and its value."""

    label: str
    value: str


def identity_rows(result: CheckResult, now_wall: float) -> tuple[IdentityRow, ...]:
    """Return the rows for what the API told; what it did not tell has none."""
    identity = result.identity
    return (
        *(() if identity is None else _identity(identity)),
        _row("Access token", _VERDICTS[result.verdict], *_refusal(result.refusal)),
        _row(
            "Checked",
            local_time_text(result.checked.wall, now_wall),
            milliseconds_text(result.seconds),
        ),
    )


def milliseconds_text(seconds: float) -> str:
    """Return how long a call took, such as ``92 ms``."""
    return f"{round(seconds * 1000)} ms"


def _identity(identity: Identity) -> Iterator[IdentityRow]:
    rows = (
        _row("Signed in as", identity.name, identity.email),
        _row(
            "Extension",
            identity.extension_number,
            identity.extension_id,
            identity.extension_type,
            identity.status,
        ),
        _row("Account", identity.company, identity.account_id),
        _row("Role", *identity.roles),
    )
    return (row for row in rows if row.value)


def _row(label: str, *parts: str | None) -> IdentityRow:
    return IdentityRow(label, " · ".join(part for part in parts if part))


def _refusal(refusal: Refusal | None) -> tuple[str, ...]:
    return () if refusal is None else (*refusal.codes, f"HTTP {refusal.status}")
