"""Does what the Practice menu and its dialog ask for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.practice_menu import PracticeMenu
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.late import Late

if TYPE_CHECKING:
    from ringauth_gui.gui.practice_desk import PracticeDesk
    from ringauth_gui.gui.practice_dialog import PracticeDialog
    from ringauth_gui.practice_state import PracticeControls

LOOK_MILLISECONDS = 2000  # while the dialog is open: others may switch the server too


class PracticeWishes(QObject):
    """Brings the menu, the dialog and the practice server together.

    Signals:
        changed: The server behaves otherwise than known before.
        message: Something to say in the window.
    """

    changed = Signal()
    message = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        controls: "Callable[[], PracticeControls]",
        tools: PageTools,
        sessions: SessionList,
    ) -> None:
        """Build nothing before it is asked for; ``controls`` is called on workers."""
        super().__init__(window)
        self._sessions = sessions
        self._window = window
        self._controls = controls
        self._tools = tools
        self._desk = Late(self._new_desk)
        self._dialog = Late(self._new_dialog)
        self._looks = QTimer(self, interval=LOOK_MILLISECONDS)
        self._looks.timeout.connect(self._on_looks_timeout)
        # Others may have switched the server meanwhile, such as its own page.
        window.returned.connect(self._look_if_in_sight)
        sessions.current_changed.connect(self._look_if_in_sight)

    @property
    def text(self) -> str:
        """What the status line says of it; empty while all is normal or elsewhere."""
        if not self._is_in_sight:
            return ""
        from ringauth_gui.gui.practice_text import scene_text

        return scene_text(self._desk().state)

    def listen_for(self, menu: PracticeMenu) -> None:
        """Do what is chosen in ``menu`` from now on."""
        menu.scenes_requested.connect(self.show_scenes)
        menu.page_requested.connect(self.open_page)
        menu.reset_requested.connect(self._on_menu_reset_requested)

    def show_scenes(self) -> None:
        """Show the dialog; it is built when it is first opened."""
        dialog = self._dialog()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._desk().read_programme()
        self._looks.start()

    def open_page(self) -> None:
        """Open the server's own page in the browser."""
        self._tools.runner.run(
            lambda: self._tools.open_browser(self._controls().page_address()),
            self._on_browser_tried,
            self._desk().tell_failure,
        )

    @property
    def _is_in_sight(self) -> bool:
        current = self._sessions.current
        return current is not None and current.state.is_practice

    def _look_if_in_sight(self) -> None:
        if self._is_in_sight:
            self._desk().look()

    def _new_desk(self) -> "PracticeDesk":
        from ringauth_gui.gui.practice_desk import PracticeDesk

        desk = PracticeDesk(self._controls, self._tools.runner, self)
        desk.state_changed.connect(self.changed)
        desk.failed.connect(self._on_desk_failed)
        return desk

    def _new_dialog(self) -> "PracticeDialog":
        from ringauth_gui.gui.practice_dialog import PracticeDialog

        dialog = PracticeDialog(self._window)
        desk = self._desk()
        dialog.scene_wanted.connect(desk.start_scene)
        dialog.fault_wanted.connect(desk.switch_fault)
        dialog.setting_wanted.connect(desk.change_setting)
        dialog.code_wanted.connect(desk.refuse_with)
        dialog.reset_wanted.connect(desk.reset)
        dialog.page_wanted.connect(self.open_page)
        dialog.finished.connect(self._looks.stop)
        desk.programme_read.connect(dialog.show_programme)
        desk.state_changed.connect(lambda: dialog.show_state(desk.state))
        return dialog

    def _on_menu_reset_requested(self) -> None:
        self._desk().reset(self._tell_normal)

    def _tell_normal(self) -> None:
        self.message.emit(
            Message(
                MessageKind.NOTE,
                self.tr("The practice server behaves as RingCentral again"),
                self.tr("Scenes, faults and changed settings are over."),
            )
        )

    def _on_browser_tried(self, opened: bool) -> None:
        if not opened:
            self._on_desk_failed(self.tr("No browser could be started."))

    def _on_desk_failed(self, text: str) -> None:
        dialog = self._dialog.built
        if dialog is not None and dialog.isVisible():
            dialog.show_failure(text)
            return
        title = self.tr("The practice server was not switched")
        self.message.emit(Message(MessageKind.WARNING, title, text))

    def _on_looks_timeout(self) -> None:
        dialog = self._dialog.built
        if dialog is not None and dialog.isVisible():
            self._desk().look()
        else:
            self._looks.stop()
