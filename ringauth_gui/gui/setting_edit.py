"""What changes one setting of the practice server."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from ringauth_gui.gui.calm_spin import CalmSpin
from ringauth_gui.gui.choice_row import CalmCombo
from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.practice_setting import PracticeSetting, SettingType, SettingValue

LONGEST_TEXT = 200


class SettingEdit(QObject):
    """A control of the kind that the setting needs.

    Attributes:
        widget: The control.

    Signals:
        changed: The value that a person wants.
    """

    changed = Signal(object)

    def __init__(self, setting: PracticeSetting, parent: QObject) -> None:
        """Show no value yet."""
        super().__init__(parent)
        self._setting = setting
        self._show: Callable[[SettingValue], None]
        self._typed: QLineEdit | None = None
        make = {
            SettingType.NUMBER: self._number,
            SettingType.TEXT: self._text,
            SettingType.YES_NO: self._yes_no,
            SettingType.CHOICE: self._choice,
        }
        self.widget: QWidget = make[setting.type]()
        self.widget.setObjectName(f"{setting.name}Setting")
        self.widget.setAccessibleName(setting.label)
        self.widget.setAccessibleDescription(setting.about)

    def show_value(self, value: SettingValue) -> None:
        """Show what the setting is; that is no wish, and disturbs nobody who types."""
        typed = self._typed
        if typed is not None and self.widget.hasFocus() and typed.isModified():
            return
        with QSignalBlocker(self.widget):
            self._show(value)

    def _number(self) -> QSpinBox:
        spin = CalmSpin(0, self._setting.most)
        self._show = lambda value: spin.setValue(int(value))
        self._typed = spin.lineEdit()
        spin.valueChanged.connect(self._tell)
        return spin

    def _text(self) -> QLineEdit:
        edit = LineEdit(longest=LONGEST_TEXT)
        self._show = lambda value: edit.setText(str(value))
        self._typed = edit
        edit.editingFinished.connect(lambda: self._tell(edit.text()))
        return edit

    def _yes_no(self) -> QCheckBox:
        box = QCheckBox()
        self._show = lambda value: box.setChecked(bool(value))
        box.toggled.connect(self._tell)
        return box

    def _choice(self) -> CalmCombo:
        combo, choices = CalmCombo(), self._setting.choices
        combo.addItems([str(each) for each in choices])
        self._show = lambda value: combo.setCurrentIndex(choices.index(value))
        combo.currentIndexChanged.connect(lambda at: self._tell(choices[at]))
        return combo

    def _tell(self, value: SettingValue) -> None:
        if self._typed is not None:
            self._typed.setModified(False)
        self.changed.emit(value)
