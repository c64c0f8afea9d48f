"""What testers drive the window by: names, and no mnemonic twice."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTabWidget,
    QWidget,
)

from tests.gui.pages import PAGES, show, wait_for_browser
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

FIRST_SCREEN = {"tryPracticeButton": "Try it", "connectAppButton": "Connect an app…"}
EVERYWHERE = {
    "profileList": "Profiles",
    "newProfileButton": "New profile",
    "authorizeButton": "Authorize",
    "cancelButton": "Cancel",
    "refreshButton": "Refresh",
    "revokeButton": "Revoke",
    "checkButton": "Check",
    "messageBar": "Message",
    "identityLine": "Signed in as",
    "statusLine": "Status",
}
TOKEN = {
    "accessTokenField": "Access token",
    "refreshTokenField": "Refresh token",
    "showAccessTokenButton": "Show access token",
    "copyAccessTokenButton": "Copy access token",
    "showRefreshTokenButton": "Show refresh token",
    "copyRefreshTokenButton": "Copy refresh token",
    "tokenTypeValue": "Token type",
    "scopeValue": "Scope",
    "ownerIdValue": "Owner ID",
    "endpointIdValue": "Endpoint ID",
    "accessExpiryValue": "Access expires",
    "refreshExpiryValue": "Sign in again by",
    "countdown": "Time left",
    "autoRefreshCheck": "Refresh by itself before expiry",
}
ACCOUNT = {
    "permissionTable": "Permissions",
    "permissionEdit": "Permission",
    "askPermissionButton": "Ask the server",
    "permissionAnswer": "Answer",
    "answerChecks": "How the answer was checked",
}
WAITING = {
    "waitingPanel": "Waiting for sign-in",
    "authorizationLink": "Authorization link",
    "openAgainButton": "Open again",
    "copyLinkButton": "Copy link",
    "pastedAddressEdit": "Pasted address",
    "useAddressButton": "Use address",
}
EDITOR = {
    "profileNameEdit": "Name",
    "serverCombo": "Server",
    "serverUrlEdit": "Server URL",
    "clientIdEdit": "Client ID",
    "hasSecretCheck": "This app has a secret",
    "clientSecretEdit": "Client secret",
    "redirectUriEdit": "Redirect URI",
    "saveProfileButton": "Save",
}


@pytest.fixture
def signed(shell: Shell) -> Shell:
    """Return a window with a token."""
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    return shell


def _named(shell: Shell, name: str) -> str:
    widget = shell.window.findChild(QWidget, name)
    assert widget is not None, name
    interface = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(interface, QAccessibleInterface)
    if isinstance(widget, QComboBox):
        # On Linux Qt speaks a combo box by what is chosen, and its label beside it.
        return widget.accessibleName()
    return interface.text(QAccessible.Text.Name)


def test_the_window_has_its_name(shell: Shell) -> None:
    shell.start()

    assert shell.window.objectName() == "mainWindow"
    assert shell.window.accessibleName() == "RingAuth"
    assert shell.window.windowTitle() == "RingAuth"


@pytest.mark.parametrize(("name", "spoken"), FIRST_SCREEN.items())
def test_the_first_screen_has_its_names(shell: Shell, name: str, spoken: str) -> None:
    shell.start()

    assert _named(shell, name) == spoken


@pytest.mark.parametrize(("name", "spoken"), (EVERYWHERE | TOKEN).items())
def test_a_profiles_page_has_its_names(signed: Shell, name: str, spoken: str) -> None:
    assert _named(signed, name) == spoken


@pytest.mark.parametrize(("name", "spoken"), ACCOUNT.items())
def test_the_account_has_its_names(signed: Shell, name: str, spoken: str) -> None:
    signed.show_tab("Account")

    assert _named(signed, name) == spoken


def test_the_log_has_its_name(signed: Shell) -> None:
    signed.show_tab("HTTP log")

    assert _named(signed, "httpLogTable") == "HTTP log"


@pytest.mark.parametrize(("name", "spoken"), EDITOR.items())
def test_the_editor_has_its_names(signed: Shell, name: str, spoken: str) -> None:
    signed.show_tab("Profile")

    assert _named(signed, name) == spoken


@pytest.mark.parametrize(("name", "spoken"), WAITING.items())
def test_the_wait_has_its_names(signed: Shell, name: str, spoken: str) -> None:
    wait_for_browser(signed)

    assert _named(signed, name) == spoken


@pytest.mark.parametrize(
    "name", ["confirmRevokeButton", "messageTitle", "messageText", "messageDetails"]
)
def test_what_comes_and_goes_has_its_object_name(signed: Shell, name: str) -> None:
    assert signed.window.findChild(QWidget, name) is not None


def test_the_tabs_and_servers_have_their_names(signed: Shell) -> None:
    signed.show_tab("Profile")
    tabs = signed.window.findChild(QTabWidget, "tabs")
    servers = signed.window.findChild(QComboBox, "serverCombo")

    assert tabs is not None
    titles = [tabs.tabText(at) for at in range(tabs.count())]
    assert titles == ["Token", "Account", "HTTP log", "Profile"]
    assert servers is not None
    assert [servers.itemText(at) for at in range(servers.count())] == [
        "RingCentral",
        "RingCentral .biz",
        "Practice server",
        "Other server",
    ]


@pytest.mark.parametrize("page", PAGES)
def test_each_control_in_sight_has_a_name(shell: Shell, page: str) -> None:
    show(shell, page)

    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in shell.window.findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]
    assert controls
    for control in controls:
        assert control.objectName(), control
        interface = QAccessible.queryAccessibleInterface(control)
        assert isinstance(interface, QAccessibleInterface)
        assert interface.text(QAccessible.Text.Name), control.objectName()


@pytest.mark.parametrize("page", PAGES)
def test_no_two_things_in_sight_have_the_same_mnemonic(shell: Shell, page: str) -> None:
    show(shell, page)

    texts = list(_mnemonic_texts(shell.window))
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    used = sorted((key, text) for key, text in zip(keys, texts, strict=True) if key)
    assert len({key for key, _text in used}) == len(used), used


def _mnemonic_texts(window: QMainWindow) -> Iterator[str]:
    for action in window.menuBar().actions():
        yield action.text()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.text()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.buddy() is not None:
            yield label.text()
