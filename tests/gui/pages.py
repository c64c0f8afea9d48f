"""Each page of the window, to be looked at."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QToolButton

from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import signed_in, token

PAGES = (
    "first screen",
    "Token",
    "Account",
    "HTTP log",
    "Profile",
    "JWT",
    "other server",
    "waiting",
    "new",
    "busy",
)


def wait_for_browser(shell: Shell) -> None:
    """Start a sign-in."""
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.state.waiting_since is not None)


def _show_form(shell: Shell, page: str) -> None:
    if page == "JWT":
        choose(shell, "signInCombo", "With a JWT credential")
        return
    choose(shell, "serverCombo", "Other server")
    child(shell.window, QCheckBox, "typeEndpointsCheck").click()
    child(shell.window, QLineEdit, "promptEdit").setText("login select_account")


def choose(shell: Shell, combo_name: str, text: str) -> None:
    """Choose ``text`` in a combo box."""
    combo = child(shell.window, QComboBox, combo_name)
    combo.setCurrentIndex(combo.findText(text))


def show(shell: Shell, page: str) -> None:
    """Open the window with ``page`` in sight."""
    if page == "first screen":
        shell.start()
        return
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    if page == "waiting":
        wait_for_browser(shell)
        shell.tick(30)
    elif page == "busy":
        shell.show_tab("Profile")
        shell.authorizer.held.add("check")
        shell.click("checkButton")
    elif page in ("JWT", "other server"):
        shell.show_tab("Profile")
        child(shell.window, QToolButton, "advancedButton").click()
        _show_form(shell, page)
    elif page == "new":
        shell.click("newProfileButton")
    else:
        shell.show_tab(page)
