"""What the keyring holds, or does not answer, makes of a session's state; no Qt."""

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.profile_secrets import (
    NONE_STORED,
    NewSecrets,
    StoredSecrets,
    described,
)
from ringauth_gui.gui.session_outcomes import (
    AT_KEYRING,
    UNREAD,
    idle,
    not_kept,
    with_keeping,
)
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.token import Token
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer


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
    actions=(MessageAction("try-again", "Try again"),),
)
NOT_DELETED = Message(
    MessageKind.WARNING,
    "The profile was not deleted",
    "The keyring did not answer, and what nobody lists any more must not stay in it. "
    "Unlock it, then try again.",
    actions=(MessageAction("try-again", "Try again"),),
)
OTHER_APP = Message(
    MessageKind.NOTE,
    "This profile was changed elsewhere",
    "It is for another app or server now. What was kept for the one before is not used "
    "for it.",
)
_NAMES = {
    SecretKind.CLIENT_SECRET: "client secret",
    SecretKind.JWT_CREDENTIAL: "JWT credential",
}


@dataclass(frozen=True)
class Kept:
    """What is kept for a profile.

    Attributes:
        token: The token, where there is one for this client and server.
        stored: Which secrets there are.
        keeping: Where what was just saved is kept, if something was.
        message: What is to be said of that.
    """

    token: Token | None
    stored: StoredSecrets
    keeping: Keeping | None = None
    message: Message | None = None


def read_kept(authorizer: "Authorizer", profile: Profile) -> Kept:
    """Read what is kept for ``profile``, on a worker thread."""
    clients, credential = authorizer.clients, None
    if profile.grant_type is GrantType.JWT_BEARER:
        with contextlib.suppress(ConfigurationError):  # junk is as good as none
            credential = clients.load_jwt_credential(profile)
    stored = StoredSecrets(
        client_secret=clients.vault.load_secret(profile) is not None,
        jwt_credential=None if credential is None else described(credential),
    )
    return Kept(authorizer.restore(profile), stored)


def keep_secrets(
    authorizer: "Authorizer", profile: Profile, entered: NewSecrets
) -> Kept:
    """Keep all where the profile wants it now, then read back what is kept."""
    vault = authorizer.clients.vault
    keeping = authorizer.settle(profile)
    message = _not_settled(keeping)
    for kind, secret in entered.by_kind().items():
        authorizer.clients.know(secret)
        keeping = vault.save_secret(profile, secret, kind)
        message = message or not_kept(keeping, _NAMES[kind])
    kept = read_kept(authorizer, profile)
    return replace(kept, keeping=keeping, message=message)


def bring_back(authorizer: "Authorizer", profile: Profile) -> Kept:
    """Keep what a deleted profile kept, then read it; on a worker thread."""
    back = authorizer.bring_back(profile)
    message = None
    if back.problem is not None:
        message = Message(
            MessageKind.WARNING,
            "The profile is back, but not all of it is in the keyring",
            f"{back.problem} What is missing there stays in memory until RingAuth "
            "closes.",
        )
    return replace(read_kept(authorizer, profile), keeping=back, message=message)


def _not_settled(keeping: Keeping) -> Message | None:
    """Return the warning that something is not where the profile wants it now."""
    if keeping.problem is None:
        return None
    return Message(
        MessageKind.WARNING,
        "Not everything is kept where the profile says",
        keeping.problem,
    )


def after_reading(state: SessionState, kept: Kept) -> SessionState:
    """Show what is kept; what a Check found of the same token stays.

    What the message bar says stays too: it may not have been read yet.
    """
    if _access_token(state.token) != _access_token(kept.token):
        state = replace(state, check=None, answer_checks=())
    state = idle(state)
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
        ended=state.ended if kept.token is None else "",
    )


def after_late_reading(state: SessionState, kept: Kept) -> SessionState:
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
        idle(state),
        opened=state.opened or not is_deletion,
        failed=state.activity,
        message=NOT_DELETED if is_deletion else NO_ANSWER,
    )


def _access_token(token: Token | None) -> str | None:
    return None if token is None else token.access_token
