"""What the window is built from, and the page made of it."""

from dataclasses import dataclass

from ringauth_gui.gui.account_tab import AccountTab
from ringauth_gui.gui.credentials_import import ImportTools
from ringauth_gui.gui.http_log_panel import HttpLogPanel
from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.metadata_reader import MetadataReader, ReadMetadata
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.profile_draft import PracticeApp
from ringauth_gui.gui.profile_page import PageTabs, ProfilePage
from ringauth_gui.gui.profile_tab import ProfileTab
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.theme import Theme
from ringauth_gui.gui.token_tab import TokenTab
from ringauth_gui.moment import Clock
from ringauth_gui.practice_state import PracticeControls


@dataclass(frozen=True)
class WindowParts:
    """Everything the window takes from outside.

    Attributes:
        window: The frame.
        sessions: All profiles.
        theme: Light or dark.
        tools: The clipboard, the runner and the browser.
        clock: Tells the time.
        practice_apps: What the practice server knows; the first is the ready profile.
        imports: What an import of credentials needs.
        read_metadata: Reads another server's metadata; may block.
        practice: Switches the practice server.
        authorization_seconds: How long a sign-in waits for the browser.
    """

    window: MainWindow
    sessions: SessionList
    theme: Theme
    tools: PageTools
    clock: Clock
    practice_apps: tuple[PracticeApp, ...]
    imports: ImportTools
    read_metadata: ReadMetadata
    practice: PracticeControls
    authorization_seconds: float


def make_profile_page(parts: WindowParts) -> ProfilePage:
    """Return the page of profiles, in the theme's colours."""
    tabs = PageTabs(
        token=TokenTab(parts.theme.palette, parts.authorization_seconds),
        account=AccountTab(parts.clock),
        http_log=HttpLogPanel(),
        profile=ProfileTab(
            parts.practice_apps,
            MetadataReader(parts.read_metadata, parts.tools.runner),
            parts.clock,
        ),
    )
    page = ProfilePage(tabs)
    page.set_palette(parts.theme.palette)
    return page
