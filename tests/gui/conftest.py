"""The window of a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.shell import Shell


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
