"""Turns an error into what the message bar says; no Qt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ringauth_gui import errors
from ringauth_gui.gui import (
    error_words,
    jwt_error_words,
    oauth_error_words,
    ringcentral_error_words,
)
from ringauth_gui.gui.error_details import error_details
from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.gui.message import Message, MessageAction
from ringauth_gui.gui.words import Words
from ringauth_gui.oauth.error_answer import (
    DEFAULT_PAUSE,
    LONGEST_PAUSE,
    SHORTEST_PAUSE,
)
from ringauth_gui.ringcentral.servers import is_sandbox

Doing = Literal["authorize", "refresh", "revoke", "check", "save", "restore"]

_ACTION_TEXTS: Mapping[str, str] = {
    "enter-secret": "Enter the secret{again}",
    "enter-credential": "Enter a JWT credential",
    "use-public": "Use as public app",
    "edit-profile": "Edit the profile",
    "authorize": "Sign in again",
    "try-again": "Try again",
    "forget": "Forget on this computer",
    "use-next-redirect-uri": "Use {next_redirect_uri}",
    "copy-redirect-uri": "Copy redirect URI",
    "sign-out": "Sign out",
}
# After these, a request was or may have been sent.
_ASKED = (errors.RequestRefused, errors.NetworkError, errors.InvalidServerResponse)
_BROWSER_ENDED = (
    errors.OperationCancelled,
    errors.AuthorizationTimedOut,
    errors.AuthorizationRefused,
    errors.MalformedAuthorizationResponse,
    errors.IssuerMismatch,
)


@dataclass(frozen=True)
class MessageContext:
    """What is known where an error happened.

    Attributes:
        server_name: What a person calls the server.
        host: The authority that was spoken to.
        is_practice: Whether it is the practice server.
        redirect_uri: The one in use, exactly as to be registered.
        is_public: Whether the profile has no secret.
        doing: What was being done.
        access_left_text: How long the access token lives, such as "54 min 31 s";
            empty when unknown.
        next_redirect_uri: Another one that the profile names; None when there is none.
        uses_jwt: Whether the profile signs in by a JWT credential.
    """

    server_name: str
    host: str
    is_practice: bool
    redirect_uri: str
    is_public: bool
    doing: Doing
    access_left_text: str = ""
    next_redirect_uri: str | None = None
    uses_jwt: bool = False

    @property
    def is_jwt_sign_in(self) -> bool:
        """Whether a JWT credential was being exchanged."""
        return self.uses_jwt and self.doing == "authorize"


def message_for(error: errors.RingAuthError, context: MessageContext) -> Message:
    """Return what happened, what to do about it, and the codes."""
    words = _words(error, context)
    facts = _facts(error, context)
    sentences = (words.advice.format_map(facts), _what_was_kept(error, context))
    return Message(
        kind=words.kind,
        title=words.title.format_map(facts),
        advice=" ".join(filter(None, sentences)),
        details=error_details(error),
        actions=tuple(
            MessageAction(key, _ACTION_TEXTS[key].format_map(facts))
            for key in _action_keys(words, context)
        ),
    )


def _words(error: errors.RingAuthError, context: MessageContext) -> Words:
    """Return the most telling words: of the code, the situation, the error's kind."""
    special = _special_words(error, context)
    if special is not None:
        return special
    for kind in type(error).__mro__:
        doing_words = error_words.DOING_WORDS.get((kind, context.doing))
        words = doing_words or error_words.ERROR_WORDS.get(kind)
        if words is not None:
            return words
    return error_words.ERROR_WORDS[errors.RingAuthError]


def _special_words(
    error: errors.RingAuthError, context: MessageContext
) -> Words | None:
    if isinstance(error, errors.RequestRefused):
        return _refusal_words(error, context)
    if isinstance(error, errors.AuthorizationRefused):
        return oauth_error_words.AUTHORIZATION_WORDS.get(error.error)
    if isinstance(error, errors.HostNotFound) and is_sandbox(error.host):
        return error_words.SANDBOX_WORDS
    if type(error) is errors.NetworkError and context.is_practice:
        return error_words.PRACTICE_GONE_WORDS
    return None


def _refusal_words(
    error: errors.RequestRefused, context: MessageContext
) -> Words | None:
    for code in error.refusal.codes:
        for table in _code_tables(context):
            if code in table:
                return table[code]
    if isinstance(error, errors.RevocationRefused) and error.refusal.status == 0:
        return error_words.NO_REVOCATION_WORDS
    oauth_error = error.refusal.error or ""
    if context.is_jwt_sign_in and oauth_error in jwt_error_words.TOKEN_WORDS:
        return jwt_error_words.TOKEN_WORDS[oauth_error]
    if type(error) is errors.TokenRequestRefused:
        return oauth_error_words.TOKEN_WORDS.get(oauth_error)
    return None


def _code_tables(context: MessageContext) -> list[Mapping[str, Words]]:
    tables = [ringcentral_error_words.CODE_WORDS]
    if context.is_public:
        tables.insert(0, ringcentral_error_words.PUBLIC_APP_WORDS)
    if context.is_practice:
        tables.insert(0, ringcentral_error_words.PRACTICE_WORDS)
    if context.is_jwt_sign_in:
        tables.insert(0, jwt_error_words.CODE_WORDS)
    elif context.doing == "authorize":
        tables.insert(0, ringcentral_error_words.CODE_EXCHANGE_WORDS)
    return tables


def _facts(error: errors.RingAuthError, context: MessageContext) -> dict[str, str]:
    """Return what the places in the words are filled with."""
    facts = {
        "server": context.server_name,
        "host": context.host,
        "redirect_uri": context.redirect_uri,
        "next_redirect_uri": context.next_redirect_uri or "",
        "again": "" if context.is_public else " again",
        "reason": str(error),
        "pause": duration_text(pause_of(error)),
    }
    if isinstance(error, errors.RedirectPortBusy):
        facts["port"] = str(error.port)
        facts["program"] = error.program or "another program"
    if isinstance(error, errors.NetworkError):
        facts["host"] = error.host
    if isinstance(error, errors.RedirectedElsewhere):
        facts["elsewhere"] = error.host
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


def _what_was_kept(error: errors.RingAuthError, context: MessageContext) -> str:
    """Return the sentence that says what became of the tokens, where it is sure."""
    if context.doing == "revoke":
        left = f", the access token for another {context.access_left_text}"
        return (
            "Nothing was removed here, and the tokens may still work"
            f"{left if context.access_left_text else ''}."
        )
    if context.doing == "authorize" and isinstance(error, _BROWSER_ENDED):
        return "Nothing was stored."
    if isinstance(error, errors.GrantNoLongerValid) and context.doing != "authorize":
        return ""
    if isinstance(error, _ASKED):
        return {
            "authorize": "Nothing was stored, and nothing was sent again.",
            "refresh": "The tokens that you have were kept.",
            "check": "The token was not judged.",
        }.get(context.doing, "")
    return ""


def _action_keys(words: Words, context: MessageContext) -> tuple[str, ...]:
    if context.doing == "revoke":
        return ("try-again", "forget")
    impossible = set()
    if context.is_public:
        impossible.add("use-public")
    if context.next_redirect_uri is None:
        impossible.add("use-next-redirect-uri")
    keys = (key for key in words.actions if key not in impossible)
    if context.doing == "authorize":
        keys = ("authorize" if key == "try-again" else key for key in keys)
    return tuple(dict.fromkeys(keys))
