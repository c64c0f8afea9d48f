"""Everything that lives as long as the window."""

import contextlib
import logging
import sys
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ringauth_gui.arguments import Arguments
from ringauth_gui.equipment import Equipment, Givens, open_browser
from ringauth_gui.errors import ProfileFileError
from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.gui.clipboard import SecretClipboard
from ringauth_gui.gui.file_message import file_message
from ringauth_gui.gui.log_folder import LogFolder
from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.message import SHOW_LOG, Message, MessageKind
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.theme import Theme, ThemeMode
from ringauth_gui.gui.window_control import WindowControl
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.gui.window_place import WindowPlace
from ringauth_gui.moment import Moment, system_clock
from ringauth_gui.process_safety import report_bugs
from ringauth_gui.program_files import Files
from ringauth_gui.program_log import OURS
from ringauth_gui.redaction import Redaction
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profiles import LoadedProfiles

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.gui.garbage import Garbage
    from ringauth_gui.gui.keyring_opening import KeyringOpening
    from ringauth_gui.gui.new_window import StartedProcess
    from ringauth_gui.gui.session import Session

_log = logging.getLogger(OURS)

QUIT_SECONDS = 3.5  # for all that still runs then; a quit takes five at most
PATIENCE_SECONDS = 2.0  # of these, before the practice server is taken away too


