"""What the API says instead of an answer, as a part of a sentence; no Qt."""

from collections.abc import Mapping

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.oauth.error_answer import DEFAULT_PAUSE
from ringauth_gui.ringcentral.identity import Subject, Untold

APP_LACKS_SCOPE, USER_LACKS_PERMISSION = "CMN-401", "CMN-408"
_TOO_MANY = 429
_RATE_EXCEEDED = "CMN-301"
# What each call needs (reference section 10), for an answer that does not name it.
_SCOPES: Mapping[Subject, str] = {
    Subject.IDENTITY: "ReadAccounts",
    Subject.ACCOUNT: "ReadAccounts",
}
_PERMISSIONS: Mapping[Subject, str] = {
    Subject.IDENTITY: "ReadExtensions",
    Subject.ACCOUNT: "ReadCompanyInfo",
}


def is_pause(refusal: Refusal) -> bool:
    """Return whether the API was asked too often."""
    return refusal.status == _TOO_MANY or _RATE_EXCEEDED in refusal.codes


def pause_text(refusal: Refusal) -> str:
    """Return how long the API wants to be left alone, such as ``45 s``."""
    return duration_text(refusal.retry_after or DEFAULT_PAUSE)


def missing_scope(refusal: Refusal, subject: Subject) -> str | None:
    """Return the scope that the app lacks, in words; None where none is missing."""
    if APP_LACKS_SCOPE not in refusal.codes:
        return None
    name = refusal.permission or _SCOPES.get(subject)
    return "a scope" if name is None else f"the scope {name}"


def missing_permission(refusal: Refusal, subject: Subject) -> str | None:
    """Return the permission that the user lacks, in words; None where none does."""
    if USER_LACKS_PERMISSION not in refusal.codes:
        return None
    name = refusal.permission or _PERMISSIONS.get(subject)
    return "a permission" if name is None else f"the permission {name}"


def untold_phrase(untold: Untold) -> str:
    """Return why something was not told, such as ``the app lacks a scope (…)``."""
    refusal = untold.refusal
    if refusal is None:
        return f"no usable answer: {untold.reason}"
    if (scope := missing_scope(refusal, untold.subject)) is not None:
        return f"the app lacks {scope} ({APP_LACKS_SCOPE})"
    if (permission := missing_permission(refusal, untold.subject)) is not None:
        return f"the user lacks {permission} ({USER_LACKS_PERMISSION})"
    if is_pause(refusal):
        return f"the API asks for a pause of {pause_text(refusal)}"
    return f"the API answers {codes_text(refusal)}"


def codes_text(refusal: Refusal) -> str:
    """Return the codes and the HTTP status, such as ``CMN-404 · HTTP 403``."""
    return " · ".join((*refusal.codes, f"HTTP {refusal.status}"))
