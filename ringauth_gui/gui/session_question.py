"""What is asked when another person signed in, and what the answer makes; no Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.session_state import SessionState

if TYPE_CHECKING:
    from ringauth_gui.outcomes import SignedIn


def question_about(outcome: "SignedIn") -> Message:
    """Return the question whether the other person's tokens are wanted (R27)."""
    return Message(
        MessageKind.WARNING,
        "Another person signed in",
        f"This profile held tokens of owner {outcome.previous_owner_id}; the "
        f"new ones belong to {outcome.token.owner_id or 'someone unnamed'}. "
        "Replace the old tokens?",
        actions=(
            MessageAction("adopt", "Use the new person"),
            MessageAction("decline", "Keep the old tokens"),
        ),
    )


USED_ELSEWHERE = Message(
    MessageKind.WARNING,
    "Refresh a token that RingAuth did not obtain?",
    "This ends the current access token; any other program using it will get 401. "
    "Its refresh token is used up too, and the new ones are only here.",
    actions=(
        MessageAction("refresh-anyway", "Refresh anyway"),
        MessageAction("dismiss", "Keep it as it is"),
    ),
)


def open_question(state: SessionState) -> Message | None:
    """Return the question that is not answered yet, if there is one."""
    return None if state.pending is None else question_about(state.pending)


def is_asked(state: SessionState) -> bool:
    """Return whether the question is in sight."""
    actions = () if state.message is None else state.message.actions
    return any(action.key == "decline" for action in actions)


def after_decline(state: SessionState, problem: RingAuthError | None) -> SessionState:
    """Show that the other person's session is over, or that it lives on."""
    if problem is None:
        message = Message(
            MessageKind.NOTE,
            "The other person's sign-in was ended",
            "The old tokens stay.",
        )
    else:
        message = Message(
            MessageKind.WARNING,
            "The other person's sign-in could not be ended",
            "The old tokens stay. The new ones are not kept here, but live on at the "
            "server until they expire.",
            str(problem),
        )
    return replace(state, pending=None, message=message)
