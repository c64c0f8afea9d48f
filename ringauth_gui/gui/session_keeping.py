"""What the keyring holds, or does not answer, makes of a session's state; no Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.gui.keyring_messages import KEEP_AGAIN
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.no_token import ELSEWHERE, NOT_KNOWN
from ringauth_gui.gui.profile_secrets import NONE_STORED
from ringauth_gui.gui.session_outcomes import (
    AT_KEYRING,
    UNREAD,
    idle,
    with_keeping,
    without_answer,
)
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.gui.session_kept import Kept
    from ringauth_gui.oauth.token import Token

TRY_AGAIN = MessageAction("try-again", "Try again")
_AGAIN = frozenset((TRY_AGAIN.key, KEEP_AGAIN.key))
STILL_RUNNING = Message(
    MessageKind.NOTE,
    "Still being finished in the background",
    "It is too far on to be stopped. What came of it shows here when it ends.",
)
HAS_ENDED = Message(
    MessageKind.NOTE,
    "What ran in the background has ended",
    "What RingAuth keeps for this profile now is shown.",
)
NO_ANSWER = Message(
    MessageKind.WARNING,
    "The keyring did not answer",
    "What it keeps for this profile is not shown. Unlock it, then try again.",
    actions=(TRY_AGAIN,),
)
NOT_DELETED = Message(
    MessageKind.WARNING,
    "The profile was not deleted",
    "The keyring did not answer, and what nobody lists any more must not stay in it. "
    "Unlock it, then try again.",
    actions=(TRY_AGAIN,),
)
OTHER_APP = Message(
    MessageKind.NOTE,
    "This profile was changed elsewhere",
    "It is for another app or server now. What is kept for the app before is not used "
    "for this one.",
)


def wants_reading(state: SessionState) -> bool:
    """Return whether what is kept is read when the profile comes into sight.

    A keyring that is still locked asks nobody for that (KR-04), and one that was given
    up is not asked: all is read once it answers, or on request (KR-05).
    """
    if state.activity is not None or is_left(state):
        return False
    is_unread = state.token is None and state.keyring_trouble == UNREAD
    return is_unread or not state.opened


def after_reading(state: SessionState, kept: "Kept") -> SessionState:
    """Show what is kept; what a Check found of the same token stays.

    What the message bar says stays too, as it may not have been read yet, unless it
    says that this could not be read.
    """
    if _access_token(state.token) != _access_token(kept.token):
        state = replace(state, check=None, answer_checks=())
    state = _without_failure(idle(state))
    if kept.message is not None:
        state = replace(state, message=kept.message)
    if kept.keeping is not None:
        state = with_keeping(state, kept.keeping)
    if state.keyring_trouble == UNREAD:
        state = replace(state, keyring_trouble="")
    return replace(
        state,
        opened=True,
        token=kept.token,
        stored=kept.stored,
        ended=_ended(state, kept),
    )


def after_looking(state: SessionState, has_secret: bool) -> SessionState:
    """Show whether a client secret is kept."""
    return replace(idle(state), stored=replace(state.stored, client_secret=has_secret))


def after_late_reading(state: SessionState, kept: "Kept") -> SessionState:
    """Show what came of something that had to be left to itself."""
    pending = state.pending
    if pending is not None and pending.token.access_token == _access_token(kept.token):
        state = replace(state, pending=None, message=None)  # adopted after all
    read = after_reading(state, kept)
    return replace(read, message=HAS_ENDED) if is_left(read) else read


def after_leaving(state: SessionState) -> SessionState:
    """Say that what was cancelled is past stopping; nothing of it is known yet."""
    # A declined sign-in is being ended: there is no more question about it.
    pending = None if state.activity is Activity.REVOKING else state.pending
    return replace(
        idle(state), failed=state.activity, pending=pending, message=STILL_RUNNING
    )


def is_left(state: SessionState) -> bool:
    """Return whether the message speaks of something that was left to itself."""
    return state.message in {STILL_RUNNING, NO_ANSWER}


def with_profile(state: SessionState, profile: Profile) -> SessionState:
    """Take over an edited profile; another app's or server's token is no more shown."""
    edited = replace(state, profile=profile)
    if is_same_app(state.profile, profile):
        return edited
    return replace(
        edited,
        stored=NONE_STORED,
        token=None,
        pending=None,
        check=None,
        answer_checks=(),
        ended="",
    )


def is_same_app(one: Profile, other: Profile) -> bool:
    """Return whether a secret of ``one`` may be used for ``other`` (R8)."""
    return (one.client_id, secret_binding(one)) == (
        other.client_id,
        secret_binding(other),
    )


def is_same_kept(one: Profile, other: Profile) -> bool:
    """Return whether the keyring holds the same for both."""
    return is_same_app(one, other) and (one.grant_type, one.has_secret) == (
        other.grant_type,
        other.has_secret,
    )


def while_waiting(state: SessionState) -> SessionState:
    """Say that the keyring takes long, and let the person cancel (KR-05)."""
    return replace(state, is_slow=True, message=AT_KEYRING, covered=state.message)


def after_giving_up(state: SessionState) -> SessionState:
    """Show that the keyring was not waited for any longer."""
    is_deletion = state.activity is Activity.DELETING
    return replace(
        idle(without_answer(state)),
        opened=state.opened or not is_deletion,
        failed=state.activity,
        message=NOT_DELETED if is_deletion else NO_ANSWER,
    )


def _without_failure(state: SessionState) -> SessionState:
    """Say no more that what is kept could not be read."""
    has_failed = state.failed is Activity.RESTORING and state.keyring_trouble == UNREAD
    if not has_failed or is_left(state):
        return state
    news = _unless_again(state.elsewhere.news)
    message = _unless_again(state.message) or news
    return replace(
        state, message=message, elsewhere=replace(state.elsewhere, news=news)
    )


def _unless_again(message: Message | None) -> Message | None:
    """Return ``message``, unless it offers to try again what has been done now."""
    actions = () if message is None else message.actions
    return None if any(action.key in _AGAIN for action in actions) else message


def _ended(state: SessionState, kept: "Kept") -> str:
    if kept.token is not None:
        return ""
    if kept.elsewhere:
        return f"{ELSEWHERE} — kept in “{kept.elsewhere}”"
    return "" if state.ended.startswith((ELSEWHERE, NOT_KNOWN)) else state.ended


def _access_token(token: "Token | None") -> str | None:
    return None if token is None else token.access_token
