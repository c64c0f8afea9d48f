"""What is said of a profile that was deleted; no Qt."""

from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Withdrawn
from ringauth_gui.storage.profile import Profile

UNDO, UNDO_TO_REVOKE = "undo-delete", "undo-to-revoke"


def deleted_message(profile: Profile, withdrawn: Withdrawn, now: Moment) -> Message:
    """Return that ``profile`` is gone, what lives on, and how to get it back."""
    gone = "Nothing of it is left in the keyring." if withdrawn.kinds else ""
    back = "Undo brings it back as it was, until this window closes."
    actions = [MessageAction(UNDO, "Undo")]
    token = withdrawn.token
    lives_on = "" if token is None else _lives_on(token, now)
    if lives_on and SessionState(profile, token=token).why_no_revoke(now) is None:
        lives_on = f"{lives_on} To end it there too, undo and revoke it first."
        actions.append(MessageAction(UNDO_TO_REVOKE, "Undo, then revoke…"))
    return Message(
        MessageKind.WARNING if lives_on else MessageKind.NOTE,
        f"“{profile.name}” was deleted",
        " ".join(filter(None, (gone, lives_on, back))),
        actions=tuple(actions),
    )


def renamed_message(name: str, taken: str) -> Message:
    """Return that a profile is back under another ``name``."""
    return Message(
        MessageKind.NOTE,
        f"The profile is back as “{name}”",
        f"Another profile is called “{taken}” by now.",
    )


def _lives_on(token: Token, now: Moment) -> str:
    """Return until when the server goes on accepting ``token``; empty if it is over."""
    lasting = [token.access_remaining(now)]
    if token.refresh_token is not None:
        lasting.append(token.refresh_remaining(now))
    known = [left for left in lasting if left is not None]
    if len(known) < len(lasting):
        until = "until it expires"
    elif max(known) < 1:
        return ""
    else:
        until = f"until {local_time_text(now.wall + max(known), now.wall)}"
    return f"Its token lives on at the server {until}."
