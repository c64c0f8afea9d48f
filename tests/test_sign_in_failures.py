"""The sign-in that fails: nothing is lost, and the port is free again."""

from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from ringauth_gui.attempt import AuthorizationProgress, AuthorizationStep
from ringauth_gui.errors import (
    AuthorizationRefused,
    AuthorizationTimedOut,
    ClientRefused,
    ConfigurationError,
    MalformedAuthorizationResponse,
    OperationCancelled,
    RedirectPortBusy,
    RingAuthError,
    ServerProblem,
)
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.storage.profile import Profile
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    refusal,
)
from tests.fakes.fake_browser import FakeBrowser
from tests.oauth.loopback_harness import pages

SECRET = "CANARY-client-secret"


@pytest.fixture
def profile() -> Profile:
    return new_profile()


def _failed(core: Core, profile: Profile) -> RingAuthError:
    """Return what a sign-in raises; the port must be free right after it."""
    with pytest.raises(RingAuthError) as failed:
        core.authorize(profile)
    _open_port(profile).close()
    return failed.value


def _open_port(profile: Profile) -> LoopbackReceiver:
    receiver = LoopbackReceiver(profile.redirect_uris[0], pages())
    receiver.open()
    return receiver


def test_the_browser_is_told_when_the_exchange_failed_r6(
    core: Core, server: FakeAuthorizationServer, browser: FakeBrowser, profile: Profile
) -> None:
    server.script(TOKEN, refusal(400, "invalid_client", "OAU-153"))

    error = _failed(core, profile)

    assert isinstance(error, ClientRefused)
    assert browser.page().body == pages().not_signed_in.decode()


@pytest.mark.case("CB-14")
def test_a_taken_port_is_told_before_the_browser_opens(
    core: Core, browser: FakeBrowser, profile: Profile
) -> None:
    holder = _open_port(profile)

    with pytest.raises(RedirectPortBusy):
        core.authorize(profile)

    holder.close()
    assert browser.opened == []


def test_a_missing_secret_is_told_before_the_browser_opens(
    core: Core, browser: FakeBrowser
) -> None:
    error = _failed(core, new_profile(has_secret=True))

    assert isinstance(error, ConfigurationError)
    assert browser.opened == []


@pytest.mark.case("AR-05")
def test_denying_ends_the_sign_in_without_a_token_request(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    before = core.authorize(profile).token
    server.authorize = lambda asked: {"error": "access_denied", "state": asked["state"]}

    error = _failed(core, profile)

    assert isinstance(error, AuthorizationRefused)
    assert len(server.requests_to(TOKEN)) == 1
    kept = core.vault.load_token(profile)
    assert kept is not None
    assert kept.access_token == before.access_token


@pytest.mark.case("AR-08")
def test_an_answer_without_code_ends_without_a_token_request(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    server.authorize = lambda asked: {"code": "  ", "state": asked["state"]}

    assert isinstance(_failed(core, profile), MalformedAuthorizationResponse)
    assert server.requests_to(TOKEN) == []


def test_a_failed_exchange_is_never_repeated_and_keeps_what_was_there_tk_26(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    before = core.authorize(profile).token
    server.script(TOKEN, Answer(b"<html>", 503))

    error = _failed(core, profile)

    assert isinstance(error, ServerProblem)
    assert len(server.requests_to(TOKEN)) == 2
    kept = core.vault.load_token(profile)
    assert kept is not None
    assert kept.refresh_token == before.refresh_token


@pytest.mark.case("CB-12")
def test_cancelling_ends_the_wait_and_a_late_browser_is_refused(
    core: Core, server: FakeAuthorizationServer, browser: FakeBrowser, profile: Profile
) -> None:
    server.authorize = lambda _asked: None
    attempt = core.new_attempt()

    def cancel_when_waiting(progress: AuthorizationProgress) -> None:
        if progress.step is AuthorizationStep.WAITING:
            attempt.cancel.set()

    attempt.report = cancel_when_waiting
    with pytest.raises(OperationCancelled):
        core.authorizer.authorize(profile, profile.redirect_uris[0], attempt)

    state = parse_qs(urlsplit(browser.opened[0]).query)["state"][0]
    late = FakeBrowser()
    late.open(f"{profile.redirect_uris[0]}?{urlencode({'code': 'x', 'state': state})}")
    with pytest.raises(ConnectionRefusedError):
        late.page()
    assert server.requests_to(TOKEN) == []


@pytest.mark.case("CB-13")
def test_a_browser_that_never_comes_back_ends_the_wait(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    server.authorize = lambda _asked: None
    core.sign_in = replace(core.sign_in, seconds=0.2)
    core.authorizer = replace(core.authorizer, sign_in=core.sign_in)

    assert isinstance(_failed(core, profile), AuthorizationTimedOut)


def test_a_keyring_that_fails_loses_nothing_r11(core: Core, profile: Profile) -> None:
    core.keyring.failing = {"save"}

    outcome = core.authorize(profile)

    assert outcome.keeping is not None
    assert outcome.keeping.problem == "The keyring could not save."
    kept = core.vault.load_token(profile)
    assert kept is not None
    assert kept.access_token == outcome.token.access_token


def test_a_damaged_token_in_the_keyring_does_not_stop_a_sign_in(
    core: Core, profile: Profile
) -> None:
    core.keyring.failing = {"load"}

    assert core.authorize(profile).keeping is not None
