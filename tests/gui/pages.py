"""Each page of the window, to be looked at."""

from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import signed_in, token

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


def wait_for_browser(shell: Shell) -> None:
    """Start a sign-in."""
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.state.waiting_since is not None)


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
    elif page == "new":
        shell.click("newProfileButton")
    else:
        shell.show_tab(page)
