"""Pictures of the dialogs: import, codes, and the practice server's switches."""

import json
from dataclasses import replace
from pathlib import Path

from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.practice.apps import JWT_ONLY_APP
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.settings import DEFAULT_PORT
from ringauth_gui.storage.exported_profiles import exported_text
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.end_to_end.signed_in import authorize
from tests.end_to_end.window import Window
from tests.screenshots.studio import Studio

ADDRESS = f"http://127.0.0.1:{DEFAULT_PORT}"
IMPORT = "Import credentials"
IMPORT_PROFILES = "Import profiles"
EXPORT = "Export profiles"
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


def profile_files(studio: Studio) -> None:
    """Show what an export would write, and what an import would do."""
    studio.leave_profiles()
    file = studio.home / "ringauth-profiles.json"
    with studio.program() as (program, camera):
        window = program.window
        window.trigger("Export profiles…")
        window.wait_for_text("exportState", "chosen")
        camera.take("export-profiles", EXPORT)
        window.press("showExportCheck")
        camera.take("export-profiles-text", EXPORT)
        window.press("cancelExportButton")
        file.write_text(_profiles(), "utf-8")
        window.trigger("Import profiles…")
        window.press("chooseProfilesButton")
        window.type("fileNameEdit", str(file))
        window.press_text("Open")
        window.wait_for_text("profileImportSecrets", "client_secret")
        camera.take("import-profiles", IMPORT_PROFILES)


def _profiles() -> str:
    """Return a file with a new profile, one of a known name, and one elsewhere."""
    support = Profile(
        "a", "Support desk", ServerKind.RINGCENTRAL, "Wq3kX0aNQ6u5", has_secret=True
    )
    host = "https://id.example.org"
    elsewhere = replace(
        support,
        name="Elsewhere",
        server=ServerKind.OTHER,
        server_url=host,
        metadata=ServerMetadata(f"{host}/authorize", f"{host}/token"),
    )
    new = replace(support, name="Night shift")
    document = json.loads(exported_text([new, support, elsewhere]))
    document["profiles"][0]["client_secret"] = "never-in-such-a-file"
    return json.dumps(document)


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
        for tab in ("Faults", "Settings"):
            window.choose("practiceTabs", tab)
            camera.take(f"practice-{tab.lower()}", PRACTICE)
        window.choose("practiceTabs", "Scenes")
        window.choose("sceneList", "Lost answer")
        window.press("startSceneButton")
        window.wait_for_text("practiceState", "Scene: Lost answer")
        camera.take("practice-scene", PRACTICE)
        camera.take("practice-scene-window")
        studio.browser.will(*PAGE)
        window.press("practicePageButton")
        studio.browser.next_visit()
