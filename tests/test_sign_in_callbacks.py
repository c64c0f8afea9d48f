"""What comes back from the browser, each time in a whole sign-in over real sockets."""

from urllib.parse import parse_qs, urlsplit

import pytest

from ringauth_gui.errors import (
    GrantNoLongerValid,
    IssuerMismatch,
    IssuerMissing,
    MalformedAuthorizationResponse,
    RingAuthError,
)
from ringauth_gui.oauth.pkce import code_challenge
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    AUTHORIZE,
    TOKEN,
    FakeAuthorizationServer,
    Parameters,
    approve,
    refusal,
)
from tests.fakes.fake_browser import FakeBrowser

ISSUER = "https://auth.example/"
EVIL = "https://evil.example/"
SECRET = "CANARY-client-secret"
CHARACTERS = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
)


def other(
    server: FakeAuthorizationServer, query: str = "", *, requires_iss: bool = False
) -> Profile:
    """Return a profile of another server, which is ``server`` with its metadata."""
    return new_profile(
        server=ServerKind.OTHER,
        server_url=server.address,
        metadata=ServerMetadata(
            authorization_endpoint=f"{server.address}{AUTHORIZE}{query}",
            token_endpoint=f"{server.address}{TOKEN}",
            issuer=ISSUER,
            authorization_response_iss_parameter_supported=requires_iss,
        ),
    )


def answering(server: FakeAuthorizationServer, **members: str) -> None:
    """Have the browser bring ``members`` beside the code and the right state."""
    server.authorize = lambda asked: {**approve(asked), **members}


def failed(core: Core, profile: Profile) -> RingAuthError:
    with pytest.raises(RingAuthError) as failure:
        core.authorize(profile)
    return failure.value


@pytest.mark.case("CB-11")
def test_a_reload_after_the_end_meets_a_closed_port_and_sends_nothing(
    core: Core, server: FakeAuthorizationServer, browser: FakeBrowser
) -> None:
    core.authorize(new_profile())
    answer, result = browser.visited[-2:]

    for address in (answer, result):
        browser.open(address)
        with pytest.raises(ConnectionRefusedError):
            browser.page()
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("CB-11")
def test_an_answer_that_comes_again_during_the_exchange_sends_nothing(
    core: Core, server: FakeAuthorizationServer, browser: FakeBrowser
) -> None:
    again = FakeBrowser()

    def reload() -> None:
        again.open(next(each for each in browser.visited if "code=" in each))

    server.on_token = reload
    core.authorize(new_profile())

    assert "You are signed in" in again.page().body
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("AR-09")
@pytest.mark.parametrize("with_code", [True, False])
def test_a_token_in_the_answer_is_never_kept_or_used(
    core: Core, server: FakeAuthorizationServer, *, with_code: bool
) -> None:
    injected = "CANARY-injected-token"
    profile = new_profile()

    def answer(asked: Parameters) -> Parameters:
        token = {"access_token": injected, "token_type": "bearer"}
        return {**approve(asked), **token} if with_code else {**token, **state(asked)}

    server.authorize = answer
    if with_code:
        token = core.authorize(profile).token
        assert injected not in {token.access_token, token.refresh_token}
    else:
        assert isinstance(failed(core, profile), MalformedAuthorizationResponse)
        assert server.requests_to(TOKEN) == []
    kept = core.vault.load_token(profile)
    assert kept is None or injected not in {kept.access_token, kept.refresh_token}
    assert not [
        one for one in server.requests if injected in f"{one.headers}{one.body}"
    ]


def state(asked: Parameters) -> Parameters:
    return {"state": asked["state"]}


@pytest.mark.case("AR-10")
@pytest.mark.parametrize("members", [{"iss": ISSUER}, {}])
def test_the_right_issuer_or_none_signs_in(
    core: Core, server: FakeAuthorizationServer, members: Parameters
) -> None:
    answering(server, **members)

    assert core.authorize(other(server)).keeping is not None


