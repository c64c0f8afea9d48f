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
from tests.fakes.jwt_credentials import credential

SECRET = "CANARY-client-secret-9d"
ADAS = credential(sub="101")
GRACES = credential(sub="102")
RINGCENTRAL = "https://platform.ringcentral.com"
WHOLE = FoundCredentials(
    client_id="app-1", client_secret=SECRET, server_url=RINGCENTRAL
)


def _one(text: str) -> FoundCredentials:
    (found,) = read_credentials(text.encode(), "rc-credentials.json")
    return found


def _in_json(**members: object) -> FoundCredentials:
    return _one(json.dumps(members))


def _labels(found: FoundCredentials) -> list[str]:
    return [jwt.label for jwt in found.jwts]


def _assertions(found: FoundCredentials) -> list[str]:
    return [jwt.credential.assertion for jwt in found.jwts]


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
    found = _in_json(**{client_id: "app-1", secret: SECRET, server: RINGCENTRAL})

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
    found = _in_json(clientId="app-1", **members)

    assert _labels(found) == labels
    assert _assertions(found) == [ADAS, GRACES][: len(labels)]
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
    assert (_assertions(one), _assertions(other)) == ([GRACES], [GRACES, ADAS])


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

    in_file = _one(lines)
    in_environment = credentials_from_environment(dict(zip(names, values, strict=True)))

    assert in_file == in_environment
    assert _without_jwts(in_file) == WHOLE
    assert _labels(in_file) == [""]
    assert _assertions(in_file) == [ADAS]


def test_an_env_file_is_read_as_its_programs_read_it() -> None:
    found = _one(
        "\ufeff# RingCentral\r\n"
        "export RC_APP_CLIENT_ID = 'app-1'  # quoted\r\n"
        f'RC_APP_CLIENT_SECRET="{SECRET}"\r\n'
        "RC_SERVER_URL=https://platform.ringcentral.com/ # with a slash\r\n"
        f"RC_USER_JWT_ADA={ADAS}\r\n"
        "OTHER=1\r\n"
    )

    assert _without_jwts(found) == WHOLE
    assert _labels(found) == ["RC_USER_JWT_ADA"]
    assert found.notes == ()


def test_a_file_changes_nothing_of_the_environment() -> None:
    before = dict(os.environ)

    _one("RC_APP_CLIENT_ID=app-1\nHOME=/nowhere\n")

    assert dict(os.environ) == before


def test_a_reference_to_another_variable_is_not_followed_but_told() -> None:
    found = _one("RC_APP_CLIENT_ID=app-1\nRC_APP_CLIENT_SECRET=${HOME}\n")

    assert found.client_secret is None
    assert found.notes == (
        "RC_APP_CLIENT_SECRET refers to another variable, which RingAuth does not "
        "follow.",
    )


def test_two_values_of_one_thing_are_told_and_the_guides_name_counts() -> None:
    found = _one("CLIENT_ID=b\nRC_CLIENT_ID=c\nRC_APP_CLIENT_ID=a\nRC_APP_CLIENT_ID=d")

    assert found.client_id == "a"
    assert found.notes == (
        "The client ID is given more than once, and differently (RC_APP_CLIENT_ID and "
        "RC_CLIENT_ID and CLIENT_ID): the one under RC_APP_CLIENT_ID is taken.",
    )


def test_the_same_value_twice_is_not_odd() -> None:
    assert _one("RC_CLIENT_ID=app-1\nRC_APP_CLIENT_ID=app-1\n").notes == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("RC_APP_CLIENT_SECRET=CANARY secret", "RC_APP_CLIENT_SECRET: The client sec"),
        (
            "RC_SERVER_URL=http://CANARY.example",
            "RC_SERVER_URL: The address must begin",
        ),
        ("RC_USER_JWT=CANARY-U0pDMTFQMDF", "RC_USER_JWT: This is no JWT"),
        ("a line that is no assignment", "Line 2 cannot be read and is left out."),
        ("a b\nc d", "2 lines cannot be read and are left out; the first of them is"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named_without_its_value(
    line: str, words: str
) -> None:
    found = _one(f"RC_APP_CLIENT_ID=app-1\n{line}\n")

    assert found.client_id == "app-1"
    (note,) = found.notes
    assert note.startswith(words)
    assert "CANARY" not in note


def test_a_client_id_that_cannot_be_used_still_leaves_the_jwt() -> None:
    found = _one(f"RC_APP_CLIENT_ID=app 1\nRC_USER_JWT={ADAS}\n")

    assert (found.client_id, _assertions(found)) == ("", [ADAS])


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


def test_more_than_a_person_can_choose_among_is_cut_short_and_told() -> None:
    jwts = [credential(sub=str(number)) for number in range(25)]

    found = _in_json(clientId="app-1", jwt=jwts)

    assert len(found.jwts) == 20
    assert found.notes == ("25 JWT credentials stand there; the first 20 are offered.",)
    apps = {str(number): {"clientId": f"app-{number}"} for number in range(25)}
    assert len(read_credentials(json.dumps(apps).encode(), "apps.json")) == 20


def test_no_secret_is_in_its_repr_and_each_is_named_for_redaction_rd_04() -> None:
    found = _in_json(clientId="app-1", clientSecret=SECRET, jwt=[ADAS, GRACES])

    assert "CANARY" not in repr(found)
    assert ADAS[:12] not in repr(found)
    assert found.secrets == (SECRET, ADAS, GRACES)


def test_names_that_lead_to_a_jwt_are_made_fit_to_be_shown() -> None:
    found = _in_json(clientId="app-1", **{"Ada\u202e\n" + "x" * 100: ADAS})

    (label,) = _labels(found)
    assert label.startswith("Ada\ufffd x")
    assert len(label) == 60


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
    assert all(set(_assertions(each)) <= {ADAS} for each in found)
