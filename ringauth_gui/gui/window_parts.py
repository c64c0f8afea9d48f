"""What the window takes from outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringauth_gui.gui.log_folder import LogFolder
from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.theme import Theme
from ringauth_gui.moment import Clock
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.checkup.finding import Check
    from ringauth_gui.gui.credentials_import import ImportTools
    from ringauth_gui.gui.metadata_reader import ReadMetadata
    from ringauth_gui.gui.new_window import StartedProcess
    from ringauth_gui.gui.practice_app import PracticeApp
    from ringauth_gui.gui.profile_store import ProfileStore
    from ringauth_gui.known_sessions import KnownSessions
    from ringauth_gui.practice_state import PracticeControls


@dataclass(frozen=True)
class WindowParts:
    """Everything the window takes from outside.

    Attributes:
        window: The frame.
        sessions: All profiles.
        profile_store: Where they are saved, and other windows save theirs.
        theme: Light or dark.
        tools: The clipboard, the runner and the browser.
        clock: Tells the time.
        log_folder: Where the log is.
        start_window: Starts this program once more; raises OSError where it cannot.
        practice_apps: Returns what the practice server knows; the first is the ready
            profile.
        imports: Makes what an import of credentials needs.
        read_metadata: Reads another server's metadata; may block.
        known_sessions: Returns what remembers the sessions that were started; reading
            them may block.
        checks: Returns the checks of this computer for a profile, or for none, while a
            sign-in listens on a redirect URI or on none; called on workers.
        practice: Returns what switches the practice server; called on workers.
        authorization_seconds: How long a sign-in waits for the browser.
    """

    window: MainWindow
    sessions: SessionList
    profile_store: "ProfileStore"
    theme: Theme
    tools: PageTools
    clock: Clock
    log_folder: LogFolder
    start_window: "Callable[[], StartedProcess]"
    practice_apps: "Callable[[], tuple[PracticeApp, ...]]"
    imports: "Callable[[], ImportTools]"
    read_metadata: "ReadMetadata"
    known_sessions: "Callable[[], KnownSessions]"
    checks: "Callable[[Profile | None, str], Sequence[Check]]"
    practice: "Callable[[], PracticeControls]"
    authorization_seconds: float
