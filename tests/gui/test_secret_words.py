"""What a JWT credential says of itself, and what its field says around it."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets, described
from ringauth_gui.gui.secret_words import FieldWords, jwt_words
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.jwt_credential import read_jwt_credential
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import ServerKind
from tests.fakes.jwt_credentials import credential

NOW = Moment(1_795_608_000.0)
DAY = 86_400
PLACE = "this computer's keyring"
DRAFT = ProfileDraft(client_id="this-app", grant_type=GrantType.JWT_BEARER)


def words(
    text: str | None, draft: ProfileDraft = DRAFT, stored: StoredSecrets = NONE_STORED
) -> FieldWords:
    return jwt_words(replace(draft, jwt_credential=text), stored, PLACE, NOW)


def said(text: str, draft: ProfileDraft = DRAFT) -> str:
    return words(text, draft).note.partition("\n")[0]


def test_the_consoles_place_is_told_while_nothing_is_known() -> None:
    found = words(None)

    assert "developers.ringcentral.com" in found.note
    assert f"Will be kept in {PLACE}" in found.note
    assert found.placeholder == ""


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        ({}, "Never ends · not limited to certain apps"),
        ({"client_ids": ["this-app"]}, "Never ends · for this client ID alone"),
        (
            {"client_ids": ["this-app", "another"]},
            "Never ends · for 2 apps, this client ID is among them",
        ),
    ],
)
def test_a_credential_says_its_apps(claims: dict[str, object], text: str) -> None:
    assert said(credential(**claims)) == text
    assert not words(credential(**claims)).is_warning


def test_a_credential_says_when_it_ends() -> None:
    found = words(credential(exp=NOW.wall + 5 * DAY))

    assert found.note.startswith("Ends ")
    assert not found.is_warning


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        ({"exp": NOW.wall - DAY}, "Has ended: "),
        ({"client_ids": ["another"]}, "RingCentral will answer OAU-473"),
        (
            {"aud": "https://platform.ringcentral.biz"},
            "made for platform.ringcentral.biz, which is another server",
        ),
    ],
)
def test_a_credential_that_will_not_do_is_a_warning(
    claims: dict[str, object], text: str
) -> None:
    found = words(credential(**claims))

    assert text in found.note
    assert found.is_warning


def test_an_audience_that_is_the_profiles_server_is_not_worth_a_word() -> None:
    biz = replace(DRAFT, server=ServerKind.RINGCENTRAL_BIZ)
    text = credential(aud="https://platform.ringcentral.biz/restapi/oauth/token")

    assert "server" not in said(text, biz)
    assert "server" not in said(text, replace(DRAFT, server=ServerKind.PRACTICE))


@pytest.mark.parametrize("audience", ["https://[", "http://a\\b", "\n", "not a server"])
def test_an_audience_that_is_no_address_is_not_worth_a_word(audience: str) -> None:
    assert "server" not in said(credential(aud=audience))


def test_without_a_client_id_only_the_number_of_apps_is_told() -> None:
    no_app = replace(DRAFT, client_id="")

    assert said(credential(client_ids=["a", "b"]), no_app) == "Never ends · for 2 apps"
    assert said(credential(client_ids=["a"]), no_app) == "Never ends · for 1 app"


def test_of_a_kept_credential_the_same_is_told() -> None:
    kept = described(read_jwt_credential(credential(client_ids=["this-app"])))

    found = words(None, stored=StoredSecrets(jwt_credential=kept))

    assert found.note.startswith("Never ends · for this client ID alone")
    assert found.placeholder == f"Kept in {PLACE}"
    assert kept.assertion == ""


def test_of_what_is_no_credential_nothing_is_told() -> None:
    assert words("abc") == words(None)
    in_browser = replace(DRAFT, grant_type=GrantType.AUTHORIZATION_CODE)
    assert words(credential(), in_browser) == words(None)


def test_a_profile_that_keeps_nothing_says_so() -> None:
    found = words(None, replace(DRAFT, keep_tokens=False))

    assert "memory until RingAuth is closed" in found.note
