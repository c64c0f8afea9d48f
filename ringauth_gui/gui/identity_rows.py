"""What a Check found, as labelled rows; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.refusal_phrases import codes_text, untold_phrase
from ringauth_gui.ringcentral.account import Account
from ringauth_gui.ringcentral.brands import BRANDS
from ringauth_gui.ringcentral.identity import (
    CheckResult,
    Identity,
    Subject,
    Untold,
    Verdict,
)

_VERDICTS = {
    Verdict.ACCEPTED: "The API accepts it.",
    Verdict.APP_LACKS_SCOPE: (
        "The API accepts it, but the app lacks the scope to ask whose it is."
    ),
    Verdict.USER_LACKS_PERMISSION: (
        "The API accepts it, but the user lacks the permission to ask whose it is."
    ),
    Verdict.REFUSED: "The API refuses it: it has expired, was replaced or was revoked.",
    Verdict.NOT_JUDGED: "Not judged: the API gave no answer that tells.",
}
_UNTOLD = {
    Subject.IDENTITY: ("untoldIdentityValue", "Signed in as"),
    Subject.ACCOUNT: ("untoldAccountValue", "Account info"),
    Subject.PERMISSIONS: ("untoldPermissionsValue", "Permissions"),
    Subject.SINGLE_PERMISSIONS: ("untoldSingleValue", "Some permissions"),
}
_NOBODY = Identity(extension_id="")
_NO_ACCOUNT = Account()


@dataclass(frozen=True)
class IdentityRow:
    """One row.

    Attributes:
        key: The object name of its value.
        label: What stands before it.
        text: The value.
        quiet: What follows the value, less strongly.
    """

    key: str
    label: str
    text: str
    quiet: str = ""


def identity_rows(result: CheckResult, now_wall: float) -> tuple[IdentityRow, ...]:
    """Return the rows for what the API told; what it did not tell has none."""
    identity, account = result.identity or _NOBODY, result.account or _NO_ACCOUNT
    told = (*_person(identity), *_account(identity, account))
    return (
        *(row for row in told if row.text),
        *(_untold(each) for each in result.untold),
        _verdict(result),
        _row(
            "checkedValue",
            "Checked",
            local_time_text(result.checked.wall, now_wall),
            milliseconds_text(result.seconds),
        ),
    )


def milliseconds_text(seconds: float) -> str:
    """Return how long a call took, such as ``92 ms``."""
    return f"{round(seconds * 1000)} ms"


def _person(identity: Identity) -> Iterator[IdentityRow]:
    name, email = identity.name, identity.email
    below = f"\n{email}" if name and email else ""
    yield IdentityRow("signedInAsValue", "Signed in as", name or email or "", below)
    yield _row(
        "extensionValue",
        "Extension",
        identity.extension_number,
        identity.extension_id,
        identity.extension_type,
        identity.status,
    )


def _account(identity: Identity, account: Account) -> Iterator[IdentityRow]:
    account_id = account.account_id or identity.account_id
    yield _row("accountValue", "Account", identity.company, account_id, account.status)
    yield _row("mainNumberValue", "Main number", account.main_number)
    brand = account.brand_name or BRANDS.get(account.brand_id or "")
    yield _row("brandValue", "Brand", brand, account.brand_id)
    yield _row("roleValue", "Role", ", ".join(identity.roles))


def _row(key: str, label: str, *parts: str | None) -> IdentityRow:
    """Return a row of what there is: the first part strongly, the rest less so."""
    first, *rest = [part for part in parts if part] or [""]
    return IdentityRow(key, label, first, "".join(f" · {part}" for part in rest))


def _verdict(result: CheckResult) -> IdentityRow:
    key, label = "tokenVerdictValue", "Access token"
    if result.is_former:
        return _row(key, label, "Refreshed since: the new token was not checked yet.")
    return _row(key, label, _VERDICTS[result.verdict], _codes(result.refusal))


def _untold(untold: Untold) -> IdentityRow:
    key, label = _UNTOLD[untold.subject]
    return _row(key, label, "not told", untold_phrase(untold))


def _codes(refusal: Refusal | None) -> str | None:
    return None if refusal is None else codes_text(refusal)
