"""The window of a test, as many tests find it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from tests.fakes.fake_authorization_server import FakeAuthorizationServer
from tests.gui.menu_use import press
from tests.gui.profile_form_use import shown_form
from tests.gui.shell import DEVELOPER, SUPPORT, Shell, closed_at_the_end
from tests.gui.token_examples import token
from tests.gui.wire_shell import WireShell


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    """Return a window that is not open yet."""
    with closed_at_the_end(Shell(qtbot, qapp, tmp_path / "locks"), qapp) as shell:
        yield shell


@pytest.fixture
def wired(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, server: FakeAuthorizationServer
) -> Iterator[WireShell]:
    """Return a window that is not open yet, and speaks to ``server``."""
    window = WireShell(qtbot, qapp, tmp_path, server.address)
    with closed_at_the_end(window, qapp) as shell:
        yield shell


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
