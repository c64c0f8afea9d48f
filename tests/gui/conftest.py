"""The window of a test, as many tests find it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from tests.gui.menu_use import press
from tests.gui.profile_form_use import shown_form
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    """Return a window that is not open yet."""
    font, palette = qapp.font(), qapp.palette()
    shell = Shell(qtbot, qapp, tmp_path / "locks")
    yield shell
    shell.finish()
    shell.theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def form(qtbot: QtBot) -> ProfileForm:
    """Return the form of a kept profile, alone."""
    return shown_form(qtbot)


@pytest.fixture
def editing(shell: Shell) -> Shell:
    """Return a window with two profiles and the editor in front."""
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    shell.show_tab("Profile")
    return shell


@pytest.fixture
def practice(shell: Shell) -> Shell:
    """Return a window with the practice profile in sight."""
    shell.start(SUPPORT)
    press(shell, "Try the practice server")
    shell.wait_idle()
    return shell
