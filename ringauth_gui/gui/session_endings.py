"""What the end of a session makes of its state, words included; no Qt."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.errors import MustWait, RateLimited, RingAuthError
from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.keyring_messages import NAMES
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets
from ringauth_gui.gui.session_outcomes import after_failure, context_of, idle
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.moment import Moment
from ringauth_gui.storage.token_store import SecretKind

if TYPE_CHECKING:
    from ringauth_gui.kept_texts import Dropped
    from ringauth_gui.outcomes import Revoked

FORGET_SECRETS = MessageAction("forget-secrets", "Forget the secret too")
_BY_HAND = (
    "If trying again does not help, remove RingAuth's items with the system's own "
    "keyring program."
)


def after_revoke(state: SessionState, outcome: "Revoked", now: Moment) -> SessionState:
    """Show that the session is over, and what proves it."""
    time = local_time_text(now.wall, now.wall)
    if outcome.untold is not None:
        ended = f"Signed out {time}"
        message = _untold(state, outcome, now)
    elif outcome.proof is not None and outcome.proof.proved:
        ended = f"Revoked {time} — {outcome.proof.text}"
        message = Message(
            MessageKind.GOOD,
            "Revoked",
            "Access and refresh token are dead everywhere, and removed here — "
            f"{outcome.proof.text}.",
        )
    else:
        saw = outcome.proof.text if outcome.proof else "not proved"
        ended = f"Revoked {time} — {saw}"
        message = Message(
            MessageKind.WARNING,
            "Revoked, but not proved",
            f"The server accepted the revocation; {saw}. The tokens are removed here.",
        )
    if outcome.left_behind is not None:
        message = _left_behind(outcome.left_behind)
    state = replace(idle(state), token=None, check=None, answer_checks=())
    return replace(state, ended=ended, message=message)


def after_turn(
    state: SessionState, ended: "Revoked | RingAuthError", now: Moment
) -> SessionState:
    """Show how a turn of a sign-out of all has ended."""
    if isinstance(ended, MustWait | RateLimited):
        return idle(state)  # it will be asked again
    if isinstance(ended, RingAuthError):
        return after_failure(state, ended, now)
    return after_revoke(state, ended, now)


def after_forget(state: SessionState, problem: str | None) -> SessionState:
    """Show that the tokens are gone from this computer, or why they are not."""
    if problem is not None:
        return replace(idle(state), message=_left_behind(problem))
    advice, actions = _what_stays(state)
    if state.token is None:  # it had been left behind, or there never was one
        message = Message(
            MessageKind.NOTE,
            "No token of this profile is on this computer any more",
            advice,
            actions=actions,
        )
        return replace(idle(state), message=message)
    lives_on = "The server was not told: the tokens live on there until they expire."
    return replace(
        idle(state),
        token=None,
        check=None,
        answer_checks=(),
        ended="Forgotten on this computer",
        message=Message(
            MessageKind.NOTE,
            "Forgotten on this computer",
            f"{lives_on} {advice}".strip(),
            actions=actions,
        ),
    )


def after_forgetting_secrets(state: SessionState, dropped: "Dropped") -> SessionState:
    """Show that the secrets are gone from this computer, or why they are not."""
    if dropped.problem is not None:
        message = Message(
            MessageKind.WARNING,
            "Not every secret could be removed from the keyring",
            f"{dropped.problem} {_BY_HAND}",
            actions=(replace(FORGET_SECRETS, text="Try again"),),
        )
        return replace(idle(state), message=message)
    names = " and the ".join(NAMES[kind] for kind in dropped.kinds)
    return replace(
        idle(state),
        stored=_without(state.stored, dropped.kinds),
        message=Message(
            MessageKind.NOTE,
            f"The {names} is removed from this computer"
            if names
            else "No secret of this profile is on this computer",
            "Enter it again on the Profile tab before the next sign-in or refresh.",
        ),
    )


def _without(stored: StoredSecrets, kinds: Collection[SecretKind]) -> StoredSecrets:
    if SecretKind.CLIENT_SECRET in kinds:
        stored = replace(stored, client_secret=False)
    if SecretKind.JWT_CREDENTIAL in kinds:
        stored = replace(stored, jwt_credential=None)
    return stored


def _what_stays(state: SessionState) -> tuple[str, tuple[MessageAction, ...]]:
    """Return what else is kept for the profile, and how that goes (KR-14)."""
    kept = (
        (SecretKind.CLIENT_SECRET, state.stored.client_secret),
        (SecretKind.JWT_CREDENTIAL, state.stored.jwt_credential),
    )
    names = " and the ".join(NAMES[kind] for kind, is_kept in kept if is_kept)
    if not names:
        return "", ()
    verb = "stay" if " and " in names else "stays"
    return f"The {names} {verb} for the next sign-in.", (FORGET_SECRETS,)


def after_withdrawal(state: SessionState) -> SessionState:
    """Hold nothing of a profile that is about to be deleted."""
    return replace(
        idle(state),
        opened=False,
        stored=NONE_STORED,
        token=None,
        check=None,
        answer_checks=(),
        message=None,
        ended="",
    )


def _left_behind(problem: str) -> Message:
    return Message(
        MessageKind.WARNING,
        "The tokens could not be removed from the keyring",
        f"{problem} {_BY_HAND}",
        actions=(MessageAction("forget", "Try again"),),
    )


def _untold(state: SessionState, outcome: "Revoked", now: Moment) -> Message:
    why = "" if outcome.untold is None else _title(state, outcome.untold, now)
    return Message(
        MessageKind.WARNING,
        "Signed out here; the server could not be told",
        f"{why}. The tokens are removed from this computer and die at their expiry.",
    )


def _title(state: SessionState, error: RingAuthError, now: Moment) -> str:
    from ringauth_gui.gui.error_messages import message_for

    return message_for(error, context_of(state, Activity.REVOKING, now)).title
