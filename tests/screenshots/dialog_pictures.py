"""Pictures of the dialogs: import, codes, and the practice server's switches."""

import json
from pathlib import Path

from ringauth_gui.practice.apps import JWT_ONLY_APP
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.settings import DEFAULT_PORT
from tests.end_to_end.signed_in import authorize
from tests.end_to_end.window import Window
from tests.screenshots.studio import Studio

ADDRESS = f"http://127.0.0.1:{DEFAULT_PORT}"
IMPORT = "Import credentials"
EXPLAIN = "Explain a code"
PRACTICE = "Practice: scenes and faults"
PAGE = ("picture practice-page",)


def imports(studio: Studio) -> None:
    """Show the import: nothing yet, an odd file, one app, and one with two users."""
    with studio.program() as (program, camera):
        window = program.window
        window.trigger("Import credentials…")
        window.wait_for_text("importState", "developer console")
        camera.take("import-empty", IMPORT)
        for name, text, part in _files(ADDRESS):
            file = studio.home / name
            file.write_text(text, "utf-8")
            _choose(window, file, part)
            camera.take(f"import-{file.stem.strip('.')}", IMPORT)


def _files(address: str) -> tuple[tuple[str, str, str], ...]:
    """Return each file's name, its text, and what is then to be read."""
    ada, grace = (signed_credential(each, address) for each in CREDENTIALS[:2])
    app = {
        "clientId": JWT_ONLY_APP.client_id,
        "clientSecret": JWT_ONLY_APP.client_secret,
        "server": address,
    }
    people = {**app, "jwt": {"Ada Practice": ada, "Grace Practice": grace}}
    variables = (
        f"RC_SERVER_URL={address}\n"
        f"RC_APP_CLIENT_ID={JWT_ONLY_APP.client_id}\n"
        f"RC_APP_CLIENT_SECRET={JWT_ONLY_APP.client_secret}\n"
    )
    return (
        ("notes.json", "Call the customer back on Monday.\n", "holds no"),
        ("found.env", variables, "Found in"),
        ("people.json", json.dumps(people), "Found in"),
    )


def _choose(window: Window, file: Path, part: str) -> None:
    window.press("chooseFileButton")
    window.type("fileNameEdit", str(file))
    window.press_text("Open")
    window.wait_for_text("importState", part)


def explanations(studio: Studio) -> None:
    """Show what a code means: nothing asked, a code, an unknown one."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        authorize(program, studio.browser, "sign in", "deny")
        window.wait_for_text("messageTitle", "refused")
        window.trigger("Explain a code…")
        window.wait_for("commonCodes")
        camera.take("explain-empty", EXPLAIN)
        window.type("explainEdit", "the browser says oau-113")
        window.wait_for_text("explanationCode", "OAU-113")
        camera.take("explain", EXPLAIN)
        window.type("explainEdit", "OAU-99999")
        window.wait_for("unexplainedTitle")
        camera.take("explain-unknown", EXPLAIN)


def practice_switches(studio: Studio) -> None:
    """Show scenes and faults of the practice server, in the window and its page."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        window.trigger("Scenes and faults…")
        window.wait_for_text("practiceState", "behaves as RingCentral")
        camera.take("practice", PRACTICE)
        window.choose("sceneList", "Lost answer")
        window.press("startSceneButton")
        window.wait_for_text("practiceState", "Scene: Lost answer")
        camera.take("practice-scene", PRACTICE)
        camera.take("practice-scene-window")
        studio.browser.will(*PAGE)
        window.press("practicePageButton")
        studio.browser.next_visit()