class Program(QObject):
    """Builds the window at once, and what it works with when it is first needed."""

    _recorded = Signal(object)
    _bug_noticed = Signal()

    def __init__(
        self,
        application: QApplication,
        files: Files,
        loaded: LoadedProfiles,
        redaction: Redaction,
        authorization_seconds: float,
    ) -> None:
        """Build the window; nothing is shown before ``start``."""
        super().__init__()
        self._files = files
        settings = files.settings.load()
        self._settings = settings.settings
        self._file_message = file_message(loaded, settings)
        self._redaction = redaction
        self._equipment = Equipment(
            Givens(
                locks=files.locks,
                redaction=self._redaction,
                record=self._recorded.emit,
                authorization_seconds=authorization_seconds,
            )
        )
        self._runner = BackgroundRunner(self)
        self._was_painted = threading.Event()
        self._garbage: Garbage | None = None
        self._clipboard = SecretClipboard(application.clipboard(), self)
        self._theme = Theme(application, ThemeMode(self._settings.theme))
        self._window = MainWindow(self._theme.palette)
        self._place = WindowPlace(files.locks)
        self._sessions = SessionList(loaded.profiles, self._make_session)
        self._control = self._make_control(authorization_seconds)
        self._opening: KeyringOpening | None = None
        self._recorded.connect(self._control.append_exchange)
        # Queued: what it starts must not delay the paint that it follows.
        self._window.painted.connect(
            self._on_window_painted, Qt.ConnectionType.QueuedConnection
        )
        self._window.closing.connect(self.remember)
        # Queued: a bug may be noticed on any thread, and in the midst of painting.
        self._bug_noticed.connect(
            self._on_bug_noticed, Qt.ConnectionType.QueuedConnection
        )

    def start(self, arguments: Arguments) -> None:
        """Show the window with what ``arguments`` ask for."""
        report_bugs(self._bug_noticed.emit, system_clock)
        self._place.restore(self._window, self._settings.window_geometry)
        wanted = self._sessions.find(lambda profile: profile.name == arguments.profile)
        if arguments.practice:
            self._control.try_practice()
        if wanted is not None or not arguments.practice:
            self._control.show_start(
                self._settings.selected_profile if wanted is None else wanted.id
            )
        if self._file_message is not None:
            _log.info("Files: %s", self._file_message.title)
            self._control.show_message(self._file_message)
        self._window.show()

    def close(self) -> None:
        """Close the window as a person would."""
        self._window.close()

    def remember(self) -> None:
        """Keep for the next start what the window looks like now."""
        current = self._sessions.current
        settings = replace(
            self._settings,
            selected_profile="" if current is None else current.state.profile.id,
            theme=self._theme.mode.value,
            window_geometry=self._place.kept(
                self._window, self._settings.window_geometry
            ),
        )
        # What cannot be saved here is not worth keeping a window open for.
        with contextlib.suppress(ProfileFileError):
            self._files.settings.save(settings, base=self._settings)

    def end(self) -> None:
        """End what still runs, and leave nothing of ours in the clipboard."""
        self._clipboard.clear_if_ours()
        self._was_painted.set()  # or what waits for it would be waited for
        began = time.monotonic()
        for session in self._sessions.sessions:
            session.cancel()
            session.answers.decline()  # nobody will answer it any more (R27)
        self._runner.finish(PATIENCE_SECONDS)
        self._control.sync.save_what_is_due()
        if self._equipment.practice.built is not None:
            self._equipment.practice.built.stop()
        self._place.leave()
        self._runner.finish(began + QUIT_SECONDS - time.monotonic())
        if self._garbage is not None:
            self._garbage.end()
        report_bugs(_nobody_sees, system_clock)
        _log.info("Quit; what still ran took %.1f s", time.monotonic() - began)

    def _make_session(self, profile: Profile) -> "Session":
        from ringauth_gui.gui.session import Session
        from ringauth_gui.gui.session_tools import SessionTools

        return Session(
            profile,
            SessionTools(
                authorizer=self._authorizer,
                runner=self._runner,
                clock=system_clock,
                clean=self._redaction.clean_values,
                calls_of=self._equipment.calls_of,
                last_exchange=self._last_exchange,
                keyring_wait=self._equipment.keyring_wait,
            ),
        )

    def _last_exchange(self, profile_id: str, since: Moment) -> int | None:
        return self._control.log().last_since(profile_id, since)

    def _make_control(self, authorization_seconds: float) -> WindowControl:
        equipment = self._equipment
        return WindowControl(
            WindowParts(
                window=self._window,
                sessions=self._sessions,
                profile_store=self._files.profiles,
                theme=self._theme,
                tools=PageTools(
                    clipboard=self._clipboard,
                    runner=self._runner,
                    open_browser=open_browser,
                    counts=equipment.counts,
                    marks=equipment.marks,
                    authorizer=self._authorizer,
                    redaction=self._redaction,
                ),
                clock=system_clock,
                log_folder=LogFolder(self._files.log),
                start_window=self._start_window,
                practice_apps=equipment.practice_apps,
                imports=lambda: equipment.import_tools(self._runner),
                read_metadata=lambda url: self._authorizer().read_metadata(url),
                known_sessions=equipment.known_sessions,
                checks=equipment.checks,
                practice=equipment.practice_client,
                authorization_seconds=authorization_seconds,
            )
        )

    def _on_window_painted(self) -> None:
        from ringauth_gui.gui.garbage import Garbage
        from ringauth_gui.gui.keyring_opening import KeyringDoor, KeyringOpening
        from ringauth_gui.gui.late_imports import LateImports

        self._was_painted.set()
        self._garbage = Garbage(self._control.ticker)
        self._files.log.start()
        self._runner.run(self._files.tidy, lambda _nothing: None, reraise)
        door = KeyringDoor(
            self._equipment.services.keyring, self._equipment.accept_keyring
        )
        note = self._control.keyring
        self._opening = KeyringOpening(door, note, self._sessions, self._runner)
        self._opening.start()
        self._sessions.start_opening()
        self._control.sync.start()
        LateImports(self).start()

    def _start_window(self) -> "StartedProcess":
        from ringauth_gui.own_command import own_command, start_apart

        return start_apart(own_command(sys.orig_argv, sys.argv[1:]))

    def _authorizer(self) -> "Authorizer":
        """Return the use cases, on a worker thread and not before the first paint."""
        self._was_painted.wait()
        return self._equipment.services.authorizer()

    def _on_bug_noticed(self) -> None:
        self._control.show_message(
            Message(
                MessageKind.BAD,
                "RingAuth made a mistake",
                "You can go on. If it happens again, restart RingAuth.",
                actions=(SHOW_LOG,),
            )
        )


def _nobody_sees() -> None:
    """Show nothing: the window is gone."""
