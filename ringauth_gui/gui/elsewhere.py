"""What other windows did to what is kept for a profile; no Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringauth_gui.gui.message import Message

if TYPE_CHECKING:
    from ringauth_gui.storage.kept_mark import KeptMark


@dataclass(frozen=True)
class Elsewhere:
    """What this window knows of the others.

    Attributes:
        mark: The last change that any window marked.
        news: What is to be said of it, until the person has read that.
    """

    mark: "KeptMark | None" = None
    news: Message | None = None


NOTHING_KNOWN = Elsewhere()
