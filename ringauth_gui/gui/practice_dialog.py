"""Scenes and faults of the practice server, in a window beside the main one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ringauth_gui.gui.code_switch import CodeSwitch
from ringauth_gui.gui.fault_switches import FaultSwitches
from ringauth_gui.gui.named_controls import named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.practice_settings_view import PracticeSettingsView
from ringauth_gui.gui.practice_text import state_text
from ringauth_gui.gui.scene_view import SceneView
from ringauth_gui.gui.scroll_page import ScrollPage
from ringauth_gui.practice_state import (
    PracticeProgramme,
    PracticeScene,
    PracticeState,
)

_SIZE, _LEAST = (800, 640), (740, 500)
_LIST_WIDTH = 276


class PracticeDialog(NamedDialog):
    """Lists scenes, faults and settings; tells what a person wants switched.

    Signals:
        scene_wanted: The key of a scene to start.
        fault_wanted: As FaultSwitches tells it.
        setting_wanted: The name of a setting, and what it is to be.
        code_wanted: The error code to refuse with; empty for none any longer.
        reset_wanted: The server is to behave as RingCentral again.
        page_wanted: The server's own page.
    """

    scene_wanted = Signal(str)
    fault_wanted = Signal(str, bool, object)
    setting_wanted = Signal(str, object)
    code_wanted = Signal(str)
    reset_wanted = Signal()
    page_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Wait for what can be switched."""
        title = self.tr("Practice: scenes and faults")
        super().__init__("practiceDialog", title, parent)
        self.setModal(False)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._scenes: tuple[PracticeScene, ...] = ()
        self._state = PlainLabel(self.tr("Asking the practice server…"))
        self._state.setObjectName("practiceState")
        self._note = QFrame()
        self._note.setProperty("role", "message-note")
        self._list = QListWidget()
        self._view = SceneView()
        self._faults = FaultSwitches()
        self._code = CodeSwitch()
        self._settings = PracticeSettingsView()
        self._tabs = QTabWidget()
        self._start = named_button("startSceneButton", self.tr("&Start scene"))
        self._reset = named_button(
            "behaveNormallyButton", self.tr("&Behave as RingCentral again")
        )
        self._page = named_button("practicePageButton", self.tr("Open its &page"))
        self._close = named_button("closePracticeButton", self.tr("&Close"))
        self._dress()
        self._lay_out()
        self._connect()

    def show_programme(self, programme: PracticeProgramme) -> None:
        """Offer what can be switched; the first scene is chosen."""
        if self._scenes == programme.scenes:
            return
        self._scenes = programme.scenes
        self._list.clear()
        self._list.addItems([scene.name for scene in programme.scenes])
        self._list.setCurrentRow(0)
        self._start.setEnabled(bool(programme.scenes))
        self._faults.offer(programme.faults)
        self._code.offer(programme.codes)
        self._settings.offer(programme.settings)

    def show_state(self, state: PracticeState) -> None:
        """Say what is on now."""
        self._say(state_text(state), "good" if state.is_normal else "note")
        self._faults.show_on(state)
        self._code.show_on(state.code)
        self._settings.show_values(state)

    def show_failure(self, text: str) -> None:
        """Say why nothing was switched."""
        self._say(text, "bad")

    def _say(self, text: str, kind: str) -> None:
        self._state.setText(text)
        set_role(self._note, f"message-{kind}")

    def _dress(self) -> None:
        self._tabs.setObjectName("practiceTabs")
        self._tabs.setAccessibleName(self.tr("What can be switched"))
        self._tabs.setDocumentMode(True)
        self._list.setObjectName("sceneList")
        self._list.setAccessibleName(self.tr("Scenes"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button in (self._start, self._reset, self._page, self._close):
            button.setAutoDefault(False)
        self._start.setProperty("role", "primary")
        self._start.setEnabled(False)
        self._page.setToolTip(self.tr("The same in the browser, and who is signed in."))

    def _lay_out(self) -> None:
        note = QHBoxLayout(self._note)
        note.setContentsMargins(14, 8, 14, 8)
        note.addWidget(self._state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self._note)
        self._tabs.addTab(self._scene_page(), self.tr("Sce&nes"))
        self._tabs.addTab(self._fault_page(), self.tr("&Faults"))
        self._tabs.addTab(_page(self._settings), self.tr("Se&ttings"))
        layout.addWidget(self._tabs, 1)
        layout.addLayout(self._button_row())

    def _fault_page(self) -> QWidget:
        scrolling = ScrollPage()
        scrolling.hold(self._faults)
        return _page(self._code, scrolling)

    def _scene_page(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QGridLayout(card)
        inside.setContentsMargins(16, 14, 16, 14)
        scrolling = ScrollPage()
        scrolling.hold(self._view)
        inside.addWidget(scrolling, 0, 0)
        inside.addWidget(self._start, 1, 0, Qt.AlignmentFlag.AlignLeft)
        inside.setRowStretch(0, 1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._list)
        row.addWidget(card, 1)
        return page

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._reset)
        row.addWidget(self._page)
        row.addStretch(1)
        row.addWidget(self._close)
        return row

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_list_current_row_changed)
        self._list.itemActivated.connect(self._on_start_clicked)
        self._start.clicked.connect(self._on_start_clicked)
        self._faults.fault_switched.connect(self.fault_wanted)
        self._code.code_wanted.connect(self.code_wanted)
        self._settings.setting_changed.connect(self.setting_wanted)
        self._reset.clicked.connect(self.reset_wanted)
        self._page.clicked.connect(self.page_wanted)
        self._close.clicked.connect(self.close)

    def _on_list_current_row_changed(self, row: int) -> None:
        if row >= 0:
            self._view.show_scene(self._scenes[row])

    def _on_start_clicked(self) -> None:
        self.scene_wanted.emit(self._scenes[self._list.currentRow()].key)


def _page(*parts: QWidget) -> QWidget:
    """Return a tab's page with ``parts`` below each other; the last one is high."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 12, 0, 0)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    column.setStretchFactor(parts[-1], 1)
    return page
