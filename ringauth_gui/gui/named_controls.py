"""Makes the controls of a form, each with its names and its tooltip."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from ringauth_gui.gui.suggestion_edit import SuggestionEdit
from ringauth_gui.gui.tips import tip

Control = TypeVar("Control", bound=QWidget)


def named_suggestions(
    suggestions: Sequence[tuple[str, str]], object_name: str, accessible_name: str
) -> SuggestionEdit:
    """Return a field that suggests values; its line edit has the names."""
    field = SuggestionEdit(suggestions)
    named(field.edit, object_name, accessible_name)
    return named(field, f"{object_name.removesuffix('Edit')}Combo", accessible_name)


def named_check(object_name: str, text: str, accessible_name: str) -> QCheckBox:
    """Return a check box that says ``text``, which may hold a mnemonic."""
    return named(QCheckBox(text), object_name, accessible_name)


def named_button(object_name: str, text: str) -> QPushButton:
    """Return a button that is called by its ``text``, which may hold a mnemonic."""
    return named(QPushButton(text), object_name, text.replace("&", ""))


def named(control: Control, object_name: str, accessible_name: str) -> Control:
    """Return ``control`` with its names and its tooltip."""
    control.setObjectName(object_name)
    control.setAccessibleName(accessible_name)
    control.setToolTip(tip(object_name))
    return control
