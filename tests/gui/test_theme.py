"""Light and dark, as the system or the person wants it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.palette import DARK, LIGHT, Palette
from ringauth_gui.gui.theme import (
    Theme,
    ThemeMode,
    apply_theme,
    qt_palette,
    stylesheet,
)


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    font, palette = qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()


def test_the_stylesheet_has_every_placeholder_filled() -> None:
    sheet = stylesheet(DARK)

    placeholders = sheet.replace("$name is filled in", "")
    assert "$" not in placeholders
    assert DARK.window in sheet
    assert LIGHT.window not in sheet


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.tone)
def test_the_files_that_the_stylesheet_names_exist(palette: Palette) -> None:
    named = re.findall(r'url\("([^"]+)"\)', stylesheet(palette))

    assert len(named) == 2
    assert all(Path(name).is_file() for name in named)


@pytest.mark.usefixtures("qtbot")
def test_the_stylesheet_is_understood_by_qt(application: QApplication) -> None:
    application.setStyleSheet(stylesheet(LIGHT))

    button = QPushButton("Refresh")
    button.setProperty("role", "primary")
    button.ensurePolished()

    assert button.font().bold()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.tone)
def test_names_offered_while_a_file_is_typed_stand_on_the_colour_of_a_panel(
    qtbot: QtBot, application: QApplication, palette: Palette
) -> None:
    apply_theme(application, palette)
    field = QLineEdit()
    qtbot.addWidget(field)

    completer = QCompleter(["profiles.json"], field)
    field.setCompleter(completer)  # as QFileDialog does

    popup = completer.popup()
    assert popup is not None
    picture = popup.grab().toImage()
    assert picture.pixelColor(picture.rect().center()) == QColor(palette.panel)


def test_the_program_starts_in_fusion(application: QApplication) -> None:
    application.setStyle("Windows")

    Theme(application, ThemeMode.LIGHT)

    application.setStyleSheet("")  # a stylesheet hides the style beneath it
    assert application.style().name() == "fusion"
    assert application.font().pixelSize() == 14


def test_the_person_can_ask_for_dark(qtbot: QtBot, application: QApplication) -> None:
    theme = Theme(application, ThemeMode.LIGHT)

    with qtbot.waitSignal(theme.palette_changed) as changed:
        theme.set_mode(ThemeMode.DARK)

    assert changed.args == [DARK]
    assert theme.palette is DARK
    assert theme.mode is ThemeMode.DARK
    assert DARK.window in application.styleSheet()
    assert application.palette().window().color() == QColor(DARK.window)


def test_the_system_is_followed(qtbot: QtBot, application: QApplication) -> None:
    theme = Theme(application, ThemeMode.SYSTEM)
    hints = application.styleHints()

    with qtbot.waitSignal(theme.palette_changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    with qtbot.waitSignal(theme.palette_changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)

    assert theme.palette is LIGHT


def test_the_person_outvotes_the_system(
    qtbot: QtBot, application: QApplication
) -> None:
    theme = Theme(application, ThemeMode.LIGHT)

    with qtbot.assertNotEmitted(theme.palette_changed):
        application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert theme.palette is LIGHT


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.tone)
def test_disabled_text_stays_readable(palette: Palette) -> None:
    colours = qt_palette(palette)

    text = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)

    assert text == QColor(palette.quiet)
