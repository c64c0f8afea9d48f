"""The sign-in by JWT against the practice server, and what is said when it fails."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.errors import CredentialUnusable, RequestRefused, RingAuthError
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.practice.apps import JWT_ONLY_APP, PUBLIC_APP, App
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.jwt_credentials import CREDENTIALS, JwtCredential
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from ringauth_gui.ringcentral.identity import Verdict
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import Core, new_profile

ANY_APP, THIS_APP, OTHER_APP, EXPIRED = CREDENTIALS
SETTINGS = Settings(auth_limit=10_000, light_limit=10_000, medium_limit=10_000)


def _no_browser(_address: str) -> bool:
    raise AssertionError("a browser was opened")


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with PracticeServer(0, SETTINGS) as server:
        yield Core(server.address, _no_browser, tmp_path)


def _profile(core: Core, credential: JwtCredential, app: App = JWT_ONLY_APP) -> Profile:
    profile = new_profile(
        client_id=app.client_id,
        has_secret=not app.is_public,
        grant_type=GrantType.JWT_BEARER,
    )
    if app.client_secret is not None:
        core.vault.save_secret(profile, app.client_secret)
    text = signed_credential(credential, core.address)
    core.vault.save_secret(profile, text, SecretKind.JWT_CREDENTIAL)
    return profile


def _refused(core: Core, profile: Profile) -> RingAuthError:
    with pytest.raises(RingAuthError) as refused:
        core.authorize(profile)
    return refused.value


@pytest.mark.parametrize("credential", [ANY_APP, THIS_APP])
def test_everything_works_from_sign_in_to_the_proof_of_its_end(
    core: Core, credential: JwtCredential
) -> None:
    profile, use = _profile(core, credential), core.authorizer

    signed_in = core.authorize(profile)
    checked = use.check(profile, signed_in.token, core.cancel)
    revoked = use.revoke(profile, signed_in.token, core.cancel)

    assert signed_in.token.owner_id == str(credential.extension_id)
    assert checked.verdict is Verdict.ACCEPTED
    assert revoked.proof is not None
    assert revoked.proof.proved


def test_a_scope_that_was_asked_for_is_what_the_token_has(core: Core) -> None:
    asked = replace(
        _profile(core, ANY_APP), options=RequestOptions(scope=("ReadAccounts",))
    )

    signed_in = core.authorize(asked)

    assert signed_in.token.scope == ("ReadAccounts",)
    assert {check.subject: check.detail for check in signed_in.checks}["Scope"] == (
        "asked for 1, granted 1"
    )


def test_a_scope_that_the_app_does_not_have_is_refused(core: Core) -> None:
    asked = replace(_profile(core, ANY_APP), options=RequestOptions(scope=("Faxes",)))

    error = _refused(core, asked)

    assert isinstance(error, RequestRefused)
    assert error.refusal.error == "invalid_scope"


def test_a_credential_for_another_app_is_oau_473(core: Core) -> None:
    error = _refused(core, _profile(core, OTHER_APP))

    assert isinstance(error, RequestRefused)
    assert error.refusal.codes == ("OAU-473",)


def test_an_app_without_the_jwt_flow_is_oau_251(core: Core) -> None:
    error = _refused(core, _profile(core, ANY_APP, PUBLIC_APP))

    assert isinstance(error, RequestRefused)
    assert error.refusal.codes == ("OAU-251",)


def test_a_credential_that_has_ended_is_not_sent(core: Core) -> None:
    error = _refused(core, _profile(core, EXPIRED))

    assert isinstance(error, CredentialUnusable)
    assert core.exchanges == []


def test_a_credential_that_ends_on_the_servers_clock_first_is_oau_210(
    core: Core,
) -> None:
    over = replace(EXPIRED, expires_at=int(core.clock().wall) + 60)
    error = _refused(core, _profile(core, over))

    assert isinstance(error, RequestRefused)
    assert error.refusal.codes == ("OAU-210",)
