"""Importing credentials: by menu, first screen and drop, and what is shown before."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QWidget,
)

from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.jwt_credentials import credential
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

SECRET = "CANARY-client-secret-9d"
ADAS = credential(sub="101", client_ids=["app-1"])
GRACES = credential(sub="102")
MEMBERS = {
    "clientId": "app-1",
    "clientSecret": SECRET,
    "server": "https://platform.ringcentral.com",
    "jwt": {"Ada": ADAS, "Grace": GRACES},
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rc-credentials.json"
    path.write_text(json.dumps(MEMBERS))
    return path


def _dialog(shell: Shell) -> QDialog:
    return next(
        each
        for each in shell.window.findChildren(QDialog, "importDialog")
        if each.isVisible()
    )


def _is_open(shell: Shell) -> bool:
    dialogs = shell.window.findChildren(QDialog, "importDialog")
    return any(each.isVisible() for each in dialogs)


def _text(shell: Shell, name: str) -> str:
    labels = _dialog(shell).findChildren(QLabel, name)
    return next((label.text() for label in labels if label.isVisible()), "")


def _press(shell: Shell, name: str) -> None:
    button = child(_dialog(shell), QPushButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    button.click()


def _is_usable(shell: Shell) -> bool:
    return child(_dialog(shell), QPushButton, "useCredentialsButton").isEnabled()


def _trigger_menu(shell: Shell) -> None:
    actions = shell.window.findChildren(QAction)
    next(each for each in actions if each.text() == "&Import credentials…").trigger()


def _drag(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    data.setText("\n".join(urls))  # as file managers do, for fields
    return data


def _hold(window: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(window.windowHandle(), event)
    return event


def _drop(window: QWidget, data: QMimeData) -> None:
    QApplication.sendEvent(
        window.windowHandle(),
        QDropEvent(
            QPoint(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def _read(shell: Shell, path: Path) -> None:
    """Drop a file, and wait until it was read."""
    window = _dialog(shell) if _is_open(shell) else shell.window
    _drop(window, _drag(path.as_uri()))
    shell.wait_until(lambda: not _text(shell, "importState").startswith("Reading"))


def test_what_was_found_is_shown_before_it_is_taken(shell: Shell, file: Path) -> None:
    shell.start(SUPPORT)

    _read(shell, file)

    assert _text(shell, "importState") == "Found in rc-credentials.json"
    assert _text(shell, "foundServer") == "RingCentral (platform.ringcentral.com)"
    assert _text(shell, "foundClientId") == "app-1"
    assert _text(shell, "foundSecret") == "Found, 23 characters"
    assert "Delete the file or keep it safe" in _text(shell, "importDanger")
    jwts = child(_dialog(shell), QComboBox, "importJwtCombo")
    assert [jwts.itemText(at) for at in range(jwts.count())] == [
        "JWT credential: Ada",
        "JWT credential: Grace",
        "The browser",
    ]
    assert shell.saved == []


def test_no_value_of_a_secret_is_in_sight_or_spoken_rd_07(
    shell: Shell, file: Path
) -> None:
    shell.start(SUPPORT)

    _read(shell, file)

    for widget in _dialog(shell).findChildren(QWidget):
        said = [widget.toolTip(), widget.accessibleName()]
        said += [widget.accessibleDescription()]
        said += [widget.text()] if isinstance(widget, QLabel | QPushButton) else []
        assert SECRET[:12] not in " ".join(said)
        assert ADAS[-12:] not in " ".join(said)


def test_use_these_fills_the_form_in_and_only_save_saves_it(
    shell: Shell, file: Path
) -> None:
    shell.start(SUPPORT)
    _read(shell, file)

    _press(shell, "useCredentialsButton")

    assert not _is_open(shell)
    assert shell.text("clientIdEdit") == "app-1"
    assert shell.saved == []
    shell.type_in("profileNameEdit", "Reports bot")
    shell.click("saveProfileButton")
    shell.wait_idle()
    profile = shell.state.profile
    assert (profile.name, profile.client_id, profile.has_secret) == (
        "Reports bot",
        "app-1",
        True,
    )
    vault = shell.authorizer.clients.vault
    assert vault.load_secret(profile) == SECRET
    assert vault.load_secret(profile, SecretKind.JWT_CREDENTIAL) == ADAS
    assert "CANARY" not in repr(shell.saved)


def test_the_chosen_jwt_is_the_one_that_is_taken(shell: Shell, file: Path) -> None:
    shell.start(SUPPORT)
    _read(shell, file)

    combo = child(_dialog(shell), QComboBox, "importJwtCombo")
    combo.setCurrentIndex(1)
    _press(shell, "useCredentialsButton")
    shell.type_in("profileNameEdit", "Grace")
    shell.click("saveProfileButton")
    shell.wait_idle()

    vault = shell.authorizer.clients.vault
    kept = vault.load_secret(shell.state.profile, SecretKind.JWT_CREDENTIAL)
    assert kept == GRACES


def test_the_browser_can_be_chosen_in_place_of_a_jwt(shell: Shell, file: Path) -> None:
    shell.start(SUPPORT)
    _read(shell, file)

    child(_dialog(shell), QComboBox, "importJwtCombo").setCurrentIndex(2)
    _press(shell, "useCredentialsButton")
    shell.type_in("profileNameEdit", "By browser")
    shell.click("saveProfileButton")
    shell.wait_idle()

    assert not shell.state.uses_jwt


def test_one_of_several_apps_is_chosen(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "apps.json"
    path.write_text(
        json.dumps({"one": {"clientId": "app-1"}, "two": {"clientId": "app-2"}})
    )
    shell.start(SUPPORT)
    _read(shell, path)
    assert _text(shell, "foundClientId") == "app-1"
    assert _text(shell, "importDanger") == ""

    child(_dialog(shell), QComboBox, "importAppCombo").setCurrentIndex(1)

    assert _text(shell, "foundClientId") == "app-2"
    _press(shell, "useCredentialsButton")
    assert shell.text("clientIdEdit") == "app-2"


def test_the_menu_opens_the_dialog_once(shell: Shell) -> None:
    shell.start(SUPPORT)

    _trigger_menu(shell)
    dialog = _dialog(shell)
    _trigger_menu(shell)

    assert _dialog(shell) is dialog
    assert ".env files" in _text(shell, "importState")
    assert not _is_usable(shell)


def test_the_first_screen_has_a_way_in(shell: Shell, file: Path) -> None:
    shell.start()

    shell.click("importButton")
    _read(shell, file)
    _press(shell, "useCredentialsButton")

    assert shell.text("clientIdEdit") == "app-1"


def test_a_file_is_chosen_in_the_systems_own_way(shell: Shell, file: Path) -> None:
    shell.start(SUPPORT)
    _trigger_menu(shell)

    _press(shell, "chooseFileButton")
    chooser = child(_dialog(shell), QFileDialog, "credentialsFileDialog")
    chooser.fileSelected.emit(str(file))
    chooser.reject()

    shell.wait_until(lambda: _text(shell, "foundClientId") == "app-1")


def test_the_environment_is_offered_only_when_it_holds_something(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)
    _trigger_menu(shell)

    button = child(_dialog(shell), QPushButton, "useEnvironmentButton")
    assert not button.isVisible()


def test_the_environment_brings_what_it_holds(shell: Shell) -> None:
    shell.environ |= {"RC_APP_CLIENT_ID": "app-1", "RC_APP_CLIENT_SECRET": SECRET}
    shell.start(SUPPORT)
    _trigger_menu(shell)

    button = child(_dialog(shell), QPushButton, "useEnvironmentButton")
    assert "RC_APP_CLIENT_ID found" in button.text()
    _press(shell, "useEnvironmentButton")
    shell.wait_until(lambda: _text(shell, "foundClientId") == "app-1")

    assert "These variables hold secrets" in _text(shell, "importDanger")


def test_a_file_that_brings_nothing_says_why_and_another_can_be_tried(
    shell: Shell, file: Path, tmp_path: Path
) -> None:
    shell.start(SUPPORT)

    _read(shell, tmp_path)

    assert "cannot be read" in _text(shell, "importState")
    assert not _is_usable(shell)
    _read(shell, file)
    assert _is_usable(shell)


def test_what_is_read_after_the_dialog_was_closed_is_for_nobody_pr_10(
    shell: Shell, file: Path
) -> None:
    shell.start(SUPPORT)
    _drop(shell.window, _drag(file.as_uri()))

    _dialog(shell).reject()
    shell.runner.run(lambda: None, lambda _: shell.opened.append("later"), print)
    shell.wait_until(lambda: "later" in shell.opened)

    assert not _is_open(shell)
    _trigger_menu(shell)
    assert ".env files" in _text(shell, "importState")


def test_secrets_are_masked_from_the_moment_they_are_read_r22(
    shell: Shell, file: Path
) -> None:
    shell.start(SUPPORT)

    _read(shell, file)

    assert SECRET[:12] not in shell.redaction.clean_values(f"it is {SECRET}")


def test_a_file_held_over_the_window_is_answered_with_a_hint(
    shell: Shell, file: Path
) -> None:
    shell.start(SUPPORT)
    hint = child(shell.window, QWidget, "dropHint")

    event = _hold(shell.window, _drag(file.as_uri()))

    assert event.isAccepted()
    assert hint.isVisible()
    QApplication.sendEvent(shell.window.windowHandle(), QDragLeaveEvent())
    assert not hint.isVisible()


def test_a_dialog_that_is_open_is_answered_first(shell: Shell, file: Path) -> None:
    shell.start(SUPPORT)
    _trigger_menu(shell)

    _hold(shell.window, _drag(file.as_uri()))
    _drop(shell.window, _drag(file.as_uri()))

    assert ".env files" in _text(shell, "importState")
    assert not child(shell.window, QWidget, "dropHint").isVisible()


def test_return_takes_what_was_found(shell: Shell, file: Path) -> None:
    shell.start(SUPPORT)
    _read(shell, file)

    QTest.keyClick(_dialog(shell), Qt.Key.Key_Return)

    assert not _is_open(shell)
    assert shell.text("clientIdEdit") == "app-1"


@pytest.mark.parametrize(
    "urls",
    [
        (),
        ("https://example.com/rc-credentials.json",),
        ("file:///tmp/one.env", "file:///tmp/two.env"),
    ],
)
def test_anything_but_one_local_file_is_left_to_the_fields(
    shell: Shell, urls: tuple[str, ...]
) -> None:
    shell.start(SUPPORT)

    event = _hold(shell.window, _drag(*urls))
    _drop(shell.window, _drag(*urls))

    assert event.type() is QEvent.Type.DragEnter
    assert not child(shell.window, QWidget, "dropHint").isVisible()
    assert not _is_open(shell)
