"""The real gnome-keyring: locked, asked for its password, gone, and back again."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringauth_gui.practice.server import PracticeServer
from tests.end_to_end.deaf_bus import deaf_bus
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.keyring_daemon import PROMPTER
from tests.end_to_end.keyring_items import keyring_items
from tests.end_to_end.processes import wait_until
from tests.end_to_end.program import ROOT, Browser, Program
from tests.end_to_end.session_bus import SECONDS, start_on_demand
from tests.end_to_end.signed_in import revealed, sign_in, wait_for_token
from tests.end_to_end.window import Window
from tests.practice.control_use import ControlUse

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

# In a process of its own: the keyring is found through the environment, and only once.
OPEN_KEYRING = """
from ringauth_gui.storage.keyring_token_store import open_keyring
from ringauth_gui.storage.token_store import SecretKind
store = open_keyring()
print(store.name, store.load("nobody", SecretKind.TOKEN))
"""


@pytest.fixture
def control() -> Iterator[ControlUse]:
    """Run the practice server by itself, and return what switches it."""
    with PracticeServer() as server:
        yield ControlUse(server.address)


@pytest.fixture
def known(desktop: Desktop, browser: Browser, control: ControlUse) -> str:
    """Sign in on the practice server, quit, and return the access token."""
    assert control.state()["sessions"] == []
    with Program(desktop, browser, ["--practice"]) as program:
        sign_in(program, browser)
        token = revealed(program.window, "Access")
        program.quit()
    return token


@pytest.fixture
def asking_desktop(desktop: Desktop, folder: Path) -> Desktop:
    """Return a desktop that asks for the password of a locked keyring."""
    name = "org.gnome.keyring.SystemPrompter"
    start_on_demand(folder, name, PROMPTER, desktop.variables)
    return desktop


@pytest.mark.case("KR-13")
def test_an_item_tells_everybody_the_app_and_an_opaque_id_only(
    desktop: Desktop, known: str
) -> None:
    items = keyring_items(desktop.variables)

    ids = {item.attributes["username"].partition("/")[0] for item in items}
    (profile_id,) = ids
    assert len(profile_id) == 16
    assert int(profile_id, 16)
    kinds = {"token", "client-secret"}
    assert {item.attributes["username"] for item in items} == {
        f"{profile_id}/{kind}" for kind in kinds
    }
    for item in items:
        username = item.attributes["username"]
        assert item.label == f"Password for '{username}' on 'RingAuth'"
        assert item.attributes.keys() == {"application", "service", "username"} | (
            item.attributes.keys() & {"xdg:schema"}
        )
        assert item.attributes["service"] == "RingAuth"
    assert any(known in item.secret for item in items)


@pytest.mark.case("KR-04")
def test_a_keyring_that_stays_locked_is_told_once_and_asked_again_on_request(
    asking_desktop: Desktop, browser: Browser, known: str
) -> None:
    keyring = asking_desktop.keyring
    keyring.lock()

    with Program(asking_desktop, browser) as program:
        window = program.window
        keyring.dismiss_prompt()
        window.wait_for_text("messageTitle", "The keyring is locked")
        window.wait_for_text("identityLine", "Not known")
        window.wait_for_text("statusLine", "last read failed")
        window.press("dismissMessageButton")  # the next one is what Authorize ends with
        window.wait_until_gone("messageTitle")
        window.press("authorizeButton")
        window.wait_for_text("messageTitle", "The keyring is locked")
        assert keyring.prompts() == 0

        window.press("messageAction-keep-again")
        keyring.give_password()

        wait_for_token(window)
        assert revealed(window, "Access") == known
        _wait_until_well(window)
        program.quit()


@pytest.mark.case("KR-05")
def test_a_prompt_that_is_left_open_holds_up_nothing(
    asking_desktop: Desktop, browser: Browser, known: str
) -> None:
    asking_desktop.keyring.lock()

    with Program(asking_desktop, browser) as program:
        window = program.window
        window.wait_for_text("messageTitle", "Waiting for the keyring")
        window.choose("tabs", "HTTP log")
        window.choose("tabs", "Token")
        assert asking_desktop.keyring.prompts() == 1

        window.press("cancelButton")

        window.wait_for_text("messageTitle", "The keyring did not answer")
        window.wait_for_text("identityLine", "Not known")
        window.wait_for("authorizeButton", lambda button: button.is_usable)
        asking_desktop.keyring.give_password()
        wait_for_token(window)
        assert revealed(window, "Access") == known
        program.quit()


@pytest.mark.case("KR-03", "KR-04")
def test_a_keyring_that_is_locked_meanwhile_loses_no_refresh(
    asking_desktop: Desktop, browser: Browser, known: str
) -> None:
    keyring = asking_desktop.keyring
    with Program(asking_desktop, browser) as program:
        window = program.window
        wait_for_token(window)
        keyring.lock()

        window.press("refreshButton")
        keyring.dismiss_prompt()

        window.wait_for_text("messageTitle", "The token is not in the keyring")
        window.wait_for_text("statusLine", "tokens are in memory")
        newer = revealed(window, "Access")
        assert newer != known
        assert keyring.prompts() == 0
        window.press("messageAction-keep-again")
        keyring.give_password()
        _wait_until_well(window)
        assert any(
            newer in item.secret for item in keyring_items(asking_desktop.variables)
        )
        program.quit()


@pytest.mark.case("KR-03")
def test_a_daemon_that_dies_and_comes_back_loses_nothing(
    desktop: Desktop, browser: Browser, known: str
) -> None:
    with Program(desktop, browser) as program:
        window = program.window
        wait_for_token(window)
        desktop.keyring.kill()

        window.press("refreshButton")

        window.wait_for_text("messageTitle", "The token is not in the keyring")
        window.wait_for_text("statusLine", "tokens are in memory")
        newer = revealed(window, "Access")
        assert newer != known
        desktop.keyring.start()
        window.press("messageAction-keep-again")
        _wait_until_well(window)
        assert any(newer in item.secret for item in keyring_items(desktop.variables))
        program.quit()


@pytest.mark.case("KR-03")
def test_a_daemon_that_dies_in_the_middle_of_a_refresh_loses_nothing(
    desktop: Desktop, browser: Browser, control: ControlUse
) -> None:
    with Program(desktop, browser, ["--practice"]) as program:
        window = program.window
        sign_in(program, browser)
        before = revealed(window, "Access")
        control.send("PUT", "faults/slow", {"amount": 4, "times": 1})

        window.press("refreshButton")
        wait_until(lambda: not control.state()["faults"], SECONDS, "asked the server")
        desktop.keyring.kill()

        window.wait_for_text("messageTitle", "The token is not in the keyring")
        newer = revealed(window, "Access")
        assert newer != before
        desktop.keyring.start()
        window.press("messageAction-keep-again")
        _wait_until_well(window)
        program.quit()

    with Program(desktop, browser) as program:
        wait_for_token(program.window)
        assert revealed(program.window, "Access") == newer
        program.quit()


@pytest.mark.parametrize("deaf", [(1,), (2,), (3,), (2, 4, 6), (1, 2, 3)])
def test_a_bus_that_is_busy_at_a_start_is_no_missing_keyring(
    desktop: Desktop, folder: Path, deaf: tuple[int, ...]
) -> None:
    address = desktop.variables["DBUS_SESSION_BUS_ADDRESS"]
    with deaf_bus(address, folder, deaf) as busy:
        opened = subprocess.run(
            [sys.executable, "-c", OPEN_KEYRING],
            env={
                **desktop.variables,
                "PYTHONPATH": str(ROOT),
                "DBUS_SESSION_BUS_ADDRESS": busy,
            },
            check=True,
            capture_output=True,
            text=True,
        )

    assert opened.stdout == "Secret Service None\n"


def _wait_until_well(window: Window) -> None:
    """Wait until the status line names the keyring and no trouble with it."""
    window.wait_for(
        "statusLine",
        lambda line: (
            "Keyring: Secret Service" in line.text
            and "memory" not in line.text
            and "failed" not in line.text
        ),
    )
