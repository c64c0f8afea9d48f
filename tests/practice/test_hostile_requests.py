"""Whatever comes, the practice server answers, and never with a fault of its own."""

import base64

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from ringauth_gui.practice.apps import APPS, JWT_GRANT, REDIRECT_URIS
from ringauth_gui.practice.choices import CountedBy, WrongBrand
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.web import create_app
from ringauth_gui.practice.world import World
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import CHALLENGE

HEADER = base64.urlsafe_b64encode(b'{"alg":"HS256"}').decode().rstrip("=")
JWT = f"{HEADER}.e30.c2ln"
ANYTHING = st.text(max_size=60)
KNOWN = st.sampled_from(
    [
        "code",
        "authorization_code",
        "refresh_token",
        JWT_GRANT,
        "S256",
        CHALLENGE,
        "login consent",
        "openid SMS",
        JWT,
        "http://[::1",
        *REDIRECT_URIS,
        *(app.client_id for app in APPS),
    ]
)
NAMES = [
    "response_type",
    "client_id",
    "redirect_uri",
    "state",
    "code_challenge",
    "code_challenge_method",
    "scope",
    "prompt",
    "display",
    "login_hint",
    "brand_id",
    "nonce",
    "grant_type",
    "code",
    "code_verifier",
    "refresh_token",
    "assertion",
    "access_token_ttl",
    "refresh_token_ttl",
    "endpoint_id",
    "token",
    "client_assertion",
    "client_assertion_type",
    "client_secret",
    "permissionId",
]
FIELDS = st.dictionaries(st.sampled_from(NAMES), KNOWN | ANYTHING, max_size=12)
AUTHORIZATION = st.none() | st.one_of(
    st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=40),
    st.binary(max_size=30).map(lambda it: f"Basic {base64.b64encode(it).decode()}"),
    st.from_regex(r"Bearer [A-Za-z0-9._~+/-]{1,40}", fullmatch=True),
)
BASE = "http://127.0.0.1:27466"
POSTED = ("token", "revoke", "introspect", "authorize")
READ = ("oauth/authorize", "oauth/userinfo", "oauth/session-info", "v1.0/account/~")
often = settings(max_examples=300)


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """The application without a socket, and with all endpoints."""
    everything = Settings(
        auth_limit=10**9,
        introspection_present=True,
        session_info_present=True,
        any_loopback_port=True,
        pkce_replaces_secret=True,
        auth_counted_by=CountedBy.CLIENT_AND_PERSON,
        wrong_brand=WrongBrand.SHOWS_PAGE,
        iss_in_answer=True,
        description_encoded_twice=True,
    )
    return create_app(World(everything, FakeClock())).test_client()


@often
@given(fields=FIELDS, authorization=AUTHORIZATION, path=st.sampled_from(POSTED))
def test_any_form_is_answered(
    client: FlaskClient, fields: dict[str, str], authorization: str | None, path: str
) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}

    answer = client.post(
        f"/restapi/oauth/{path}", data=fields, headers=headers, base_url=BASE
    )

    assert answer.status_code < 500
    assert answer.status_code != 421


@often
@given(fields=FIELDS, authorization=AUTHORIZATION, path=st.sampled_from(READ))
def test_any_query_is_answered(
    client: FlaskClient, fields: dict[str, str], authorization: str | None, path: str
) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}

    answer = client.get(
        f"/restapi/{path}", query_string=fields, headers=headers, base_url=BASE
    )

    assert answer.status_code < 500
    assert answer.status_code != 421
