"""What is above the HTTP log: what to show of it, and what to do with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ringauth_gui.gui.choice_row import CalmCombo
from ringauth_gui.gui.line_edit import LONGEST_FILTER, LineEdit
from ringauth_gui.gui.named_controls import named, named_button


class HttpLogBar(QWidget):
    """A filter, whose exchanges, and buttons.

    Signals:
        changed: Something else is to be shown.
        copy_requested: Copy the chosen exchange as cURL.
        save_requested: Save the log as HAR.
        clear_requested: Forget all exchanges.
    """

    changed = Signal()
    copy_requested = Signal()
    save_requested = Signal()
    clear_requested = Signal()

    def __init__(self) -> None:
        """Show everything of the profile in sight."""
        super().__init__()
        self.setObjectName("httpLogBar")
        self._filter = named(
            LineEdit(longest=LONGEST_FILTER),
            "httpLogFilterEdit",
            self.tr("Filter of the HTTP log"),
        )
        self._filter.setPlaceholderText(self.tr("Filter…"))
        self._filter.setToolTip(
            self.tr("Words of the path, the status, a code or what it was for.")
        )
        self._filter.setClearButtonEnabled(True)
        self._whose = named(
            CalmCombo(), "httpLogScopeCombo", self.tr("Whose exchanges")
        )
        self._whose.addItems([self.tr("This profile"), self.tr("All profiles")])
        self._copy = _button("copyCurlButton", self.tr("Copy as cURL"))
        self._save = _button("saveHarButton", self.tr("Save HAR…"))
        self._clear = _button("clearLogButton", self.tr("Clear"))
        self._clear.setToolTip(self.tr("Forget every exchange of this window."))
        self._lay_out()
        self._filter.textChanged.connect(self.changed)
        self._whose.currentIndexChanged.connect(self.changed)
        self._copy.clicked.connect(self.copy_requested)
        self._save.clicked.connect(self.save_requested)
        self._clear.clicked.connect(self.clear_requested)

    @property
    def text(self) -> str:
        """What is typed into the filter."""
        return self._filter.text()

    @property
    def is_of_all(self) -> bool:
        """Whether the exchanges of all profiles are to be shown."""
        return self._whose.currentIndex() == 1

    def show_all(self) -> None:
        """Filter nothing, and show the exchanges of all profiles."""
        self._filter.clear()
        self._whose.setCurrentIndex(1)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def show_what_can_be_done(self, *, has_rows: bool, has_row: bool) -> None:
        """Enable what there is something for."""
        choose = self.tr("Choose an exchange first.")
        self._copy.setEnabled(has_row)
        self._copy.setToolTip(
            self.tr("With words in place of its secrets.") if has_row else choose
        )
        for button in (self._save, self._clear):
            button.setEnabled(has_rows)

    def _lay_out(self) -> None:
        self._filter.setMinimumWidth(90)
        self._filter.setMaximumWidth(280)
        self._whose.setFixedWidth(126)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._filter, 1)
        row.addWidget(self._whose)
        row.addStretch()
        for button in (self._copy, self._save, self._clear):
            row.addWidget(button)


def _button(object_name: str, text: str) -> QPushButton:
    button = named_button(object_name, text)
    button.setProperty("role", "small")
    return button
