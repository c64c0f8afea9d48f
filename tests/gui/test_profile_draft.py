from dataclasses import replace

import pytest

from ringauth_gui.gui.profile_checks import field_errors
from ringauth_gui.gui.profile_draft import (
    ProfileDraft,
    draft_of,
)
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets
from ringauth_gui.gui.secret_words import FieldWords, secret_words
from ringauth_gui.storage.profile import Profile, ServerKind

SECRET_STORED = StoredSecrets(client_secret=True)
GOOD = ProfileDraft(name="Support desk", client_id="Wq3kX0aNQ6u5JZ7kq9Wm2A")


def errors(draft: ProfileDraft, *, is_secret_kept: bool = False) -> dict[str, str]:
    stored = SECRET_STORED if is_secret_kept else NONE_STORED
    return field_errors(draft, ["Practice", "Köln"], stored)


def test_a_good_draft_has_no_error() -> None:
    assert errors(GOOD) == {}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "Give the profile a name."),
        ("   ", "Give the profile a name."),
        ("x" * 81, "The name has 81 characters; 80 are allowed."),
        (
            "a\u202eb",
            "The name holds RIGHT-TO-LEFT OVERRIDE (U+202E) at position 2: "
            "nobody can see it.",
        ),
        ("practice", "Another profile has this name."),
        ("KÖLN", "Another profile has this name."),
    ],
)
def test_a_wrong_name_has_its_reason(name: str, reason: str) -> None:
    assert errors(replace(GOOD, name=name)) == {"name": reason}


@pytest.mark.parametrize(
    "field", ["client_id", "server_url", "redirect_uris", "client_secret"]
)
def test_100_kilobytes_are_refused_and_not_cut(field: str) -> None:
    text = "x" * 100_000
    draft = replace(GOOD, server=ServerKind.OTHER, has_secret=True)
    value = ("http://localhost:27464/" + text,) if field == "redirect_uris" else text

    found = errors(replace(draft, **{field: value}))  # type: ignore[arg-type] # one of str and tuple

    name = "redirect_uri" if field == "redirect_uris" else field
    assert "more than" in found[name]


def test_the_address_is_judged_for_another_server_only() -> None:
    wrong = replace(GOOD, server_url="http://evil.example")

    assert errors(wrong) == {}
    assert list(errors(replace(wrong, server=ServerKind.OTHER))) == ["server_url"]


def test_another_server_needs_an_address() -> None:
    found = errors(replace(GOOD, server=ServerKind.OTHER))

    assert found == {"server_url": "The server's address is missing."}


def test_an_address_with_a_password_is_refused() -> None:
    draft = replace(GOOD, server=ServerKind.OTHER, server_url="https://u:CANARY@host/")

    found = errors(draft)

    assert "user name" in found["server_url"]
    assert "CANARY" not in found["server_url"]


def test_a_confidential_app_needs_a_secret() -> None:
    draft = replace(GOOD, has_secret=True)

    assert list(errors(draft)) == ["client_secret"]
    assert errors(replace(draft, client_secret="secret")) == {}
    assert errors(draft, is_secret_kept=True) == {}


def test_a_secret_with_a_hidden_character_is_refused_by_its_place() -> None:
    draft = replace(GOOD, has_secret=True, client_secret="abc\u200bdef")

    assert "position 4" in errors(draft)["client_secret"]


@pytest.mark.parametrize("uri", ["", "https://localhost:27464/", "http://evil/", "x"])
def test_a_wrong_redirect_uri_has_a_reason(uri: str) -> None:
    assert list(errors(replace(GOOD, redirect_uris=(uri,)))) == ["redirect_uri"]


def test_each_further_redirect_uri_is_judged() -> None:
    first = GOOD.redirect_uris[0]
    good = replace(GOOD, redirect_uris=(first, "http://localhost:27465/callback"))

    assert errors(good) == {}
    assert list(errors(replace(good, redirect_uris=(first, "x")))) == [
        "further_redirect_uris"
    ]
    assert errors(replace(good, redirect_uris=(first, first))) == {
        "further_redirect_uris": "A redirect URI is named twice."
    }


def test_errors_come_in_the_forms_order() -> None:
    draft = ProfileDraft(has_secret=True, redirect_uris=("",))

    assert list(errors(draft)) == ["name", "client_id", "client_secret", "redirect_uri"]


def test_a_draft_does_not_show_its_secret() -> None:
    assert "CANARY" not in repr(replace(GOOD, client_secret="CANARY"))


def test_the_draft_of_a_profile_holds_all_that_can_be_edited() -> None:
    profile = Profile(
        id="5f2c",
        name="Other",
        server=ServerKind.OTHER,
        client_id="app",
        has_secret=True,
        server_url="https://idp.example.com",
        redirect_uris=("http://127.0.0.1:8080/",),
        keep_tokens=False,
    )

    assert draft_of(profile) == ProfileDraft(
        name="Other",
        server=ServerKind.OTHER,
        server_url="https://idp.example.com",
        client_id="app",
        has_secret=True,
        redirect_uris=("http://127.0.0.1:8080/",),
        keep_tokens=False,
    )


@pytest.mark.parametrize(
    "change",
    [{"client_id": "b"}, {"server": ServerKind.PRACTICE}, {"server_url": "https://b"}],
)
def test_another_client_or_server_is_not_the_same_app(
    change: dict[str, object],
) -> None:
    other = replace(GOOD, **change)  # type: ignore[arg-type] # values fit their fields

    assert not GOOD.is_same_app(other)


@pytest.mark.parametrize(
    ("token_endpoint", "is_same"),
    [
        ("https://idp.example.com/v2/token", True),
        ("https://evil.example/token", False),
        ("https://idp.example.com:8443/token", False),
    ],
)
def test_typed_endpoints_at_another_host_are_another_app_r8(
    token_endpoint: str, *, is_same: bool
) -> None:
    typed = replace(
        GOOD,
        server=ServerKind.OTHER,
        types_endpoints=True,
        endpoints={"token_endpoint": "https://idp.example.com/token"},
    )
    moved = replace(typed, endpoints={"token_endpoint": token_endpoint})

    assert moved.is_same_app(typed) is is_same


def test_a_new_name_is_still_the_same_app() -> None:
    assert GOOD.is_same_app(replace(GOOD, name="New"))


@pytest.mark.parametrize(
    ("draft", "is_kept", "placeholder", "note"),
    [
        (GOOD, False, "", "A public app has none: PKCE alone is used."),
        (
            replace(GOOD, has_secret=True),
            True,
            "Kept in this computer's keyring",
            "Leave empty to keep the secret that is there.",
        ),
        (
            replace(GOOD, has_secret=True),
            False,
            "",
            "Will be kept in this computer's keyring, never in a file.",
        ),
        (
            replace(GOOD, has_secret=True, keep_tokens=False),
            False,
            "",
            "Will be kept in memory until RingAuth is closed, never in a file.",
        ),
    ],
)
def test_the_secret_field_says_where_the_secret_is(
    draft: ProfileDraft, is_kept: bool, placeholder: str, note: str
) -> None:
    stored = SECRET_STORED if is_kept else NONE_STORED

    words = secret_words(draft, stored, "this computer's keyring")

    assert words == FieldWords(placeholder, note, is_kept=is_kept)
