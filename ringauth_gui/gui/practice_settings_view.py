"""Every setting of the practice server, found by what one types."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ringauth_gui.gui.line_edit import LONGEST_FILTER, LineEdit
from ringauth_gui.gui.named_controls import named
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import ScrollPage
from ringauth_gui.gui.setting_edit import SettingEdit
from ringauth_gui.practice_setting import PracticeSetting, grouped
from ringauth_gui.practice_state import PracticeState

_EDIT_WIDTH = 190


class _SettingRow(QWidget):
    """One setting: its name, what it is for, and its control."""

    def __init__(self, setting: PracticeSetting) -> None:
        super().__init__()
        self.edit = SettingEdit(setting, self)
        self.edit.widget.setFixedWidth(_EDIT_WIDTH)
        self.words = f"{setting.label} {setting.about} {setting.name}".casefold()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 6, 6)
        layout.setHorizontalSpacing(14)
        layout.setVerticalSpacing(1)
        layout.addWidget(PlainLabel(setting.label), 0, 0)
        layout.addWidget(PlainLabel(setting.about, "small"), 1, 0)
        layout.addWidget(self.edit.widget, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(0, 1)


class _SettingGroup(QWidget):
    """A heading and its settings; gone while none of them is wanted."""

    def __init__(self, heading: str, settings: Sequence[PracticeSetting]) -> None:
        super().__init__()
        self.rows = {each.name: _SettingRow(each) for each in settings}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        title = PlainLabel(heading)
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        layout.addWidget(title)
        for row in self.rows.values():
            layout.addWidget(row)

    def show_those_with(self, words: Sequence[str]) -> None:
        """Show the settings that speak of all these words."""
        wanted = [
            all(word in row.words for word in words) for row in self.rows.values()
        ]
        for row, is_wanted in zip(self.rows.values(), wanted, strict=True):
            row.setVisible(is_wanted)
        self.setVisible(any(wanted))


class PracticeSettingsView(QWidget):
    """Lists settings by their groups.

    Signals:
        setting_changed: A setting's name, and what it is to be.
    """

    setting_changed = Signal(str, object)

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.setObjectName("practiceSettings")
        self._groups: list[_SettingGroup] = []
        name = self.tr("Find a setting")
        self._find = named(LineEdit(longest=LONGEST_FILTER), "findSettingEdit", name)
        self._find.setPlaceholderText(name)
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._on_find_changed)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scrolling = ScrollPage()
        self._scrolling.hold(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._find)
        layout.addWidget(self._scrolling, 1)

    def offer(self, settings: Sequence[PracticeSetting]) -> None:
        """Offer these settings, once."""
        if self._groups:
            return
        for heading, members in grouped(settings).items():
            group = _SettingGroup(heading, members)
            for name, row in group.rows.items():
                row.edit.changed.connect(partial(self.setting_changed.emit, name))
            self._groups.append(group)
            self._column.addWidget(group)
        self._column.addStretch(1)

    def show_values(self, state: PracticeState) -> None:
        """Show what each setting is."""
        for name, value in state.values:
            for group in self._groups:
                if name in group.rows:
                    group.rows[name].edit.show_value(value)

    def _on_find_changed(self, text: str) -> None:
        for group in self._groups:
            group.show_those_with(text.casefold().split())
