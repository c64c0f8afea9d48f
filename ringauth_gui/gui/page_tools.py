"""What the wishes of a page need besides the sessions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.gui.clipboard import SecretClipboard

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.call_counts import CallCounts
    from ringauth_gui.redaction import Redaction
    from ringauth_gui.storage.kept_marks import KeptMarks


@dataclass(frozen=True)
class PageTools:
    """What the wishes need besides the sessions.

    Attributes:
        clipboard: Copies secrets and forgets them.
        runner: Runs what may block.
        open_browser: Opens an address; may block for a moment.
        counts: Returns what counts the authentication calls of all windows.
        marks: Returns what tells windows what the others did to what is kept.
        authorizer: Returns the use cases; called on workers only, may block.
        redaction: Knows the secrets that what leaves the window must not hold.
    """

    clipboard: SecretClipboard
    runner: BackgroundRunner
    open_browser: Callable[[str], bool]
    counts: "Callable[[], CallCounts]"
    marks: "Callable[[], KeptMarks]"
    authorizer: "Callable[[], Authorizer]"
    redaction: "Redaction"
