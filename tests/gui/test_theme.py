"""Light and dark, as the system or the person wants it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.palette import DARK, LIGHT, Palette
from ringauth_gui.gui.theme import Theme, ThemeMode, qt_palette, stylesheet

DOTS_PER_INCH = 96


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    font, palette = qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()


def test_the_stylesheet_has_every_placeholder_filled() -> None:
    sheet = stylesheet(DARK, DOTS_PER_INCH)

    placeholders = sheet.replace("$name is filled in", "")
    assert "$" not in placeholders
    assert DARK.window in sheet
    assert LIGHT.window not in sheet


def test_the_files_that_the_stylesheet_names_exist() -> None:
    for palette in (LIGHT, DARK):
        sheet = stylesheet(palette, DOTS_PER_INCH)

        assert f"check-{palette.tone}.svg" in sheet


@pytest.mark.usefixtures("qtbot")
def test_the_stylesheet_is_understood_by_qt(application: QApplication) -> None:
    application.setStyleSheet(stylesheet(LIGHT, DOTS_PER_INCH))

    button = QPushButton("Refresh")
    button.setProperty("role", "primary")
    button.ensurePolished()

    assert button.font().bold()


def test_small_text_is_twelve_and_a_half_pixels(
    qtbot: QtBot, application: QApplication
) -> None:
    Theme(application)
    label = QLabel("small")
    label.setProperty("role", "small")
    qtbot.addWidget(label)

    label.ensurePolished()

    pixels = label.font().pointSizeF() * label.logicalDpiY() / 72
    assert pixels == pytest.approx(12.5, abs=0.05)


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