@pytest.mark.case("AR-10")
@pytest.mark.parametrize(
    ("required", "members", "error"),
    [
        (False, {"iss": EVIL}, IssuerMismatch),
        (False, {"iss": ISSUER[:-1]}, IssuerMismatch),
        (True, {"iss": EVIL}, IssuerMismatch),
        (True, {}, IssuerMissing),
    ],
)
def test_an_answer_of_another_server_ends_without_a_token_request(
    core: Core,
    server: FakeAuthorizationServer,
    required: bool,
    members: Parameters,
    error: type[RingAuthError],
) -> None:
    answering(server, **members)
    profile = other(server, requires_iss=required)

    assert type(failed(core, profile)) is error
    assert server.requests_to(TOKEN) == []


@pytest.mark.case("AR-12")
def test_a_code_that_was_too_old_is_refused_once_and_not_sent_again(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.on_token = lambda: core.clock.advance(61)
    server.script(TOKEN, refusal(403, "invalid_grant", "OAU-108"))

    error = failed(core, new_profile())

    assert isinstance(error, GrantNoLongerValid)
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("AR-14")
def test_twenty_attempts_have_a_state_and_a_verifier_each_failed_ones_too(
    core: Core, server: FakeAuthorizationServer, browser: FakeBrowser
) -> None:
    profile = new_profile()
    for number in range(20):
        if number % 4 == 0:
            server.authorize = lambda asked: {"error": "access_denied", **state(asked)}
            failed(core, profile)
        elif number % 4 == 1:
            server.authorize = approve
            server.script(TOKEN, refusal(400, "invalid_client", "OAU-153"))
            failed(core, profile)
        else:
            server.script(TOKEN)
            core.authorize(profile)
        core.clock.advance(60)  # five calls a minute are allowed

    asked = [parse_qs(urlsplit(address).query) for address in browser.opened]
    verifiers = [one.form["code_verifier"] for one in server.requests_to(TOKEN)]
    challenges = {one["code_challenge"][0] for one in asked}
    states = {one["state"][0] for one in asked}
    assert (len(states), len(challenges), len(set(verifiers))) == (20, 20, 15)
    assert {code_challenge(verifier) for verifier in verifiers} <= challenges
    assert all(len(verifier) == 43 for verifier in verifiers)  # 256 bits, base64url
    assert all(CHARACTERS.issuperset(verifier) for verifier in verifiers)
    assert min(map(len, states)) >= 22  # 128 bits
    assert {one["code_challenge_method"][0] for one in asked} == {"S256"}


@pytest.mark.case("AR-15")
def test_the_browser_is_sent_with_all_that_it_needs_and_no_secret(
    core: Core, server: FakeAuthorizationServer, browser: FakeBrowser
) -> None:
    profile = new_profile(has_secret=True)
    core.vault.save_secret(profile, SECRET)

    core.authorize(profile)

    asked = dict(parse_qs(server.requests_to(AUTHORIZE)[0].query))
    verifier = server.requests_to(TOKEN)[0].form["code_verifier"]
    assert asked.keys() == {
        *("response_type", "client_id", "redirect_uri", "state"),
        *("code_challenge", "code_challenge_method"),
    }
    assert asked["response_type"] == ["code"]
    assert asked["client_id"] == [profile.client_id]
    assert asked["redirect_uri"] == [profile.redirect_uris[0]]
    assert asked["code_challenge"] == [code_challenge(verifier)]
    for secret in (SECRET, verifier):
        assert secret not in browser.opened[0]


@pytest.mark.case("AR-20")
def test_a_query_of_the_authorization_endpoint_goes_with_the_request(
    core: Core, server: FakeAuthorizationServer
) -> None:
    core.authorize(other(server, "?brandId=1210"))

    query = server.requests_to(AUTHORIZE)[0].query
    assert query.startswith("brandId=1210&response_type=code&")
