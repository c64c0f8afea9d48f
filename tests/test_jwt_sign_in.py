"""The sign-in with a JWT credential, over real HTTP."""

import threading
from pathlib import Path

import pytest

from ringauth_gui.errors import (
    CredentialUnusable,
    GrantNoLongerValid,
    OperationCancelled,
    RingAuthError,
    TokenRequestRefused,
    TokenStoreError,
)
from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.outcomes import SignedIn
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    TOKEN,
    FakeAuthorizationServer,
    refusal,
    token_answer,
)
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.jwt_credentials import credential

NOW = int(FixedClock()().wall)
JWT = credential(exp=NOW + 86_400, client_ids=["client-1"])
PROFILE = new_profile(grant_type=GrantType.JWT_BEARER)


@pytest.fixture
def core(server: FakeAuthorizationServer, tmp_path: Path) -> Core:
    def open_browser(_address: str) -> bool:
        raise AssertionError("a browser was opened")

    return Core(server.address, open_browser, tmp_path)


def _keep(core: Core, jwt: str = JWT, profile: Profile = PROFILE) -> None:
    core.vault.save_secret(profile, jwt, SecretKind.JWT_CREDENTIAL)


def _refused(core: Core) -> RingAuthError:
    with pytest.raises(RingAuthError) as refused:
        core.authorize(PROFILE)
    return refused.value


def _check(outcome: SignedIn, subject: str) -> tuple[CheckOutcome, str]:
    check = next(check for check in outcome.checks if check.subject == subject)
    return check.outcome, check.detail


def test_one_request_and_no_browser_bring_a_token_that_is_kept_r15(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _keep(core)

    outcome = core.authorize(PROFILE)

    (request,) = server.requests
    assert request.form == {
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "assertion": JWT,
        "client_id": "client-1",
    }
    assert outcome.keeping is not None
    assert outcome.keeping.lasting
    kept = core.vault.load_token(PROFILE)
    assert kept is not None
    assert kept.access_token == outcome.token.access_token
    assert core.exchanges[0].request.note == "jwt-bearer"


def test_a_confidential_app_authenticates_by_basic_alone_tk_33(
    core: Core, server: FakeAuthorizationServer
) -> None:
    profile = new_profile(grant_type=GrantType.JWT_BEARER, has_secret=True)
    core.vault.save_secret(profile, "CANARY-client-secret")
    _keep(core, profile=profile)

    core.authorize(profile)

    (request,) = server.requests
    assert request.headers["authorization"].startswith("Basic ")
    assert set(request.form) == {"grant_type", "assertion"}


def test_the_lifetimes_that_the_profile_asks_for_go_with_it(
    core: Core, server: FakeAuthorizationServer
) -> None:
    options = RequestOptions(access_token_ttl=600, refresh_token_ttl=0)
    profile = new_profile(grant_type=GrantType.JWT_BEARER, options=options)
    _keep(core, profile=profile)

    core.authorize(profile)

    (request,) = server.requests
    assert request.form["access_token_ttl"] == "600"
    assert request.form["refresh_token_ttl"] == "0"


def test_the_checks_speak_of_the_assertion_and_of_no_browser(core: Core) -> None:
    _keep(core)

    outcome = core.authorize(PROFILE)

    assert _check(outcome, "Assertion") == (
        CheckOutcome.PASSED,
        "accepted by the server",
    )
    for subject in ("State", "PKCE", "Issuer"):
        assert _check(outcome, subject)[0] is CheckOutcome.NOT_APPLICABLE
    assert _check(outcome, "Token type")[0] is CheckOutcome.PASSED


def test_a_sign_in_without_refresh_token_is_one_all_the_same(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(
        TOKEN, token_answer(refresh_token=None, refresh_token_expires_in=None)
    )
    _keep(core)

    assert core.authorize(PROFILE).token.refresh_token is None


def test_another_person_is_asked_about_before_anything_is_replaced_r27(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _keep(core)
    before = core.authorize(PROFILE).token
    server.script(TOKEN, token_answer(owner_id="102"))

    outcome = core.authorize(PROFILE)

    assert (outcome.keeping, outcome.previous_owner_id) == (None, before.owner_id)
    kept = core.vault.load_token(PROFILE)
    assert kept is not None
    assert kept.access_token == before.access_token


@pytest.mark.parametrize(
    ("jwt", "words"),
    [
        (None, "not in the keyring"),
        ("U0pDMTFQMDFQQVMwMHxBQUR3", "access or refresh token"),
        (credential(exp=NOW - 60), "ended on 2025-06-15 at 15:05 UTC"),
    ],
)
def test_a_credential_that_cannot_be_sent_is_not_sent(
    core: Core, server: FakeAuthorizationServer, jwt: str | None, words: str
) -> None:
    if jwt is not None:
        _keep(core, jwt)

    error = _refused(core)

    assert isinstance(error, CredentialUnusable)
    assert words in error.reason
    assert error.field == "jwt_credential"
    assert server.requests == []


@pytest.mark.parametrize(
    "jwt", [credential(), credential(exp=NOW - 3), credential(exp="soon")]
)
def test_a_credential_that_may_still_be_good_is_sent_r19(core: Core, jwt: str) -> None:
    _keep(core, jwt)

    assert core.authorize(PROFILE).keeping is not None


def test_an_app_that_is_not_on_the_list_is_for_the_server_to_refuse(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(400, "invalid_request", "OAU-473"))
    _keep(core, credential(client_ids=["another-app"]))

    error = _refused(core)

    assert isinstance(error, TokenRequestRefused)
    assert error.refusal.codes == ("OAU-473",)
    assert len(server.requests) == 1


def test_a_refused_credential_takes_nothing_away(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _keep(core)
    before = core.authorize(PROFILE).token
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-211"))

    assert isinstance(_refused(core), GrantNoLongerValid)

    kept = core.vault.load_token(PROFILE)
    assert kept is not None
    assert kept.access_token == before.access_token
    assert core.vault.load_secret(PROFILE, SecretKind.JWT_CREDENTIAL) == JWT


def test_a_keyring_that_fails_stops_it_before_anything_is_sent(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _keep(core)
    later = Core(core.address, core.open_browser, core.locks, core.keyring)
    core.keyring.failing = {"load"}

    assert isinstance(_refused(later), TokenStoreError)
    assert server.requests == []


def test_cancel_ends_it_while_the_server_thinks(
    core: Core, server: FakeAuthorizationServer
) -> None:
    attempt, is_over = core.new_attempt(), threading.Event()

    def think() -> None:
        attempt.cancel.set()
        is_over.wait(10)

    server.on_token = think
    _keep(core)

    with pytest.raises(OperationCancelled):
        core.authorizer.authorize(PROFILE, PROFILE.redirect_uris[0], attempt)
    is_over.set()

    assert core.vault.load_token(PROFILE) is None


def test_the_credential_is_masked_before_its_first_use_r22(core: Core) -> None:
    _keep(core)

    core.authorize(PROFILE)

    assert JWT[-12:] not in core.redaction.clean(f"sent {JWT}")


def test_a_credential_of_another_app_or_server_is_not_taken_r8(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _keep(core, profile=new_profile(client_id="client-2"))

    assert isinstance(_refused(core), CredentialUnusable)
    assert server.requests == []
