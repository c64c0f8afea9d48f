"""Pictures of the Profile tab, and of a sign-in by JWT that needs no browser."""

import json

from ringauth_gui.practice.apps import JWT_ONLY_APP
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.settings import DEFAULT_PORT
from tests.end_to_end.program import Program
from tests.end_to_end.signed_in import save_profile, try_it, wait_for_token
from tests.end_to_end.window import Window
from tests.screenshots.camera import Camera
from tests.screenshots.studio import SMALLEST, TALL, USUAL, Studio
from tests.strangers.servers import oidc_provider_mock

PRACTICE = f"http://127.0.0.1:{DEFAULT_PORT}"
EXAMPLE = "https://login.example.org/oauth2/"


def jwt(studio: Studio) -> None:
    """Show a profile that signs in with a JWT credential, and its sign-in."""
    with studio.program() as (program, camera):
        window = program.window
        try_it(window)
        window.choose("tabs", "Profile")
        window.choose("signInCombo", "With a JWT credential")
        camera.take("profile-jwt-new")
        window.press(f"{JWT_ONLY_APP.client_id}Button")
        credential = signed_credential(CREDENTIALS[1], PRACTICE)
        window.type("jwtCredentialEdit", credential)
        camera.take("profile-jwt")
        save_profile(window)
        window.choose("tabs", "Token")
        window.wait_for_text("jwtPanelCredential", "2040")
        camera.take("jwt-not-signed-in")
        camera.resize(*SMALLEST)
        camera.take("smallest-jwt-not-signed-in")
        camera.resize(*USUAL)
        window.press("authorizeButton")
        wait_for_token(window)
        camera.take("jwt-signed-in")


def other_server(studio: Studio) -> None:
    """Show the profile of another server: read from it, and typed by hand."""
    with (
        oidc_provider_mock(studio.home, "") as stranger,
        studio.program() as (program, camera),
    ):
        window = program.window
        window.press("connectAppButton")
        window.type("profileNameEdit", "Community server")
        window.choose("serverCombo", "Other server")
        window.focus("serverUrlEdit")
        window.type("serverUrlEdit", stranger.address)
        window.type("clientIdEdit", "ringauth")
        window.focus("clientIdEdit")
        window.wait_for_any("Endpoints read")
        camera.take("other-server")
        _type_endpoints(program, camera)


def _type_endpoints(program: Program, camera: Camera) -> None:
    window = program.window
    window.press("typeEndpointsCheck")
    window.type("authorizationEndpointEdit", f"{EXAMPLE}authorize")
    window.type("tokenEndpointEdit", f"{EXAMPLE}token")
    window.type("revocationEndpointEdit", "https://revoke.example.org/oauth2/revoke")
    window.press("hasSecretCheck")
    window.type("clientSecretEdit", "a secret of another server")
    window.wait_for("confirmHostsCheck")
    camera.resize(*TALL)
    camera.take("endpoints-typed")
    camera.resize(*SMALLEST)
    window.focus("confirmHostsCheck")
    camera.take("smallest-endpoints-typed")


def advanced_options(studio: Studio) -> None:
    """Show the request options, with what RingCentral does to some of them."""
    with studio.program("--practice") as (program, camera):
        window = program.window
        window.wait_for("authorizeButton", lambda button: button.is_usable)
        window.choose("tabs", "Profile")
        window.press("advancedButton")
        _fall_into_traps(window)
        camera.resize(*TALL)
        camera.take("advanced-options")
        camera.resize(*SMALLEST)
        window.focus("promptEdit")
        camera.take("smallest-advanced-options")


def _fall_into_traps(window: Window) -> None:
    for field, text in (
        ("scopeEdit", "openid ReadAccounts"),
        ("promptEdit", "consent"),
        ("accessTokenTtlEdit", "300"),
        ("refreshTokenTtlEdit", "7200"),
        ("loginHintEdit", "Ada"),
    ):
        window.type(field, text)


def edited_elsewhere(studio: Studio) -> None:
    """Show what is said where another program edits and deletes profiles."""
    path = studio.home / ".config" / "ringauth" / "profiles.json"
    studio.leave_profiles()
    with studio.program() as (program, camera):
        window = program.window
        window.choose("tabs", "Profile")
        window.type("profileNameEdit", "Help desk")
        document = json.loads(path.read_text(encoding="utf-8"))
        document["profiles"][0]["name"] = "Front desk"
        path.write_text(json.dumps(document), encoding="utf-8")
        window.wait_for_text("messageTitle", "changed elsewhere")
        camera.take("profile-changed-elsewhere")
        del document["profiles"][0]
        path.write_text(json.dumps(document), encoding="utf-8")
        window.wait_for_text("messageTitle", "deleted elsewhere")
        camera.take("profile-deleted-elsewhere")
        camera.resize(*SMALLEST)
        camera.take("smallest-profile-deleted-elsewhere")
        camera.resize(*USUAL)
