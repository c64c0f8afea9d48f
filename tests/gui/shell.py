"""The whole window on fakes, and the hands and eyes of a person."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTabWidget,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import caller_of
from ringauth_gui.checkup.finding import Check
from ringauth_gui.credentials_source import CredentialsSource
from ringauth_gui.errors import ProfileFileError
from ringauth_gui.gui.attempt_runner import Patience
from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.gui.clipboard import SecretClipboard
from ringauth_gui.gui.credentials_import import ImportTools
from ringauth_gui.gui.import_offer import OfferMaker
from ringauth_gui.gui.log_folder import LogFolder
from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.new_window import StartedProcess
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.session import Session
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.gui.theme import Theme
from ringauth_gui.gui.window_control import WindowControl
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.oauth.token import Token
from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.program_log import LogFormatter, ProgramLog
from ringauth_gui.redaction import Redaction
from ringauth_gui.ringcentral.rate_budget import Purpose
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.fakes.fake_authorizer import FakeAuthorizer
from tests.fakes.fake_practice_controls import FakePracticeControls
from tests.fakes.fake_profile_store import FakeProfileStore
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import response
from tests.gui.reading import child
from tests.gui.token_examples import ISSUED, token

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer

NEXT_URI = "http://localhost:27465/callback"
SUPPORT = Profile(
    id="5f2c",
    name="Support desk",
    server=ServerKind.RINGCENTRAL,
    client_id="Wq3kX0aNQ6u5JZ7kq9Wm2A",
    has_secret=False,
    redirect_uris=("http://localhost:27464/callback", NEXT_URI),
)
DEVELOPER = replace(SUPPORT, id="77aa", name="Developer", client_id="dev-client-id")
APPS = (PracticeApp("practice-app", "practice-secret"), PracticeApp("public-app"))
PRACTICE_IDS = frozenset(("practice-app", "practice-jwt-only-app"))
SECONDS = 300.0
PATIENCE = 30_000  # milliseconds, for a machine that is busy otherwise
SOON = Patience(cancelled=50, running=50)
LATER = Patience(cancelled=60_000, running=60_000)
AnyShell = TypeVar("AnyShell", bound="Shell")


class Shell:
    """Everything from the window down to the authorizer, which is a fake."""

    def __init__(self, qtbot: QtBot, application: QApplication, locks: Path) -> None:
        self.qtbot = qtbot
        self.clock = FixedClock(ISSUED.wall, ISSUED.monotonic or 0.0)
        self.locks = locks
        self.marks = KeptMarks(locks, self.clock)
        self.authorizer = FakeAuthorizer(marks=self.marks, clock=self.clock)
        self.counts = CallCounts(locks, self.clock)
        self.known_sessions = KnownSessions(locks, self.clock)
        self.redaction = Redaction()
        self.runner = BackgroundRunner()
        self.clipboard = SecretClipboard(application.clipboard())
        self.theme = Theme(application)
        self.window = MainWindow(self.theme.palette)
        self.practice = FakePracticeControls()
        self.patience = LATER
        self.keyring_waits: dict[str, float] = {}
        self.log = ProgramLog(
            locks.parent / "log",
            self.clock,
            LogFormatter(self.redaction, lambda: PersonalNames("", "")),
            lambda: "Versions",
        )
        self.store = FakeProfileStore()
        self.opened: list[str] = []
        self.checks: tuple[Check, ...] = ()
        self.checked: list[tuple[str | None, str]] = []
        self.go_on = threading.Event()  # before the checks of this computer begin
        self.go_on.set()
        self.opened_folders: list[str] = []
        self.window_outcomes: list[StartedProcess | OSError] = []
        self.browser_opens = True
        self.metadata: dict[str, ServerMetadata | Exception] = {}
        self.metadata_reads: list[str] = []
        self.environ: dict[str, str] = {}
        qtbot.addWidget(self.window)

    def start(self, *profiles: Profile, paints: bool = True) -> None:
        """Open the window as the program does."""
        self.store.held = profiles
        self.sessions = SessionList(profiles, self._new_session)
        self.tools = PageTools(
            clipboard=self.clipboard,
            runner=self.runner,
            open_browser=self._open_browser,
            counts=lambda: self.counts,
            marks=lambda: self.marks,
            authorizer=lambda: cast("Authorizer", self.authorizer),
            redaction=self.redaction,
        )
        self.control = WindowControl(
            WindowParts(
                window=self.window,
                sessions=self.sessions,
                profile_store=self.store,
                theme=self.theme,
                tools=self.tools,
                clock=self.clock,
                start_window=self._start_window,
                log_folder=LogFolder(self.log, self._open_folder),
                practice_apps=lambda: APPS,
                imports=lambda: ImportTools(
                    source=CredentialsSource(self.environ, self.redaction),
                    offers=OfferMaker(PRACTICE_IDS, self.clock),
                    runner=self.runner,
                ),
                read_metadata=self._read_metadata,
                known_sessions=lambda: self.known_sessions,
                checks=self._checks,
                practice=lambda: self.practice,
                authorization_seconds=SECONDS,
            )
        )
        self.control.show_start()
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        if paints:
            self.sessions.start_opening()
            self.control.sync.start()
            if profiles:
                self.wait_idle()

    def start_signed_in(
        self, profile: Profile = SUPPORT, kept: Token | None = None
    ) -> None:
        """Open the window with a token in the keyring."""
        self.keep(profile, kept or token())
        self.start(profile)

    def keep(self, profile: Profile, kept: Token) -> None:
        """Put a token into the keyring."""
        self.authorizer.clients.vault.save_token(profile, kept)

    @property
    def saved(self) -> list[tuple[Profile, ...]]:
        """What was saved, one save after the other."""
        return self.store.saved

    @property
    def state(self) -> SessionState:
        """The state of the profile in sight."""
        assert self.sessions.current is not None
        return self.sessions.current.state

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Let events happen until it is so."""
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)

    def wait_idle(self) -> None:
        """Wait until nothing runs for the profile in sight."""
        self.wait_until(lambda: self.state.activity is None)

    def tick(self, seconds: float = 1.0) -> None:
        """Let time pass, as the window's own clock notices it."""
        self.clock.advance(seconds)
        self.control.ticker.tick()

    def notice_others(self) -> None:
        """Let the window notice what other windows did, and wait for what follows."""
        self.notice()
        self.wait_idle()

    def notice(self) -> None:
        """Let the window notice what other windows did to what is kept."""
        others = KeptMarks(self.locks, self.clock)
        others.look()

        def is_known() -> bool:
            return all(
                mark is None or mark == session.state.elsewhere.mark
                for session in self.sessions.sessions
                for mark in [others.known(session.state.profile.id)]
            )

        self.tick(0)
        self.wait_until(is_known)

    def use_calls(self, calls: int, profile: Profile = SUPPORT) -> None:
        """Let another window make authentication calls, and notice it."""
        self._call(profile, *[response()] * calls)

    def be_paused(self, seconds: int, profile: Profile = SUPPORT) -> None:
        """Let another window make a call too many, and notice it."""
        headers = {"retry-after": str(seconds)}
        self._call(profile, response(status=429, headers=headers))

    def be_unavailable(self, profile: Profile = SUPPORT) -> None:
        """Let a call meet maintenance that names no time, and notice it."""
        self._call(profile, response(b"", 503))

    def _call(self, profile: Profile, *answers: HttpResponse) -> None:
        caller, other = caller_of(profile), CallCounts(self.locks, self.clock)
        for answer in answers:
            other.end(caller, other.start(caller, Purpose.LAST, 30.0), answer)
        self.tick(0)
        self.wait_until(lambda: not self.counts.is_outdated(caller))
        self.wait_until(lambda: self.state.calls == other.known(caller))

    def button(self, name: str) -> QPushButton:
        """Return the button with this object name, the newest of them.

        One of a message before lives on, hidden, until Qt comes to delete it.
        """
        found = self.window.findChildren(QPushButton, name)
        assert found, name
        return found[-1]

    def click(self, name: str) -> None:
        """Click a button that is in sight and can be pressed."""
        button = self.button(name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def dismiss(self) -> None:
        """Close the message."""
        close = next(
            each
            for each in self.window.findChildren(QToolButton, "dismissMessageButton")
            if each.isVisible()
        )
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)

    def act(self, name: str) -> None:
        """Click a button, and wait until what it starts is over."""
        self.click(name)
        self.wait_idle()

    def text(self, name: str) -> str:
        """Return the text of a label or field that is in sight, else nothing."""
        for kind in (QLabel, QLineEdit):
            for widget in self.window.findChildren(kind, name):
                if widget.isVisible():
                    assert isinstance(widget, QLabel | QLineEdit)
                    return widget.text()
        return ""

    def type_in(self, name: str, text: str) -> None:
        """Type ``text`` in place of what is in the field."""
        field = child(self.window, QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def show_tab(self, title: str) -> None:
        """Bring a tab to the front."""
        tabs = child(self.window, QTabWidget, "tabs")
        titles = [tabs.tabText(at) for at in range(tabs.count())]
        tabs.setCurrentIndex(titles.index(title))

    def tab(self) -> str:
        """Return the title of the tab in front."""
        tabs = child(self.window, QTabWidget, "tabs")
        return tabs.tabText(tabs.currentIndex())

    def choose(self, profile: Profile) -> None:
        """Choose a profile in the side list."""
        rows = child(self.window, QListView, "profileList")
        names = self.rows()
        at = next(n for n, text in enumerate(names) if text.startswith(profile.name))
        rows.selectionModel().setCurrentIndex(
            rows.model().index(at, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def rows(self) -> list[str]:
        """Return what a screen reader says of the rows in the side list."""
        model = child(self.window, QListView, "profileList").model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]

    def finish(self) -> None:
        """End what still runs."""
        self.authorizer.release()
        self.runner.finish(5.0)

    def _new_session(self, profile: Profile) -> Session:
        return Session(
            profile,
            SessionTools(
                authorizer=lambda: cast("Authorizer", self.authorizer),
                runner=self.runner,
                clock=self.clock,
                clean=self.redaction.clean_values,
                calls_of=lambda profile: self.counts.known(caller_of(profile)),
                last_exchange=self._last_exchange,
                keyring_wait=lambda profile_id, _since: self.keyring_waits.get(
                    profile_id, 0.0
                ),
                patience=self.patience,
            ),
        )

    def _last_exchange(self, profile_id: str, since: Moment) -> int | None:
        return self.control.log().last_since(profile_id, since)

    def _checks(self, profile: Profile | None, listening: str) -> tuple[Check, ...]:
        self.go_on.wait(5)
        self.checked.append((None if profile is None else profile.id, listening))
        return self.checks

    def _open_browser(self, address: str) -> bool:
        self.opened.append(address)
        return self.browser_opens

    def _start_window(self) -> StartedProcess:
        outcome = self.window_outcomes.pop(0)
        if isinstance(outcome, OSError):
            raise outcome
        return outcome

    def _open_folder(self, address: QUrl) -> bool:
        self.opened_folders.append(address.toLocalFile())
        return self.browser_opens

    def _read_metadata(self, address: str) -> ServerMetadata:
        self.metadata_reads.append(address)
        found = self.metadata[address]
        if isinstance(found, Exception):
            raise found
        return found


@contextmanager
def closed_at_the_end(shell: AnyShell, application: QApplication) -> Iterator[AnyShell]:
    """Leave the application as it was once the window is closed."""
    font, palette = application.font(), application.palette()
    yield shell
    shell.finish()
    shell.theme.deleteLater()
    application.setStyleSheet("")
    application.setPalette(palette)
    application.setFont(font)
    application.styleHints().unsetColorScheme()


def file_error() -> ProfileFileError:
    """Return what a full disk makes of saving the profiles."""
    return ProfileFileError("There is no space left on the disk.")
