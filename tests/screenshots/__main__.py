"""``python -m tests.screenshots FOLDER``: every state of the window, light and dark."""

import argparse
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.processes import wait_until
from tests.end_to_end.program import ROOT, Browser, Program
from tests.end_to_end.signed_in import (
    authorize,
    sign_in,
    try_it,
    wait_for_token,
)
from tests.end_to_end.window import Window
from tests.screenshots.camera import Camera

CALLBACK = ("127.0.0.1", 27464)
HINT_SECONDS = 40
SMALLEST = (820, 560)
SIGN_IN_WITH_PICTURES = (
    *("picture practice-sign-in", "sign in"),
    *("picture practice-consent", "authorize", "picture browser-signed-in"),
)
DENY_WITH_PICTURES = ("sign in", "deny", "picture browser-not-signed-in")


class Studio:
    """A desktop on which programs are photographed."""

    def __init__(self, desktop: Desktop, home: Path, folder: Path) -> None:
        """Keep what is for one run in ``home``, and the pictures in ``folder``."""
        self._desktop = desktop
        self._folder = folder
        self.browser = Browser(home)
        camera_browser = Path(__file__).with_name("browser_with_camera.py")
        self.browser.variables |= {
            "BROWSER": f"{sys.executable} {camera_browser}",
            "RINGAUTH_PICTURES": str(folder),
        }

    @contextmanager
    def program(self, *arguments: str) -> Iterator[tuple[Program, Camera]]:
        """Start RingAuth, and quit it afterwards."""
        with Program(self._desktop, self.browser, arguments) as program:
            yield program, Camera(self._desktop, program.window, self._folder)
            program.quit()

    def leave_profiles(self) -> None:
        """Add the profiles and tokens of former days."""
        command = (sys.executable, "-m", "tests.screenshots.kept_profiles")
        process = self._desktop.start(command, {"PYTHONPATH": str(ROOT)})
        assert process.wait(60) == 0, "the profiles could not be left"


def first_minutes(studio: Studio) -> None:
    """Show the first screen, the editor, and a profile nobody signed in with."""
    with studio.program() as (program, camera):
        window = program.window
        window.wait_for_text("statusLine", "Keyring: S")
        camera.take("first-run")
        window.press("connectAppButton")
        window.wait_for("clientIdEdit")
        camera.take("new-profile")
        window.type("profileNameEdit", "Support desk")
        window.type("clientIdEdit", "Wq3kX0aN Q6u5")
        window.type("redirectUriEdit", "https://example.com/callback")
        window.press("saveProfileButton")
        camera.take("field-errors")
        window.trigger("Try the practice server")
        window.wait_for("authorizeButton", lambda button: button.is_usable)
        window.choose("tabs", "Token")
        camera.take("not-signed-in")


def a_sign_in(studio: Studio) -> None:
    """Show a sign-in from the wait to the proof that the token is dead."""
    studio.leave_profiles()
    with studio.program("--practice") as (program, camera):
        window = program.window
        authorize(program, studio.browser)
        window.wait_for("waitingPanel")
        camera.take("waiting")
        wait_until(lambda: _shows(window, "waitingHint"), HINT_SECONDS, "the hint")
        camera.take("waiting-hint")
        window.press("cancelButton")
        window.wait_for_text("messageTitle", "ancel")
        camera.take("cancelled")
        authorize(program, studio.browser, *SIGN_IN_WITH_PICTURES)
        wait_for_token(window)
        window.press("checkButton")
        window.wait_for_text("identityLine", "Ada Practice")
        window.choose("tabs", "Token")
        camera.take("signed-in")
        for tab in ("Account", "HTTP log", "Profile"):
            window.choose("tabs", tab)
            camera.take(tab.lower().replace(" ", "-"))
        _smallest(window, camera)
        window.press("revokeButton")
        window.wait_for("confirmRevokeButton")
        camera.take("confirm-revoke")
        window.press("confirmRevokeButton")
        window.wait_for_text("messageText", "proved")
        camera.take("revoked")


def _smallest(window: Window, camera: Camera) -> None:
    camera.resize(*SMALLEST)
    for tab in ("Token", "Account", "Profile"):
        window.choose("tabs", tab)
        camera.take(f"smallest-{tab.lower()}")
    window.choose("tabs", "Token")
    camera.resize(1100, 740)


def errors(studio: Studio) -> None:
    """Show how a sign-in fails."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        authorize(program, studio.browser, *DENY_WITH_PICTURES)
        window.wait_for_text("messageTitle", "refused")
        camera.take("denied")
        with closing(socket.create_server(CALLBACK)):
            window.press("authorizeButton")
            window.wait_for_text("messageTitle", "27464")
            camera.take("port-taken")
        window.choose("tabs", "Profile")
        window.type("clientSecretEdit", "not-the-secret")
        window.press("saveProfileButton")
        window.wait_for("discardProfileButton", lambda button: not button.is_usable)
        authorize(program, studio.browser, "sign in", "authorize")
        window.wait_for_text("messageDetails", "OAU-")
        camera.take("wrong-secret")
        camera.resize(*SMALLEST)
        camera.take("smallest-wrong-secret")
        window.press("explainMessageButton")
        window.wait_for_text("explanationCode", "OAU-146")
        camera.take("explain", "Explain a code")
        window.press("closeExplainButton")
        window.trigger("Explain a code…")
        window.wait_for("commonCodes")
        camera.take("explain-empty", "Explain a code")


def countdowns(studio: Studio) -> None:
    """Show tokens that are nearly over, and over."""
    studio.leave_profiles()
    with studio.program("--profile", "QA short-lived") as (program, camera):
        wait_for_token(program.window)
        camera.take("last-minute")
        for name in ("Support desk", "Yesterday"):
            program.window.choose("profileList", name)
            camera.take({"Yesterday": "expired"}.get(name, "last-tenth"))


def no_keyring(studio: Studio) -> None:
    """Show that nothing can be kept."""
    with studio.program() as (program, camera):
        program.window.wait_for_text("statusLine", "memory")
        try_it(program.window)
        sign_in(program, studio.browser)
        camera.take("no-keyring")


def _shows(window: Window, name: str) -> bool:
    control = window.read(name)
    return control is not None and control.is_showing


SCENES = (first_minutes, a_sign_in, errors, countdowns, no_keyring)


def main() -> None:
    """Take the pictures of all scenes, or of those that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "scenes", nargs="*", help="such as errors; all if none is named"
    )
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if arguments.scenes and scene.__name__ not in arguments.scenes:
            continue
        with (
            tempfile.TemporaryDirectory(prefix="ringauth-") as name,
            Desktop(Path(name), has_keyring=scene is not no_keyring) as desktop,
        ):
            scene(Studio(desktop, Path(name), folder))


if __name__ == "__main__":
    main()
