"""What the places in the words of an error are filled with; no Qt."""

import math
from collections.abc import Mapping
from types import MappingProxyType

from ringauth_gui import errors
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.oauth.error_answer import (
    DEFAULT_PAUSE,
    LONGEST_PAUSE,
    SHORTEST_PAUSE,
)
from ringauth_gui.oauth.port_owner import owner_in_words
from ringauth_gui.process_name import PROCESS_NAME

# For a code of which nothing else is known.
NEUTRAL_FACTS: Mapping[str, str] = MappingProxyType(
    {
        "server": "RingCentral",
        "redirect_uri": "the program's redirect URI",
        "pause": "a minute",
        "scope": "a scope",
        "permission": "a permission",
        "parameter": "a parameter",
    }
)


def facts_of(error: errors.RingAuthError, context: MessageContext) -> dict[str, str]:
    """Return what the places in the words are filled with."""
    facts = {
        **NEUTRAL_FACTS,
        "server": context.server_name,
        "host": context.host,
        "redirect_uri": context.redirect_uri,
        "next_redirect_uri": context.next_redirect_uri or "",
        "again": "" if context.is_public else " again",
        "reason": str(error),
        "pause": duration_text(pause_of(error)),
    }
    if isinstance(error, errors.RequestRefused):
        facts |= refusal_facts(error.refusal)
    if isinstance(error, errors.RedirectPortBusy):
        facts |= _port_facts(error)
    if isinstance(error, errors.TooManySessions):
        facts["sessions"] = str(error.count)
    if isinstance(error, errors.NetworkError):
        facts["host"] = error.host
    if isinstance(error, errors.RedirectedElsewhere):
        facts["elsewhere"] = error.host
    if isinstance(error, errors.SignedOutMeanwhile):
        facts["untold"] = _what_became_of_new_tokens(error)
    return facts


def _port_facts(error: errors.RedirectPortBusy) -> dict[str, str]:
    is_ours = error.program == PROCESS_NAME
    return {
        "port": str(error.port),
        "program": owner_in_words(error.program),
        "make_free": (
            "Finish or cancel that sign-in" if is_ours else "Close that program"
        ),
    }


def _what_became_of_new_tokens(error: errors.SignedOutMeanwhile) -> str:
    if error.untold is None:
        return "The tokens that came too late were revoked, and are not kept here."
    return (
        "The tokens that came too late are not kept here. They could not be revoked, "
        "and die at their expiry."
    )


def refusal_facts(refusal: errors.Refusal) -> dict[str, str]:
    """Return the names that the server gave, where it gave any."""
    facts = {}
    if refusal.permission is not None:
        facts["permission"] = refusal.permission
        facts["scope"] = f"the scope {refusal.permission}"
    if refusal.parameter is not None:
        facts["parameter"] = f"the parameter {refusal.parameter}"
    return facts


def pause_of(error: errors.RingAuthError) -> float:
    """Return how many seconds to wait before the next try."""
    if isinstance(error, errors.MustWait):
        return float(math.ceil(error.seconds))
    named = (
        error.refusal.retry_after if isinstance(error, errors.RequestRefused) else None
    )
    pause = DEFAULT_PAUSE if named is None else named
    return min(max(pause, SHORTEST_PAUSE), LONGEST_PAUSE)
