"""What an outcome makes of a session's state, words included; no Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.errors import (
    GrantNoLongerValid,
    RateLimited,
    RingAuthError,
    SignedOutMeanwhile,
    TokenStoreError,
)
from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.gui.keyring_messages import KEEP_AGAIN
from ringauth_gui.gui.message import SHOW_LOG, Message, MessageKind
from ringauth_gui.gui.no_token import NOT_KNOWN
from ringauth_gui.gui.session_question import question_about
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.moment import Moment
from ringauth_gui.server_directory import secret_binding, server_name

if TYPE_CHECKING:
    from ringauth_gui.gui.error_context import MessageContext
    from ringauth_gui.kept_texts import Keeping
    from ringauth_gui.outcomes import Pasted, Refreshed, SignedIn

UNREAD = "last read failed"
UNWRITTEN = "last write failed, tokens are in memory"
AT_KEYRING = Message(
    MessageKind.NOTE,
    "Waiting for the keyring",
    "It may be asking for its password in another window. Cancel to wait no longer.",
)

_ENDS = (GrantNoLongerValid, SignedOutMeanwhile)  # after a refresh no token is left
# What asks the API, which counts apart from the authentication calls.
_AT_API = frozenset((Activity.CHECKING, Activity.ASKING))


def idle(state: SessionState) -> SessionState:
    """Return ``state`` with nothing running, and nothing explained that is over."""
    return replace(
        after_waiting(state), activity=None, progress=None, waiting_since=None
    )


def after_waiting(state: SessionState) -> SessionState:
    """Take back that the keyring takes long; what runs may go on."""
    message = state.covered if state.message == AT_KEYRING else state.message
    return replace(state, is_slow=False, message=message, covered=None)


def after_sign_in(state: SessionState, outcome: "SignedIn") -> SessionState:
    """Show the new token, or ask about it when it belongs to somebody else."""
    if outcome.keeping is None:
        return replace(idle(state), pending=outcome, message=question_about(outcome))
    return after_adoption(state, outcome, outcome.keeping)


def after_adoption(
    state: SessionState, outcome: "SignedIn", keeping: "Keeping"
) -> SessionState:
    """Show the token that is kept now."""
    from ringauth_gui.gui.answer_check_words import answer_message

    return replace(
        with_keeping(idle(state), keeping),
        token=outcome.token,
        pending=None,
        check=None,
        answer_checks=outcome.checks,
        ended="",
        message=answer_message(outcome.checks) or not_kept(keeping),
    )


def after_refresh(state: SessionState, outcome: "Refreshed") -> SessionState:
    """Show the new token and what changed."""
    from ringauth_gui.gui.answer_check_words import answer_message, with_newer_id_token

    message = answer_message(outcome.checks) or not_kept(outcome.keeping)
    state = with_keeping(idle(state), outcome.keeping)
    return replace(
        state,
        token=outcome.token,
        check=None if state.check is None else state.check.of_former_token(),
        answer_checks=with_newer_id_token(state.answer_checks, outcome.checks),
        message=message
        or Message(MessageKind.GOOD, "Refreshed", " ".join(outcome.changes)),
    )


def after_failure(
    state: SessionState, error: RingAuthError, now: Moment
) -> SessionState:
    """Show what went wrong; nothing is lost unless the grant itself is over."""
    from ringauth_gui.gui.error_messages import message_for
    from ringauth_gui.outcomes import GrantEnded

    doing = state.activity or Activity.RESTORING
    message = message_for(error, context_of(state, doing, now))
    if state.is_being_opened:
        # Read again when it comes into sight; a locked keyring asks nobody (KR-04).
        state = replace(state, opened=True)
    if isinstance(error, _ENDS) and doing is Activity.REFRESHING:
        state = replace(state, token=None, check=None, ended="Signed out")
    if isinstance(error, GrantEnded):
        advice = f"{message.advice} {_what_remains(error.left_behind)}"
        message = replace(message, advice=advice)
    if isinstance(error, RateLimited) and doing in _AT_API:
        state = state.with_api_pause(error.refusal, now)
    if isinstance(error, TokenStoreError):
        state = without_answer(replace(state, keyring_trouble=UNREAD))
    return replace(idle(state), message=message, failed=doing)


def without_answer(state: SessionState) -> SessionState:
    """Claim nothing of a token that nobody could read (R29)."""
    if state.token is not None or not state.is_at_keyring:
        return state
    return replace(state, ended=f"{NOT_KNOWN} — what is kept could not be read")


def after_bug(state: SessionState) -> SessionState:
    """Show one plain sentence for an error that nobody expected."""
    return replace(
        idle(state),
        opened=state.opened or state.is_being_opened,
        message=Message(
            MessageKind.BAD,
            "RingAuth made a mistake",
            "What you asked for was not done. Try again; if it happens again, "
            "restart RingAuth.",
            actions=(SHOW_LOG,),
        ),
    )


def after_pasting(state: SessionState, outcome: "Pasted") -> SessionState:
    """Show the token from elsewhere, of which nothing else is known."""
    message = not_kept(outcome.keeping) or Message(
        MessageKind.NOTE,
        "The token from elsewhere is used now",
        "RingAuth did not obtain it and cannot tell when it ends. "
        "Press Check to see whose it is.",
    )
    return replace(
        with_keeping(idle(state), outcome.keeping),
        token=outcome.token,
        check=None,
        answer_checks=(),
        ended="",
        message=message,
    )


def with_keeping(state: SessionState, keeping: "Keeping") -> SessionState:
    """Remember for the status line whether the last write to the keyring failed."""
    trouble = "" if keeping.problem is None else UNWRITTEN
    return replace(state, keyring_trouble=trouble)


def not_kept(keeping: "Keeping", what: str = "token") -> Message | None:
    """Return the warning that ``what`` is in memory only, where unexpected."""
    if keeping.problem is None:
        return None
    return Message(
        MessageKind.WARNING,
        f"The {what} is not in the keyring",
        f"{keeping.problem} It stays in memory until RingAuth closes.",
        actions=(KEEP_AGAIN,),
    )


def context_of(state: SessionState, doing: Activity, now: Moment) -> "MessageContext":
    """Return what the words of a failure depend on."""
    from ringauth_gui.gui.error_context import MessageContext

    left = None if state.token is None else state.token.access_remaining(now)
    return MessageContext(
        server_name=server_name(state.profile),
        host=secret_binding(state.profile),
        is_practice=state.is_practice,
        redirect_uri=state.redirect_uri or state.profile.redirect_uris[0],
        next_redirect_uri=state.next_redirect_uri,
        is_public=not state.profile.has_secret,
        doing=doing.value,
        access_left_text="" if left is None else duration_text(left),
        uses_jwt=state.uses_jwt,
        is_ringcentral=state.counts_calls,
    )


def _what_remains(problem: str) -> str:
    return f"The dead token could not be removed from the keyring: {problem}"
