"""Opens the sign-in page of a running attempt once more."""

from functools import partial

from PySide6.QtCore import QObject

from ringauth_gui.caller import caller_of
from ringauth_gui.errors import MustWait
from ringauth_gui.gui.background import reraise
from ringauth_gui.gui.call_words import wait_text
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.session import Session
from ringauth_gui.gui.session_state import Activity
from ringauth_gui.ringcentral.rate_budget import Purpose
from ringauth_gui.storage.profile import Profile


class BrowserAgain(QObject):
    """Each visit of the page is one more authentication call, and is counted."""

    def __init__(self, tools: PageTools, parent: QObject) -> None:
        """Open the browser with ``tools``."""
        super().__init__(parent)
        self._tools = tools

    def open(self, session: Session) -> None:
        """Open the page that ``session`` waits for."""
        link = authorization_link(session)
        if link:
            self._tools.runner.run(
                partial(self._visit, session.state.profile, link),
                partial(self._on_browser_tried, session),
                partial(self._on_visit_failed, session),
            )

    def _visit(self, profile: Profile, link: str) -> bool:
        self._tools.counts().visit(caller_of(profile), Purpose.ORDINARY)
        return self._tools.open_browser(link)

    def _on_browser_tried(self, session: Session, opened: bool) -> None:
        if not opened:
            self._say(
                session,
                self.tr("No browser could be started"),
                self.tr("Copy the link and open it in a browser yourself."),
            )

    def _on_visit_failed(self, session: Session, error: Exception) -> None:
        if not isinstance(error, MustWait):
            reraise(error)
        else:
            text = self.tr(
                "Each visit of it is one of five calls a minute: wait {0}. "
                "A page that is open already can still be used."
            )
            self._say(
                session,
                self.tr("The page cannot be opened again yet"),
                text.format(wait_text(error.seconds)),
            )

    def _say(self, session: Session, title: str, advice: str) -> None:
        if session.state.activity is Activity.AUTHORIZING:
            session.show_message(Message(MessageKind.WARNING, title, advice))


def authorization_link(session: Session) -> str:
    """Return the address of the sign-in page that is waited for; empty when none."""
    progress = session.state.progress
    if session.state.activity is not Activity.AUTHORIZING or progress is None:
        return ""
    return progress.authorization_uri
