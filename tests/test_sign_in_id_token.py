"""A sign-in that brings an ID token, from the request's nonce to the list of checks."""

from collections.abc import Mapping
from urllib.parse import parse_qs

import pytest
from typing_extensions import override

from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.outcomes import SignedIn
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    AUTHORIZE,
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    token_answer,
)
from tests.fakes.id_tokens import SigningKey, unsigned

JWKS = "/restapi/oauth/jwks"
KEY = SigningKey()
PROFILE = new_profile(options=RequestOptions(scope=("openid",), sends_nonce=True))


@pytest.fixture
def server(server: FakeAuthorizationServer) -> FakeAuthorizationServer:
    server.script(JWKS, Answer({"keys": [KEY.public()]}))
    return server


def _asked(server: FakeAuthorizationServer, name: str) -> str:
    [value] = parse_qs(server.requests_to(AUTHORIZE)[-1].query)[name]
    return value


def _sign_in(
    core: Core,
    server: FakeAuthorizationServer,
    key: SigningKey = KEY,
    **claims: object,
) -> SignedIn:
    def answer() -> None:
        now = core.clock().wall
        usual = {
            "iss": server.address,
            "nonce": _asked(server, "nonce"),
            "iat": now,
            "exp": now + 3600,
        }
        id_token = key.id_token(**(usual | claims))
        server.script(TOKEN, token_answer(id_token=id_token))

    server.on_token = answer
    return core.authorize(PROFILE)


def _outcomes(signed_in: SignedIn) -> dict[str, CheckOutcome]:
    return {
        check.subject.removeprefix("ID token "): check.outcome
        for check in signed_in.checks
        if check.subject.startswith("ID token")
    }


def test_every_check_of_the_id_token_passes(
    core: Core, server: FakeAuthorizationServer
) -> None:
    signed_in = _sign_in(core, server)

    assert _asked(server, "scope") == "openid"
    assert _outcomes(signed_in) == dict.fromkeys(
        ("signature", "issuer", "audience", "lifetime", "nonce"), CheckOutcome.PASSED
    )


@pytest.mark.parametrize(
    ("failing", "key", "claims"),
    [
        ("signature", SigningKey(), {}),
        ("issuer", KEY, {"iss": "https://evil.example"}),
        ("audience", KEY, {"aud": "another-app"}),
        ("lifetime", KEY, {"exp": 1}),
        ("nonce", KEY, {"nonce": "another"}),
    ],
)
def test_an_id_token_that_is_wrong_fails_there_and_the_access_token_stays(
    core: Core,
    server: FakeAuthorizationServer,
    failing: str,
    key: SigningKey,
    claims: dict[str, object],
) -> None:
    signed_in = _sign_in(core, server, key, **claims)

    outcomes = _outcomes(signed_in)
    assert outcomes.pop(failing) is CheckOutcome.FAILED
    assert set(outcomes.values()) == {CheckOutcome.PASSED}
    kept = core.vault.load_token(PROFILE)
    assert kept is not None
    assert kept.access_token == signed_in.token.access_token


def test_an_id_token_that_nobody_signed_fails_and_the_access_token_stays(
    core: Core, server: FakeAuthorizationServer
) -> None:
    class Nobody(SigningKey):
        @override
        def signed(self, claims: Mapping[str, object], **_: object) -> str:
            return unsigned(claims)

    signed_in = _sign_in(core, server, Nobody())

    outcomes = _outcomes(signed_in)
    assert outcomes.pop("signature") is CheckOutcome.FAILED
    assert set(outcomes.values()) == {CheckOutcome.PASSED}
    assert signed_in.keeping is not None


def test_keys_that_are_not_there_do_not_end_the_sign_in(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(JWKS, Answer(status=503))

    signed_in = _sign_in(core, server)

    assert _outcomes(signed_in)["signature"] is CheckOutcome.NOT_APPLICABLE
    assert signed_in.keeping is not None


def test_the_nonce_is_masked_from_its_first_use_on_rd_01(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _sign_in(core, server)

    nonce = _asked(server, "nonce")
    assert nonce not in core.redaction.clean(f"the nonce was {nonce}")


def test_the_id_token_is_masked_from_its_arrival_on_rd_01(
    core: Core, server: FakeAuthorizationServer
) -> None:
    signed_in = _sign_in(core, server)

    id_token = signed_in.token.id_token
    assert id_token is not None
    assert id_token.rpartition(".")[2] not in core.redaction.clean(f"it was {id_token}")


def test_without_an_id_token_its_keys_are_not_read(
    core: Core, server: FakeAuthorizationServer
) -> None:
    signed_in = core.authorize(PROFILE)

    assert _outcomes(signed_in) == {"ID token": CheckOutcome.NOT_APPLICABLE}
    assert server.requests_to(JWKS) == []


def test_an_id_token_of_a_refresh_is_checked_too(
    core: Core, server: FakeAuthorizationServer
) -> None:
    signed_in = _sign_in(core, server)
    now = core.clock().wall
    forged = SigningKey().id_token(iss=server.address, iat=now, exp=now + 3600)
    server.on_token = lambda: None
    server.script(TOKEN, token_answer(id_token=forged))

    refreshed = core.authorizer.refresh(PROFILE, signed_in.token, core.cancel)

    outcomes = {check.subject: check.outcome for check in refreshed.checks}
    assert outcomes["ID token signature"] is CheckOutcome.FAILED
    assert outcomes["ID token issuer"] is CheckOutcome.PASSED
    assert outcomes["ID token nonce"] is CheckOutcome.NOT_APPLICABLE


def test_a_refresh_without_an_id_token_checks_none(
    core: Core, server: FakeAuthorizationServer
) -> None:
    signed_in = _sign_in(core, server)
    server.on_token = lambda: None
    server.script(TOKEN, token_answer())
    asked = len(server.requests_to(JWKS))

    refreshed = core.authorizer.refresh(PROFILE, signed_in.token, core.cancel)

    assert refreshed.checks == ()
    assert refreshed.token.id_token == signed_in.token.id_token
    assert len(server.requests_to(JWKS)) == asked
