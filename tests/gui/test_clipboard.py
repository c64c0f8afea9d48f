"""Copied secrets leave the clipboard, and nothing else does."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.clipboard import SecretClipboard

SECRET = "SJC1.canary-access-token"
LONG = 3600.0


@pytest.fixture
def system(qapp: QGuiApplication) -> Iterator[QClipboard]:
    clipboard = qapp.clipboard()
    yield clipboard
    clipboard.clear()


def test_a_copied_secret_can_be_pasted(system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)

    clipboard.copy(SECRET)

    assert system.text() == SECRET


@pytest.mark.case("CL-01")
def test_a_copied_secret_is_marked_as_not_to_be_recorded(system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)

    clipboard.copy(SECRET)

    windows = 'application/x-qt-windows-mime;value="{}"'
    data = system.mimeData()
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    assert data.hasFormat(
        windows.format("ExcludeClipboardContentFromMonitorProcessing")
    )
    for form in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        assert data.data(windows.format(form)).data() == b"\0\0\0\0"
    assert data.hasFormat("application/x-nspasteboard-concealed-type")


@pytest.mark.case("CL-02")
def test_the_secret_leaves_the_clipboard_after_its_time(
    qtbot: QtBot, system: QClipboard
) -> None:
    clipboard = SecretClipboard(system, seconds=0.02)

    clipboard.copy(SECRET)

    qtbot.waitUntil(lambda: not system.text())


@pytest.mark.case("CL-03")
def test_what_another_program_copied_meanwhile_stays(system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)
    clipboard.copy(SECRET)
    system.setText("a shopping list")

    clipboard.clear_if_ours()

    assert system.text() == "a shopping list"


@pytest.mark.case("CL-06")
def test_a_secret_is_cleared_at_once_when_the_program_ends(
    system: QClipboard,
) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)
    clipboard.copy(SECRET)

    clipboard.clear_if_ours()

    assert system.text() == ""


def test_a_secret_that_the_person_copied_elsewhere_later_is_not_taken(
    system: QClipboard,
) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)
    clipboard.copy(SECRET)
    clipboard.clear_if_ours()
    system.setText(SECRET)

    clipboard.clear_if_ours()

    assert system.text() == SECRET


def test_a_second_secret_gets_its_whole_time(qtbot: QtBot, system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=30)
    timer = clipboard.findChild(QTimer)
    assert timer is not None
    clipboard.copy(SECRET)
    qtbot.waitUntil(lambda: timer.remainingTime() < 29_900)

    clipboard.copy("SJC1.canary-refresh-token")

    assert timer.remainingTime() > 29_900


def test_plain_text_is_neither_marked_nor_cleared(system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)
    clipboard.copy(SECRET)

    clipboard.copy_plain("http://localhost:27464/callback")
    clipboard.clear_if_ours()

    assert system.text() == "http://localhost:27464/callback"
    assert not system.mimeData().hasFormat("x-kde-passwordManagerHint")


def test_nothing_shows_the_secret_of_the_clipboard_object(system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)

    clipboard.copy(SECRET)

    assert SECRET not in repr(vars(clipboard))


class StubbornClipboard:
    """A clipboard of a system that keeps what it has."""

    def __init__(self) -> None:
        self.kept = ""

    def setMimeData(self, data: QMimeData) -> None:  # noqa: N802 - Qt's name
        self.kept = data.text()

    def text(self) -> str:
        return self.kept

    def clear(self) -> None:
        """Clear nothing."""


@pytest.mark.case("CL-02")
def test_it_says_how_long_a_secret_stays_and_that_it_has_gone(
    qtbot: QtBot, system: QClipboard
) -> None:
    clipboard = SecretClipboard(system, seconds=2)
    said: list[str] = []
    clipboard.said.connect(said.append)

    clipboard.copy(SECRET)
    qtbot.waitUntil(lambda: not system.text())

    assert said[0] == "Copied. It leaves the clipboard in 2 s."
    assert "Copied. It leaves the clipboard in 1 s." in said
    assert said[-1] == "Taken out of the clipboard."


@pytest.mark.case("CL-02")
def test_it_never_says_that_a_secret_has_gone_that_is_still_there() -> None:
    clipboard = SecretClipboard(cast("QClipboard", StubbornClipboard()), seconds=LONG)
    said: list[str] = []
    clipboard.copy(SECRET)
    clipboard.said.connect(said.append)

    clipboard.clear_if_ours()

    assert said == ["It could not be taken out of the clipboard."]


@pytest.mark.case("CL-03")
def test_it_says_that_something_else_was_copied(system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)
    clipboard.copy(SECRET)
    system.setText("a shopping list")
    said: list[str] = []
    clipboard.said.connect(said.append)

    clipboard.clear_if_ours()

    assert said == ["The clipboard holds something else by now."]


def test_plain_text_ends_what_was_said(system: QClipboard) -> None:
    clipboard = SecretClipboard(system, seconds=LONG)
    clipboard.copy(SECRET)
    said: list[str] = []
    clipboard.said.connect(said.append)

    clipboard.copy_plain("no secret")

    assert said == [""]
