"""What a person types stays one value on the wire, whatever it holds (IN-13)."""

import base64
from urllib.parse import parse_qsl

import pytest

from ringauth_gui.oauth.request_options import RequestOptions
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    AUTHORIZE,
    PERMISSION,
    REVOKE,
    TOKEN,
    FakeAuthorizationServer,
)

INJECTED = "x&redirect_uri=https://evil.example"
NO_COLON = INJECTED.replace(":", "%3A")  # no client ID has one


@pytest.mark.case("IN-13", "IN-07")
def test_nothing_typed_adds_a_parameter_to_any_request(
    core: Core, server: FakeAuthorizationServer
) -> None:
    options = RequestOptions(
        scope=(INJECTED,),
        prompt=(INJECTED,),
        display=INJECTED,
        ui_locales=(INJECTED,),
        login_hint=INJECTED,
        brand_id=INJECTED,
    )
    profile = new_profile(has_secret=True, client_id=NO_COLON, options=options)
    core.vault.save_secret(profile, INJECTED)

    first = core.authorize(profile).token
    token = core.authorizer.refresh(profile, first, core.cancel).token
    core.authorizer.ask_permission(INJECTED, profile, token, core.cancel)
    core.authorizer.revoke(profile, token, core.cancel)

    [asked] = server.requests_to(AUTHORIZE)
    names = [name for name, _ in parse_qsl(asked.query, keep_blank_values=True)]
    values = dict(parse_qsl(asked.query))
    assert len(set(names)) == len(names)
    assert values["redirect_uri"] == profile.redirect_uris[0]
    assert values["client_id"] == NO_COLON
    for option in ("scope", "prompt", "display", "ui_locales", "login_hint"):
        assert values[option] == INJECTED
    code, refresh = server.requests_to(TOKEN)
    assert code.form["redirect_uri"] == profile.redirect_uris[0]
    assert "redirect_uri" not in refresh.form
    assert basic(code.headers["authorization"]) == f"{NO_COLON}:{INJECTED}"
    [permission] = server.requests_to(PERMISSION)
    assert parse_qsl(permission.query) == [("permissionId", INJECTED)]
    [revoked] = server.requests_to(REVOKE)
    assert revoked.form.keys() == {"token"}


def basic(header: str) -> str:
    """Return what HTTP Basic carries."""
    return base64.b64decode(header.removeprefix("Basic ")).decode()
