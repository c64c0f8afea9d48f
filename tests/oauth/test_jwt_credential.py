"""Reading a JWT credential: what it says, and what is taken for one by mistake."""

import base64
import json

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.jwt_credential import JwtCredential, read_jwt_credential
from tests.fakes.jwt_credentials import credential, signed

ENDS = 1_800_000_000
CANARY = "CANARY-in-the-credential"


def _reason(text: str) -> str:
    with pytest.raises(ConfigurationError) as refused:
        read_jwt_credential(text)
    assert refused.value.field == "jwt_credential"
    assert refused.value.__cause__ is None
    assert CANARY not in refused.value.reason
    return refused.value.reason


def _part(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def test_a_credential_says_when_it_ends_for_whom_and_for_which_apps() -> None:
    text = credential(
        exp=ENDS,
        client_ids=["app-1", "app-2"],
        aud="https://platform.ringcentral.com/restapi/oauth/token",
        iss="https://platform.ringcentral.com",
        sub="63042",
    )

    assert read_jwt_credential(text) == JwtCredential(
        assertion=text,
        expires_at=ENDS,
        apps=("app-1", "app-2"),
        audience=("https://platform.ringcentral.com/restapi/oauth/token",),
        issuer="https://platform.ringcentral.com",
        subject="63042",
    )


def test_a_credential_may_say_nothing() -> None:
    read = read_jwt_credential(signed({}))

    assert (read.expires_at, read.apps, read.audience) == (None, None, ())
    assert read.is_for("any-app")
    assert not read.has_ended(Moment(ENDS))


@pytest.mark.parametrize(
    "claims",
    [
        {"client_ids": ["app-1", "app-2"]},
        {"clientIds": ["app-1", "app-2"]},
        {"client_ids": "app-1, app-2"},
        {"client_id": "app-1 app-2"},
        {"apps": "app-1,app-2"},
        {"client_ids": [], "azp": "app-1,app-2"},
    ],
)
def test_its_apps_are_found_under_each_usual_name(claims: dict[str, object]) -> None:
    read = read_jwt_credential(signed(claims))

    assert read.apps == ("app-1", "app-2")
    assert read.is_for("app-2")
    assert not read.is_for("app-3")


@pytest.mark.parametrize("apps", ["*", ["all"], [], "", None, 5, [5], {}])
def test_apps_that_are_not_listed_limit_nothing(apps: object) -> None:
    assert read_jwt_credential(signed({"client_ids": apps})).apps is None


@pytest.mark.parametrize(
    ("exp", "expires_at"),
    [
        (ENDS, ENDS),
        (ENDS + 0.5, ENDS + 0.5),
        (str(ENDS), ENDS),
        ("0" * 30 + str(ENDS), ENDS),
        ("soon", None),
        (True, None),
        (0, None),
        (-5, None),
        (10**15, None),
        (10**400, None),
        ("9" * 400, None),
        ([ENDS], None),
    ],
)
def test_an_end_that_no_calendar_can_show_is_unknown(
    exp: object, expires_at: float | None
) -> None:
    assert read_jwt_credential(signed({"exp": exp})).expires_at == expires_at


def test_it_has_ended_when_even_a_clock_that_is_a_little_fast_says_so_r19() -> None:
    read = read_jwt_credential(credential(exp=ENDS))

    assert read.seconds_left(Moment(ENDS - 60)) == 60
    assert not read.has_ended(Moment(ENDS + 4))
    assert read.has_ended(Moment(ENDS + 6))


@pytest.mark.parametrize("around", ["{}", "  {}\n", "\r\n\t{} \r\n", "\u00a0{}\u00a0"])
def test_what_stands_around_it_does_not_count(around: str) -> None:
    text = credential()

    assert read_jwt_credential(around.format(text)).assertion == text


def test_texts_in_it_are_made_fit_to_be_shown() -> None:
    read = read_jwt_credential(
        signed({"sub": "a\u202eb\nc", "iss": 7, "aud": [1, "x"]})
    )

    assert (read.subject, read.issuer, read.audience) == ("a\ufffdb c", None, ("x",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "missing"),
        (" \n", "missing"),
        ("U0pDMTFQMDFQQVMwMHxBQUR3", "access or refresh token"),
        ("Zm9vYmFy" * 40, "access or refresh token"),
        ("4Yq-mZ3_client$secret", "client secret"),
        ("eyJhbGciOiJSUzI1NiJ9", "only the beginning"),
        ("eyJhbGciOiJSUzI1NiJ9.eyJ", "2 parts"),
        ("a.b.c.d", "4 parts"),
        ("a.b.c.d.e", "encrypted"),
        ("a.b.c", "cut or changed"),
        ("..", "cut or changed"),
        (credential() + "\u200b", "ZERO WIDTH SPACE"),
        (f"Bearer {credential()}", "SPACE (U+0020) at position 7"),
        (f'"{credential()}"', "QUOTATION MARK (U+0022) at position 1"),
        (credential()[:40] + "\r\n" + credential()[40:], "CARRIAGE RETURN"),
        (10**5 * "x", "100000 characters"),
        (signed({"nonce": "n", "sub": "63042"}), "ID token"),
        (signed({"auth_time": ENDS}), "ID token"),
        (f"{_part({'alg': 'none'})}.{_part({})}.", "not signed"),
        (f"{_part(['alg'])}.{_part({})}.c2ln", "cut or changed"),
        (f"{_part({'alg': 'RS256'})}.{_part({})}.c", "cut or changed"),
        (f"{_part({'alg': 'RS256'})}.{_part([CANARY])}.c2ln", "cut or changed"),
        (f"{_part({'alg': 'RS256'})}.{_part(CANARY)}.c2ln", "cut or changed"),
    ],
)
def test_what_is_no_credential_is_called_what_it_seems_to_be(
    text: str, words: str
) -> None:
    assert words in _reason(text)


def test_a_member_that_stands_there_twice_is_refused_as_ambiguous() -> None:
    payload = base64.urlsafe_b64encode(b'{"exp": 1, "exp": 2}').decode().rstrip("=")

    assert "cannot be read" in _reason(f"{_part({'alg': 'RS256'})}.{payload}.c2ln")


def test_no_secret_is_in_its_repr_rd_04() -> None:
    text = credential()

    assert text[:12] not in repr(read_jwt_credential(text))


@given(
    st.text()
    | st.from_regex(r"\A[A-Za-z0-9_-]*(\.[A-Za-z0-9_-]*){2}\Z")
    | st.builds(
        signed,
        st.dictionaries(
            st.sampled_from(("exp", "aud", "iss", "sub", "client_ids", "azp")),
            st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text()),
        ),
    )
)
def test_whatever_is_pasted_is_read_or_refused_in_words(text: str) -> None:
    try:
        read = read_jwt_credential(text)
    except ConfigurationError:
        return

    assert read.assertion == text.strip()
    assert isinstance(jwt.get_unverified_header(read.assertion), dict)
