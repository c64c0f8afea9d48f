"""The dialog that exports profiles: which ones, and what the file will hold."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ringauth_gui.gui.answer_row import answer_row
from ringauth_gui.gui.named_controls import named, named_button, named_check
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.tick_list import TickList, TickRow
from ringauth_gui.server_directory import server_name
from ringauth_gui.storage.exported_profiles import exported_text
from ringauth_gui.storage.profile import Profile, ServerKind

SIZE = (640, 540)
SMALLEST = (520, 440)


class ExportDialog(NamedDialog):
    """Shows what will be written before it is written (R26).

    Signals:
        file_wanted: The text is ready; choose where it goes.
    """

    file_wanted = Signal()

    def __init__(self, profiles: Sequence[Profile], parent: QWidget) -> None:
        """Offer ``profiles``; belong to the window ``parent``."""
        super().__init__("exportDialog", self.tr("Export profiles"), parent)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._profiles = tuple(profiles)
        self._state = PlainLabel(role="quiet")
        self._state.setObjectName("exportState")
        self._list = TickList("exportList", self.tr("Profiles to export"))
        self._all = named_button("tickAllButton", self.tr("Tick &all"))
        self._none = named_button("tickNoneButton", self.tr("Tick &none"))
        self._shows_text = named_check("showExportCheck", self.tr("Show the &text"), "")
        self._shows_text.setAccessibleName(self.tr("Show the text"))
        self._text = named(QPlainTextEdit(), "exportText", self.tr("Text of the file"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("role", "mono")
        self._text.hide()
        self._save = named_button("saveExportButton", self.tr("&Save as…"))
        self._cancel = named_button("cancelExportButton", self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._list.show_rows(list(map(_row, self._profiles)))
        self._list.setFocus()

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """Those that are chosen."""
        return tuple(self._profiles[at] for at in self._list.ticked)

    def show_problem(self, reason: str) -> None:
        """Say why the file could not be written."""
        self._state.setText(reason)
        set_role(self._state, "error")

    def _show_chosen(self) -> None:
        count = len(self._list.ticked)
        self._state.setText(
            self.tr(
                "{0} of {1} chosen. Secrets and tokens are never written: whoever "
                "imports the file enters the secrets anew."
            ).format(count, len(self._profiles))
        )
        set_role(self._state, "quiet")
        self._save.setEnabled(count > 0)
        self._save.setToolTip("" if count else self.tr("Tick a profile first."))
        if self._shows_text.isChecked():
            self._text.setPlainText(exported_text(self.profiles))

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(12)
        ticks.addWidget(self._all)
        ticks.addWidget(self._none)
        ticks.addStretch(1)
        ticks.addWidget(self._shows_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(self._state)
        layout.addWidget(self._list, 1)
        layout.addLayout(ticks)
        layout.addWidget(self._text, 1)
        layout.addLayout(answer_row(self._cancel, self._save))

    def _connect(self) -> None:
        self._list.changed.connect(self._show_chosen)
        self._all.clicked.connect(lambda: self._list.tick_all(ticked=True))
        self._none.clicked.connect(lambda: self._list.tick_all(ticked=False))
        self._shows_text.toggled.connect(self._on_shows_text_toggled)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self.file_wanted)

    def _on_shows_text_toggled(self, is_on: bool) -> None:
        self._text.setVisible(is_on)
        self._show_chosen()


def _row(profile: Profile) -> TickRow:
    # Every RingAuth makes its practice profile by itself.
    is_wanted = profile.server is not ServerKind.PRACTICE
    return TickRow(profile.name, server_name(profile), is_ticked=is_wanted)
