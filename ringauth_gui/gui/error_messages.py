"""Turns an error into what the message bar says; no Qt."""

from collections.abc import Mapping

from ringauth_gui import errors
from ringauth_gui.gui import error_words, jwt_error_words, oauth_error_words
from ringauth_gui.gui.error_code_words import code_words
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.error_details import error_details, explainable_codes
from ringauth_gui.gui.error_facts import facts_of
from ringauth_gui.gui.message import Message, MessageAction
from ringauth_gui.gui.words import Words
from ringauth_gui.ringcentral.servers import is_sandbox

_ACTION_TEXTS: Mapping[str, str] = {
    "enter-secret": "Enter the secret{again}",
    "enter-credential": "Enter a JWT credential",
    "use-public": "Use as public app",
    "edit-profile": "Edit the profile",
    "authorize": "Sign in again",
    "try-again": "Try again",
    "keep-again": "Try again",
    "remove-damaged": "Remove what is damaged",
    "forget": "Forget on this computer",
    "use-next-redirect-uri": "Use {next_redirect_uri}",
    "copy-redirect-uri": "Copy redirect URI",
    "sign-out": "Sign out",
    "sign-in-anyway": "Sign in anyway",
    "dismiss": "Cancel",
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


def message_for(error: errors.RingAuthError, context: MessageContext) -> Message:
    """Return what happened, what to do about it, and the codes."""
    words = _words(error, context)
    facts = facts_of(error, context)
    sentences = (words.advice.format_map(facts), _what_was_kept(error, context))
    return Message(
        kind=words.kind,
        title=words.title.format_map(facts),
        advice=" ".join(filter(None, sentences)),
        details=error_details(error),
        codes=explainable_codes(error),
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
    words = code_words(error.refusal, context)
    if words is not None:
        return words
    if isinstance(error, errors.RevocationRefused) and error.refusal.status == 0:
        return error_words.NO_REVOCATION_WORDS
    oauth_error = error.refusal.error or ""
    if context.is_jwt_sign_in and oauth_error in jwt_error_words.TOKEN_WORDS:
        return jwt_error_words.TOKEN_WORDS[oauth_error]
    if type(error) in {errors.TokenRequestRefused, errors.ServerProblem}:
        return oauth_error_words.TOKEN_WORDS.get(oauth_error)
    return None


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
    if context.doing == "refresh" and _may_have_arrived(error):
        return _kept_for_a_repeat(context)
    if isinstance(error, _ASKED):
        return {
            "authorize": "Nothing was stored, and nothing was sent again.",
            "refresh": "The tokens that you have were kept.",
            "check": "The token was not judged.",
            "ask": "The question was not answered.",
        }.get(context.doing, "")
    return ""


def _may_have_arrived(error: errors.RingAuthError) -> bool:
    """Return whether the server may have refreshed, and only its answer was lost."""
    if isinstance(error, errors.HostNotFound | errors.TlsFailure):
        return False
    return isinstance(error, errors.NetworkError | errors.InvalidServerResponse)


def _kept_for_a_repeat(context: MessageContext) -> str:
    """Return why the same refresh can be sent once more (reference section 4)."""
    kept = "The tokens that you have were kept."
    if not context.is_ringcentral:
        return kept
    return (
        f"{kept} Trying again is safe: {context.server_name} answers a repeat with the "
        "same tokens for up to 60 minutes."
    )


def _action_keys(words: Words, context: MessageContext) -> tuple[str, ...]:
    if context.doing == "revoke":
        # A locked keyring is asked again by its own button alone.
        again = "keep-again" if "keep-again" in words.actions else "try-again"
        return (again, "forget")
    impossible = set()
    if context.is_public:
        impossible.add("use-public")
    if context.doing == "ask":
        impossible.add("try-again")  # the question stands in its field
    if context.next_redirect_uri is None:
        impossible.add("use-next-redirect-uri")
    keys = (key for key in words.actions if key not in impossible)
    if context.doing == "authorize":
        keys = ("authorize" if key == "try-again" else key for key in keys)
    return tuple(dict.fromkeys(keys))
