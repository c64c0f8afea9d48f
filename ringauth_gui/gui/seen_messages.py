"""Which messages have been in sight, profile by profile; no Qt."""

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.session_state import SessionState

# What went well, or is only worth knowing, can wait until somebody looks.
_NEWS = frozenset((MessageKind.WARNING, MessageKind.BAD))


class SeenMessages:
    """Tells which profile has something to say that nobody has seen."""

    def __init__(self) -> None:
        """Have seen nothing."""
        self._seen: dict[str, Message | None] = {}

    def see(self, state: SessionState) -> None:
        """Note that what ``state`` says is in sight."""
        self._seen[state.profile.id] = state.message

    def has_news(self, state: SessionState) -> bool:
        """Return whether it says something that was not seen, and matters."""
        message = state.message
        if message is None or message.kind not in _NEWS:
            return False
        return self._seen.get(state.profile.id) is not message
