"""Signs out all profiles of the window, and shows what comes of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ringauth_gui.gui.announcement import announce
from ringauth_gui.gui.background import reraise
from ringauth_gui.gui.session_outcomes import UNREAD
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.late import Late

if TYPE_CHECKING:
    from ringauth_gui.gui.session_door import SessionDoor
    from ringauth_gui.gui.sign_out_dialog import SignOutDialog
    from ringauth_gui.ringcentral.rate_budget import RateBudget
    from ringauth_gui.sign_out_round import SignOutRound
    from ringauth_gui.storage.profile import Profile

TICK = 500  # milliseconds, so that no second of a wait is left out


class Everywhere(QObject):
    """Brings the dialog, the sessions and the round together."""

    def __init__(self, parts: WindowParts) -> None:
        """Build nothing before it is asked for."""
        super().__init__(parts.window)
        self._parts = parts
        self._dialog = Late(self._new_dialog)
        self._doors: list[SessionDoor] = []
        self._round: SignOutRound | None = None
        self._is_stopping = False
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._advance)
        # Afterwards: what is started changes the state that is just being told.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._advance)
        parts.sessions.rows_changed.connect(self._on_sessions_rows_changed)
        parts.theme.palette_changed.connect(self._on_theme_palette_changed)
        parts.window.closing.connect(self._on_window_closing)

    def open(self) -> None:
        """Show all profiles and ask; what runs already is shown instead."""
        dialog = self._dialog()
        if self._round is None or not self._round.is_going:
            self._ask()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _ask(self) -> None:
        self._round = None
        self._show_question()
        self._count_elsewhere()

    def _show_question(self) -> None:
        from ringauth_gui.gui.sign_out_dialog import Course
        from ringauth_gui.gui.sign_out_rows import known_row
        from ringauth_gui.gui.sign_out_summary import question

        states = [session.state for session in self._parts.sessions.sessions]
        dialog = self._dialog()
        dialog.show_rows([known_row(state) for state in states])
        dialog.show_course(
            Course.ASKED if states else Course.DONE, question(len(states))
        )

    def _count_elsewhere(self) -> None:
        """Say of how many sessions no profile holds the token."""
        states = [session.state for session in self._parts.sessions.sessions]
        tokens = {each.profile.id: each.token for each in states if each.token}
        unread = [
            each.profile.id
            for each in states
            if not each.opened
            or (each.token is None and each.keyring_trouble == UNREAD)
        ]
        self._parts.tools.runner.run(
            lambda: self._parts.known_sessions().without_token(tokens, unread),
            self._on_elsewhere_counted,
            reraise,
        )

    def _on_elsewhere_counted(self, count: int) -> None:
        from ringauth_gui.gui.sign_out_summary import elsewhere_text

        self._dialog().show_elsewhere(elsewhere_text(count))

    def _on_dialog_start_wanted(self) -> None:
        from ringauth_gui.gui.session_door import SessionDoor
        from ringauth_gui.sign_out_round import SignOutRound

        sessions = self._parts.sessions
        self._doors = [
            SessionDoor(session, lambda each: each in sessions.sessions)
            for session in sessions.sessions
        ]
        self._round = SignOutRound(self._doors, self._calls_of, self._parts.clock)
        self._go()

    def _on_dialog_go_on_wanted(self) -> None:
        if self._round is not None:
            self._round.go_on()
            self._go()

    def _on_dialog_stop_wanted(self) -> None:
        if self._round is not None:
            self._is_stopping = True
            self._round.stop()
            self._advance()

    def _go(self) -> None:
        self._is_stopping = False
        self._tick.start()
        self._advance()

    def _advance(self) -> None:
        """Start what may be started by now, and show where all stand."""
        if self._round is None:
            return
        self._round.advance()
        self._show_round(self._round)
        if not self._round.is_going and self._tick.isActive():
            self._tick.stop()
            self._count_elsewhere()

    def _show_round(self, shown: "SignOutRound") -> None:
        from ringauth_gui.gui.sign_out_dialog import Course
        from ringauth_gui.gui.sign_out_rows import turn_row
        from ringauth_gui.gui.sign_out_summary import summary

        now, is_going = self._parts.clock(), shown.is_going
        dialog = self._dialog()
        dialog.show_rows(
            [
                turn_row(turn, door.session.state, now, is_going=is_going)
                for turn, door in zip(shown.turns, self._doors, strict=True)
            ]
        )
        course = Course.LEFT if shown.can_go_on else Course.DONE
        if is_going:
            course = Course.STOPPING if self._is_stopping else Course.GOING
        said = summary(shown.turns, is_going=is_going, is_stopped=self._is_stopping)
        dialog.show_course(course, said)
        if not is_going and self._tick.isActive():
            announce(dialog, said.text)

    def _calls_of(self, profile: "Profile") -> "RateBudget":
        from ringauth_gui.caller import caller_of

        return self._parts.tools.counts().known(caller_of(profile))

    def _new_dialog(self) -> "SignOutDialog":
        from ringauth_gui.gui.sign_out_dialog import SignOutDialog

        dialog = SignOutDialog(self._parts.window)
        dialog.set_palette(self._parts.theme.palette)
        dialog.start_wanted.connect(self._on_dialog_start_wanted)
        dialog.stop_wanted.connect(self._on_dialog_stop_wanted)
        dialog.go_on_wanted.connect(self._on_dialog_go_on_wanted)
        return dialog

    def _on_sessions_rows_changed(self) -> None:
        if self._round is not None and self._round.is_going:
            self._soon.start()
        elif self._round is None and self._is_in_sight:
            self._show_question()

    @property
    def _is_in_sight(self) -> bool:
        dialog = self._dialog.built
        return dialog is not None and dialog.isVisible()

    def _on_theme_palette_changed(self) -> None:
        if self._dialog.built is not None:
            self._dialog.built.set_palette(self._parts.theme.palette)

    def _on_window_closing(self) -> None:
        """Start nothing more: a quit waits for no answer of a dialog (R20)."""
        self._tick.stop()
        self._soon.stop()
        self._round = None
        if self._dialog.built is not None:
            self._dialog.built.done(0)
