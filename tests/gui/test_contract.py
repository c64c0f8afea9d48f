"""What testers drive the window by: names, mnemonics, and no secret in either."""

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

from tests.fakes.fake_authorizer import LINK
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, REFRESH_TOKEN, signed_in, token

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
    "httpLogTable": "HTTP log",
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
PAGES = (
    "first screen",
    "Token",
    "Account",
    "HTTP log",
    "Profile",
    "waiting",
    "new",
    "busy",
)


@pytest.fixture
def signed(shell: Shell) -> Shell:
    """Return a window with a token."""
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    return shell


def _wait_for_browser(shell: Shell) -> None:
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.state.waiting_since is not None)


def _show(shell: Shell, page: str) -> None:
    if page == "first screen":
        shell.start()
        return
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    if page == "waiting":
        _wait_for_browser(shell)
        shell.tick(30)
    elif page == "busy":
        shell.show_tab("Profile")
        shell.authorizer.held.add("check")
        shell.click("checkButton")
    elif page == "new":
        shell.click("newProfileButton")
    else:
        shell.show_tab(page)


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


@pytest.mark.parametrize(("name", "spoken"), (EVERYWHERE | TOKEN | EDITOR).items())
def test_a_profiles_page_has_its_names(signed: Shell, name: str, spoken: str) -> None:
    assert _named(signed, name) == spoken


@pytest.mark.parametrize(("name", "spoken"), WAITING.items())
def test_the_wait_has_its_names(signed: Shell, name: str, spoken: str) -> None:
    _wait_for_browser(signed)

    assert _named(signed, name) == spoken


@pytest.mark.parametrize(
    "name", ["confirmRevokeButton", "messageTitle", "messageText", "messageDetails"]
)
def test_what_comes_and_goes_has_its_object_name(signed: Shell, name: str) -> None:
    assert signed.window.findChild(QWidget, name) is not None


def test_the_tabs_and_servers_have_their_names(signed: Shell) -> None:
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
    _show(shell, page)

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
    _show(shell, page)

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


@pytest.mark.parametrize("page", PAGES)
def test_no_secret_is_in_sight_or_spoken_while_it_is_masked(
    shell: Shell, page: str
) -> None:
    _show(shell, page)

    for text in _all_texts(shell.window):
        for secret in (ACCESS_TOKEN, REFRESH_TOKEN):
            assert not _leaks(text, secret), text


def test_the_walk_would_find_a_secret(signed: Shell) -> None:
    signed.click("showAccessTokenButton")

    assert any(_leaks(text, ACCESS_TOKEN) for text in _all_texts(signed.window))


def test_a_typed_client_secret_is_neither_in_sight_nor_spoken(signed: Shell) -> None:
    signed.show_tab("Profile")
    signed.button("refreshButton")
    check = signed.window.findChild(QAbstractButton, "hasSecretCheck")
    assert check is not None
    check.click()

    signed.type_in("clientSecretEdit", "canary-client-secret")

    assert not any("canary" in text for text in _all_texts(signed.window))


def test_the_link_is_the_only_place_of_the_state(signed: Shell) -> None:
    _wait_for_browser(signed)

    texts = [text for text in _all_texts(signed.window) if "state=" in text]
    assert set(texts) == {LINK}


def _all_texts(window: QWidget) -> list[str]:
    """Return all that can be read of the window, by eye or by a screen reader."""
    texts = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        texts += [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
        texts += [widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.displayText())
    root = QAccessible.queryAccessibleInterface(window)
    assert isinstance(root, QAccessibleInterface)
    return [*texts, *_spoken(root)]


def _spoken(interface: QAccessibleInterface) -> Iterator[str]:
    kinds = QAccessible.Text
    for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help):
        yield interface.text(kind)
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield from _spoken(child)


def _leaks(text: str, secret: str) -> bool:
    """Return whether twelve characters of the secret in a row are there (R22)."""
    return any(secret[at : at + 12] in text for at in range(len(secret) - 11))
