"""A token is taken away in the form that somebody's shell or code wants."""

import io
import json
from dataclasses import replace

import pytest
from dotenv import dotenv_values

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.redaction import Redaction
from ringauth_gui.ringcentral.credentials_file import read_credentials
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.takeaway.hiding import Secrets
from ringauth_gui.takeaway.token_forms import TokenSource, token_forms
from tests.fakes.jwt_credentials import credential

ISSUED = Moment(1_764_000_000.0, 100.0)
TOKEN = Token(
    access_token="CANARY-access-token-0123456789",
    token_type="bearer",
    issued=ISSUED,
    expires_in=3600,
    refresh_token="CANARY-refresh-token-0123456789",
    refresh_issued=ISSUED,
    refresh_token_expires_in=604_800,
    scope=("ReadAccounts", "SMS"),
    owner_id="256440016",
)
APP = ClientRegistration(RINGCENTRAL, "client-1", "CANARY-secret-0123456789", ())
JWT = credential()
SOURCE = TokenSource(TOKEN, APP, JWT)


def text(
    key: str, secrets: Secrets = Secrets.SHOWN, source: TokenSource = SOURCE
) -> str:
    forms = {form.key: form for form in token_forms(source, Redaction())}
    return forms[key].text_of(secrets)


def test_there_is_a_form_for_everybody() -> None:
    assert [form.key for form in token_forms(SOURCE, Redaction())] == [
        "header",
        "token",
        "curl",
        "powershell",
        "python",
        "fetch",
        "http",
        "dotenv",
        "json",
    ]


@pytest.mark.case("CL-08")
def test_no_form_holds_a_secret_unless_asked() -> None:
    for form in token_forms(SOURCE, Redaction()):
        told = form.text_of(Secrets.PLACEHOLDER)

        assert "CANARY" not in told, form.key
        assert JWT not in told, form.key
        assert "YOUR_" in told, form.key
        assert TOKEN.access_token in form.text_of(Secrets.SHOWN), form.key


def test_header_and_token_are_ready_to_paste() -> None:
    assert text("header") == f"Authorization: Bearer {TOKEN.access_token}"
    assert text("token") == TOKEN.access_token


def test_the_call_asks_whose_token_it_is() -> None:
    assert "platform.ringcentral.com/restapi/v1.0/account/~/extension/~" in text("curl")
    server = replace(
        RINGCENTRAL, speaks_ringcentral=False, userinfo_endpoint="https://x.example/me"
    )
    other = replace(SOURCE, registration=replace(APP, server=server))

    assert "https://x.example/me" in text("curl", source=other)


def test_a_dotenv_file_has_ringcentrals_names_and_is_imported_again() -> None:
    written = text("dotenv")

    (found,) = read_credentials(written.encode(), "mine.env")
    assert dotenv_values(stream=io.StringIO(written)) == {
        "RC_SERVER_URL": "https://platform.ringcentral.com",
        "RC_APP_CLIENT_ID": "client-1",
        "RC_APP_CLIENT_SECRET": "CANARY-secret-0123456789",
        "RC_USER_JWT": JWT,
        "RC_ACCESS_TOKEN": TOKEN.access_token,
        "RC_REFRESH_TOKEN": TOKEN.refresh_token,
    }
    assert found.client_secret == "CANARY-secret-0123456789"


def test_what_is_not_there_is_left_out() -> None:
    public = TokenSource(
        replace(TOKEN, refresh_token=None, expires_in=None),
        replace(APP, client_secret=None),
    )

    assert "SECRET" not in text("dotenv", source=public)
    assert "JWT" not in text("dotenv", source=public)
    assert "REFRESH" not in text("dotenv", source=public)
    assert set(json.loads(text("json", source=public))) == {
        "server",
        "client_id",
        "access_token",
        "token_type",
        "issued_at",
        "scope",
        "owner_id",
    }


def test_json_tells_when_the_token_ends() -> None:
    members = json.loads(text("json"))

    assert members["issued_at"] == "2025-11-24T16:00:00+00:00"
    assert members["expires_at"] == "2025-11-24T17:00:00+00:00"
    assert members["scope"] == "ReadAccounts SMS"
    assert members["refresh_token"] == TOKEN.refresh_token


def test_words_stand_for_secrets_under_the_names_of_the_file() -> None:
    assert "RC_APP_CLIENT_SECRET=YOUR_APP_CLIENT_SECRET\n" in text(
        "dotenv", Secrets.PLACEHOLDER
    )
