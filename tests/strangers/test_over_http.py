"""RingAuth's core against servers that others wrote, over real HTTP."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.errors import RevocationRefused
from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.ringcentral.identity import Verdict
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.typed_server import typed_metadata
from tests.fakes.core import Core, new_profile
from tests.fakes.fixed_clock import FixedClock
from tests.strangers.servers import (
    CLIENT_ID,
    CLIENT_SECRET,
    Stranger,
    canaille,
    oidc_provider_mock,
)
from tests.strangers.visitor import Visitor

OPTIONS = RequestOptions(
    scope=("openid", "profile", "email"),
    sends_nonce=True,
    brand_id="1210",
    access_token_ttl=600,
)
TYPED = new_profile(
    server=ServerKind.OTHER, client_id=CLIENT_ID, options=OPTIONS, name="Stranger"
)
PASSED = CheckOutcome.PASSED


@pytest.fixture(scope="module", params=[canaille, oidc_provider_mock])
def stranger(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stranger]:
    folder = tmp_path_factory.mktemp("stranger")
    with request.param(folder, TYPED.redirect_uris[0]) as running:
        yield running


@pytest.fixture
def core(tmp_path: Path) -> Core:
    now = FixedClock(time.time(), time.monotonic())
    return Core("", Visitor().open, tmp_path, clock=now)


@pytest.fixture
def profile(core: Core, stranger: Stranger) -> Profile:
    profile = replace(
        TYPED,
        server_url=stranger.address,
        metadata=core.authorizer.read_metadata(stranger.address),
        has_secret=True,
    )
    core.vault.save_secret(profile, stranger.client_secret)
    return profile


def test_sign_in_check_refresh_and_revocation_or_its_absence(
    core: Core, profile: Profile
) -> None:
    signed_in = core.authorize(profile)

    outcomes = {check.subject: check.outcome for check in signed_in.checks}
    for what in ("signature", "issuer", "audience", "lifetime", "nonce"):
        assert outcomes[f"ID token {what}"] is PASSED
    assert outcomes["Scope"] is PASSED
    known = profile.metadata
    assert known is not None
    announced = (PASSED, CheckOutcome.NOT_APPLICABLE)
    assert (
        outcomes["Issuer"]
        is announced[not known.authorization_response_iss_parameter_supported]
    )
    assert outcomes["PKCE"] is announced[known.code_challenge_methods_supported is None]
    assert "Access token life" not in outcomes  # RingCentral's, and not sent

    checked = core.authorizer.check(profile, signed_in.token, threading.Event())
    assert checked.verdict is Verdict.ACCEPTED
    assert checked.identity is not None
    assert checked.identity.extension_id == "ada"

    refreshed = core.authorizer.refresh(profile, signed_in.token, core.cancel)
    assert refreshed.token.access_token != signed_in.token.access_token
    assert refreshed.token.refresh_token is not None

    if known.revocation_endpoint is None:
        with pytest.raises(RevocationRefused):
            core.authorizer.revoke(profile, refreshed.token, core.cancel)
        return
    revoked = core.authorizer.revoke(profile, refreshed.token, core.cancel)
    assert revoked.proof is not None
    assert revoked.proof.proved


def test_every_address_asked_is_the_servers_own(
    core: Core, stranger: Stranger, profile: Profile
) -> None:
    core.authorize(profile)

    urls = [exchange.request.url for exchange in core.exchanges]
    assert all(url.startswith(f"{stranger.address}/") for url in urls)


def test_typed_endpoints_are_as_good_as_those_that_were_read(
    core: Core, profile: Profile
) -> None:
    assert profile.metadata is not None
    typed = replace(
        profile, server_url="", metadata=typed_metadata(profile.metadata.texts())
    )
    core.vault.save_secret(typed, CLIENT_SECRET)

    signed_in = core.authorize(typed)

    outcomes = {check.subject: check.outcome for check in signed_in.checks}
    assert outcomes["ID token signature"] is PASSED
    assert outcomes["ID token issuer"] is PASSED
    assert signed_in.token.owner_id == "ada"


def test_another_person_is_asked_about_r27(core: Core, profile: Profile) -> None:
    signed_in = core.authorize(profile)
    core.vault.save_token(profile, replace(signed_in.token, owner_id="grace"))

    again = core.authorize(profile)

    assert (again.keeping, again.previous_owner_id) == (None, "grace")
