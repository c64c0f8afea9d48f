"""The sign-in with a real receiver, real HTTP, and a browser that follows redirects."""

import base64
import threading
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest

from ringauth_gui.attempt import AuthorizationProgress, AuthorizationStep
from ringauth_gui.errors import (
    RedirectPortBusy,
)
from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.storage.profile import Profile
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    AUTHORIZE,
    TOKEN,
    FakeAuthorizationServer,
    approve,
    token_answer,
)
from tests.fakes.fake_browser import FakeBrowser
from tests.oauth.loopback_harness import pages

SECRET = "CANARY-client-secret"


@pytest.fixture
def profile() -> Profile:
    return new_profile()


def _open_port(profile: Profile) -> LoopbackReceiver:
    receiver = LoopbackReceiver(profile.redirect_uris[0], pages())
    receiver.open()
    return receiver


def _paste_until_taken(use: object, address: str, used: list[bool]) -> None:
    assert callable(use)
    tries = threading.Event()
    while not used or not used[-1]:
        used.append(use(address))
        tries.wait(0.01)


@pytest.mark.case("TK-33")
@pytest.mark.case("IN-12")
def test_a_public_client_signs_in(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    outcome = core.authorize(profile)

    request = server.requests_to(TOKEN)[0]
    assert "authorization" not in request.headers
    assert request.form["client_id"] == "client-1"
    assert outcome.keeping is not None
    assert outcome.keeping.lasting
    assert core.vault.load_token(profile) is not None


@pytest.mark.case("TK-33")
def test_a_confidential_client_signs_in_by_basic_alone(
    core: Core, server: FakeAuthorizationServer
) -> None:
    profile = new_profile(has_secret=True)
    core.vault.save_secret(profile, SECRET)

    core.authorize(profile)

    request = server.requests_to(TOKEN)[0]
    basic = base64.b64encode(f"client-1:{SECRET}".encode()).decode()
    assert request.headers["authorization"] == f"Basic {basic}"
    assert set(request.form) == {"grant_type", "code", "redirect_uri", "code_verifier"}
    for each in server.requests:
        assert SECRET not in f"{each.path} {each.query} {each.body}"


def test_the_exchange_repeats_what_the_browser_was_sent_with(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    core.authorize(profile)

    asked = parse_qs(server.requests_to(AUTHORIZE)[0].query)
    form = server.requests_to(TOKEN)[0].form
    assert form["redirect_uri"] == profile.redirect_uris[0]
    assert asked["redirect_uri"] == [form["redirect_uri"]]
    assert form["code"].startswith("CANARY-code")
    assert form["code_verifier"] not in str(asked)


@pytest.mark.case("CB-01", "CB-17")
def test_the_browser_is_told_the_true_outcome_on_an_address_without_code(
    core: Core, browser: FakeBrowser, profile: Profile
) -> None:
    core.authorize(profile)

    page = browser.page()
    assert page.status == 200
    assert urlsplit(page.address).query == ""
    assert page.body == pages().signed_in.decode()


def test_the_steps_are_told_in_order(
    core: Core, browser: FakeBrowser, profile: Profile
) -> None:
    core.authorize(profile)

    steps = [progress.step for progress in core.progress]
    waiting = core.progress[2]
    assert steps == list(AuthorizationStep)
    assert waiting.redirect_uri == profile.redirect_uris[0]
    assert waiting.authorization_uri == browser.opened[0]
    assert waiting.browser_opened


def test_the_port_is_taken_before_the_browser_opens_r2(
    server: FakeAuthorizationServer, tmp_path: Path, profile: Profile
) -> None:
    browser = FakeBrowser()
    found: list[Exception] = []

    def open_browser(address: str) -> bool:
        try:
            _open_port(profile).close()
        except RedirectPortBusy as error:
            found.append(error)
        return browser.open(address)

    Core(server.address, open_browser, tmp_path).authorize(profile)

    assert len(found) == 1


@pytest.mark.case("AR-09", "AR-11")
def test_addresses_and_tokens_in_the_answer_are_not_used(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    server.authorize = lambda asked: {
        **approve(asked),
        "access_token": "CANARY-injected",
        "token_uri": "https://evil.example/t",
        "discovery_uri": "https://evil.example/d",
    }

    outcome = core.authorize(profile)

    assert outcome.token.access_token != "CANARY-injected"
    assert {urlsplit(one.request.url).netloc for one in core.exchanges} == {
        urlsplit(server.address).netloc
    }


@pytest.mark.case("AR-16")
def test_without_a_browser_the_pasted_address_signs_in(
    server: FakeAuthorizationServer, tmp_path: Path, profile: Profile
) -> None:
    core = Core(server.address, lambda _address: False, tmp_path)
    attempt = core.new_attempt()
    used: list[bool] = []

    def paste(progress: AuthorizationProgress) -> None:
        if progress.step is AuthorizationStep.WAITING:
            assert not progress.browser_opened
            asked = parse_qs(urlsplit(progress.authorization_uri).query)
            query = urlencode({"code": "CANARY-pasted", "state": asked["state"][0]})
            threading.Thread(
                target=_paste_until_taken,
                args=(attempt.use_address, f"{profile.redirect_uris[0]}?{query}", used),
            ).start()

    attempt.report = paste
    core.authorizer.authorize(profile, profile.redirect_uris[0], attempt)

    assert used[-1]
    assert server.requests_to(TOKEN)[0].form["code"] == "CANARY-pasted"


@pytest.mark.case("AR-18")
def test_another_person_is_asked_about_before_anything_is_replaced_r27(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    before = core.authorize(profile).token
    server.script(TOKEN, token_answer(owner_id="102"))

    outcome = core.authorize(profile)

    assert (outcome.keeping, outcome.previous_owner_id) == (None, before.owner_id)
    kept = core.vault.load_token(profile)
    assert kept is not None
    assert kept.access_token == before.access_token
    owner = next(check for check in outcome.checks if check.subject == "Owner")
    assert owner.outcome is CheckOutcome.FAILED


def test_another_person_is_kept_once_confirmed_r27(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    core.authorize(profile)
    server.script(TOKEN, token_answer(owner_id="102"))
    pending = core.authorize(profile).token

    keeping = core.authorizer.adopt(profile, pending)

    assert keeping.lasting
    kept = core.vault.load_token(profile)
    assert kept is not None
    assert kept.owner_id == "102"


def test_the_same_person_again_needs_no_question(core: Core, profile: Profile) -> None:
    core.authorize(profile)

    outcome = core.authorize(profile)

    assert outcome.keeping is not None
    owner = next(check for check in outcome.checks if check.subject == "Owner")
    assert (owner.outcome, owner.detail) == (CheckOutcome.PASSED, "same as last time")


@pytest.mark.case("TM-08")
def test_the_lifetime_counts_from_before_the_token_request_tm_08(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    server.on_token = lambda: core.clock.advance(20)

    token = core.authorize(profile).token

    assert token.access_remaining(core.clock()) == 3580


def test_the_browsers_request_and_ours_are_told_as_the_profiles(
    core: Core, server: FakeAuthorizationServer, profile: Profile
) -> None:
    core.authorize(profile)

    (visit,) = core.visits
    (seen,) = server.requests_to(AUTHORIZE)
    assert visit.query == dict(parse_qsl(seen.query))
    assert (visit.query or {})["code_challenge_method"] == "S256"
    assert visit.in_browser
    assert visit.response is None
    told = [visit, *core.exchanges]
    assert {each.request.profile_id for each in told} == {profile.id}
    assert not core.exchanges[0].in_browser
    assert (visit.query or {})["state"] not in repr(visit)
