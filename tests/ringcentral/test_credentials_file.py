"""Credentials out of the console's JSON, ``.env`` files and the environment."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import CredentialsFileError
from ringauth_gui.ringcentral.credentials_file import (
    LARGEST_FILE,
    credentials_from_environment,
    read_credentials,
)
from ringauth_gui.ringcentral.found_credentials import FoundCredentials
from tests.ringcentral.credential_texts import (
    ADAS,
    GRACES,
    SECRET,
    assertions_of,
    in_json,
    labels_of,
    one_app,
)

RINGCENTRAL = "https://platform.ringcentral.com"
WHOLE = FoundCredentials(
    client_id="app-1", client_secret=SECRET, server_url=RINGCENTRAL
)


def _without_jwts(found: FoundCredentials) -> FoundCredentials:
    return FoundCredentials(found.client_id, found.client_secret, found.server_url)


def _reason(data: bytes) -> str:
    with pytest.raises(CredentialsFileError) as refused:
        read_credentials(data, "keys.txt")
    assert refused.value.__cause__ is None
    assert "CANARY" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    ("client_id", "secret", "server"),
    [
        ("clientId", "clientSecret", "server"),
        ("client_id", "client_secret", "server_url"),
        ("CLIENT-ID", "Client Secret", "serverUrl"),
        ("appKey", "appSecret", "server"),
        ("RC_APP_CLIENT_ID", "RC_APP_CLIENT_SECRET", "RC_SERVER_URL"),
    ],
)
def test_each_spelling_of_the_consoles_file_is_known(
    client_id: str, secret: str, server: str
) -> None:
    found = in_json(**{client_id: "app-1", secret: SECRET, server: RINGCENTRAL})

    assert found == WHOLE


@pytest.mark.parametrize(
    ("members", "labels"),
    [
        ({"jwt": ADAS}, [""]),
        ({"jwt": {"Ada Practice": ADAS}}, ["Ada Practice"]),
        ({"jwt": {"101": {"jwt": ADAS}, "102": {"jwt": GRACES}}}, ["101", "102"]),
        ({"jwt": {"name": "Ada", "token": ADAS}}, ["token"]),
        ({"jwts": [ADAS, GRACES]}, ["jwts › 1", "jwts › 2"]),
        ({"users": {"Ada": {"jwt": ADAS}}}, ["users › Ada"]),
        ({"Ada Practice": ADAS}, ["Ada Practice"]),
        ({"jwt": ADAS, "again": ADAS}, [""]),
        ({"jwt": ""}, []),
    ],
)
def test_a_jwt_is_found_wherever_it_is_nested_and_says_whose_it_is(
    members: dict[str, object], labels: list[str]
) -> None:
    found = in_json(clientId="app-1", **members)

    assert labels_of(found) == labels
    assert assertions_of(found) == [ADAS, GRACES][: len(labels)]
    assert found.notes == ()


def test_each_app_of_a_file_is_found_with_what_stands_around_them() -> None:
    document = {
        "server": RINGCENTRAL,
        "jwt": GRACES,
        "apps": [
            {"clientId": "app-1", "clientSecret": SECRET},
            {"clientId": "app-2", "user": {"jwt": ADAS}},
        ],
    }

    one, other = read_credentials(json.dumps(document).encode(), "apps.json")

    assert (one.client_id, one.client_secret) == ("app-1", SECRET)
    assert (other.client_id, other.client_secret) == ("app-2", None)
    assert {one.server_url, other.server_url} == {RINGCENTRAL}
    assert (assertions_of(one), assertions_of(other)) == ([GRACES], [GRACES, ADAS])


@pytest.mark.parametrize(
    "names",
    [
        ("RC_APP_CLIENT_ID", "RC_APP_CLIENT_SECRET", "RC_SERVER_URL", "RC_USER_JWT"),
        ("RC_CLIENT_ID", "RC_CLIENT_SECRET", "RC_SERVER", "RC_JWT"),
        (
            "RINGCENTRAL_CLIENTID",
            "RINGCENTRAL_CLIENTSECRET",
            "RINGCENTRAL_SERVER",
            "RINGCENTRAL_JWT",
        ),
        (
            "RINGCENTRAL_CLIENT_ID",
            "RINGCENTRAL_CLIENT_SECRET",
            "RINGCENTRAL_SERVER_URL",
            "RINGCENTRAL_JWT_TOKEN",
        ),
    ],
)
def test_the_usual_variables_are_known_in_a_file_and_in_the_environment(
    names: tuple[str, ...],
) -> None:
    values = ("app-1", SECRET, RINGCENTRAL, ADAS)
    lines = "".join(
        f"{name}={value}\n" for name, value in zip(names, values, strict=True)
    )

    in_file = one_app(lines)
    in_environment = credentials_from_environment(dict(zip(names, values, strict=True)))

    assert in_file == in_environment
    assert _without_jwts(in_file) == WHOLE
    assert labels_of(in_file) == [""]
    assert assertions_of(in_file) == [ADAS]


def test_an_env_file_is_read_as_its_programs_read_it() -> None:
    found = one_app(
        "\ufeff# RingCentral\r\n"
        "export RC_APP_CLIENT_ID = 'app-1'  # quoted\r\n"
        f'RC_APP_CLIENT_SECRET="{SECRET}"\r\n'
        "RC_SERVER_URL=https://platform.ringcentral.com/ # with a slash\r\n"
        f"RC_USER_JWT_ADA={ADAS}\r\n"
        "OTHER=1\r\n"
    )

    assert _without_jwts(found) == WHOLE
    assert labels_of(found) == ["RC_USER_JWT_ADA"]
    assert found.notes == ()


def test_a_file_changes_nothing_of_the_environment() -> None:
    before = dict(os.environ)

    one_app("RC_APP_CLIENT_ID=app-1\nHOME=/nowhere\n")

    assert dict(os.environ) == before


def test_a_reference_to_another_variable_is_not_followed_but_told() -> None:
    found = one_app("RC_APP_CLIENT_ID=app-1\nRC_APP_CLIENT_SECRET=${HOME}\n")

    assert found.client_secret is None
    assert found.notes == (
        "RC_APP_CLIENT_SECRET refers to another variable, which RingAuth does not "
        "follow.",
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no client ID and no JWT credential"),
        (b"{}", "holds no client ID and no JWT credential"),
        (b"RC_APP_CLIENT_ID=\n", "holds no client ID and no JWT credential"),
        (b'{"clientId": "CANARY"', "looks like JSON, but it is not JSON"),
        (b'{"clientId": "CANARY", "clientId": "b"}', "it names a member twice"),
        (b'["CANARY"]', "it is not a JSON object"),
        (b"\xff\xfeR\0C\0", "UTF-16 text"),
        (b"\xfe\xff\0R\0C", "UTF-16 text"),
        (b"R\0C\0_\0", "is no text file"),
        (b"CANARY\xe4\xf6", "is not UTF-8 text"),
        (b"#" * (LARGEST_FILE + 1), "is larger than 1048576 bytes"),
    ],
)
def test_a_file_that_brings_nothing_says_why(data: bytes, words: str) -> None:
    assert words in _reason(data)


def test_an_environment_without_ringcentrals_names_brings_nothing() -> None:
    environ = {"CLIENT_ID": "x", "JWT": ADAS, "TOKEN": ADAS, "RC_SERVER_URL": "x"}

    assert credentials_from_environment(environ) is None


@given(st.binary() | st.text().map(str.encode))
def test_any_file_is_read_or_refused_in_words(data: bytes) -> None:
    try:
        found = read_credentials(data, "file")
    except CredentialsFileError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either may happen
        return

    assert not any(each.is_empty for each in found)


@given(
    st.dictionaries(
        st.sampled_from(("clientId", "jwt", "server", "apps", "Ada", "clientSecret")),
        st.recursive(
            st.none() | st.integers() | st.text() | st.just(ADAS),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(("clientId", "jwt", "x")), inner)
            ),
            max_leaves=12,
        ),
    )
)
def test_any_document_is_read_or_refused_in_words(document: dict[str, object]) -> None:
    try:
        found = read_credentials(json.dumps(document).encode(), "file")
    except CredentialsFileError:
        return

    assert not any(each.is_empty for each in found)
    assert all(set(assertions_of(each)) <= {ADAS} for each in found)
