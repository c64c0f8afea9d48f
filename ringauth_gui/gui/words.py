"""The words for one kind of failure, with places for what is known of it; no Qt."""

from dataclasses import dataclass

from ringauth_gui.gui.message import MessageKind


@dataclass(frozen=True)
class Words:
    """What the message bar says of a failure.

    Places such as ``{server}`` are filled in by ``error_messages.message_for``.

    Attributes:
        title: What happened, without a full stop.
        advice: What to do, in whole sentences.
        actions: Keys of what the app can do about it, best first.
        kind: How grave it is.
    """

    title: str
    advice: str
    actions: tuple[str, ...] = ()
    kind: MessageKind = MessageKind.BAD
