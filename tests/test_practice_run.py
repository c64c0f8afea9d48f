"""The use cases against the practice server, as a person meets them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.errors import AuthorizationRefused, ClientRefused
from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, App
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from ringauth_gui.ringcentral.identity import Verdict
from ringauth_gui.storage.profile import Profile
from tests.fakes.core import Core, new_profile
from tests.fakes.practice_person import PracticePerson
from tests.fakes.practice_uris import free_redirect_uri
from tests.oauth.loopback_harness import pages

SETTINGS = Settings(auth_limit=10_000, light_limit=10_000, medium_limit=10_000)


@pytest.fixture
def person() -> PracticePerson:
    return PracticePerson()


@pytest.fixture
def core(person: PracticePerson, tmp_path: Path) -> Iterator[Core]:
    with PracticeServer(0, SETTINGS) as server:
        yield Core(server.address, person.open, tmp_path)


def practice_profile(core: Core, app: App) -> Profile:
    """Return the app's profile on a redirect URI that is registered and free."""
    profile = new_profile(
        client_id=app.client_id,
        has_secret=not app.is_public,
        redirect_uris=(free_redirect_uri(),),
    )
    if app.client_secret is not None:
        core.vault.save_secret(profile, app.client_secret)
    return profile


@pytest.mark.parametrize("app", [CONFIDENTIAL_APP, PUBLIC_APP])
def test_everything_works_from_sign_in_to_the_proof_of_its_end(
    core: Core, person: PracticePerson, app: App
) -> None:
    profile = practice_profile(core, app)
    use = core.authorizer

    signed_in = core.authorize(profile)
    checked = use.check(profile, signed_in.token, core.cancel)
    refreshed = use.refresh(profile, signed_in.token, core.cancel)
    old = use.check(profile, signed_in.token, core.cancel)
    restored = use.restore(profile)
    revoked = use.revoke(profile, refreshed.token, core.cancel)

    assert person.page().body == pages().signed_in.decode()
    assert checked.verdict is Verdict.ACCEPTED
    assert checked.identity is not None
    assert checked.identity.extension_id == signed_in.token.owner_id
    assert refreshed.token.refresh_token != signed_in.token.refresh_token
    assert old.verdict is Verdict.REFUSED
    assert restored is not None
    assert restored.access_token == refreshed.token.access_token
    assert revoked.proof is not None
    assert revoked.proof.proved
    assert use.restore(profile) is None


def test_denying_is_told_here_and_in_the_browser(
    core: Core, person: PracticePerson
) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    person.decision = "deny"

    with pytest.raises(AuthorizationRefused) as refused:
        core.authorize(profile)

    assert refused.value.error == "access_denied"
    assert refused.value.description == "The user denied access to the application"
    assert person.page().body == pages().not_signed_in.decode()


def test_a_wrong_secret_is_told_with_its_code(core: Core) -> None:
    profile = practice_profile(core, CONFIDENTIAL_APP)
    core.vault.save_secret(profile, "CANARY-wrong-secret")

    with pytest.raises(ClientRefused) as refused:
        core.authorize(profile)

    assert refused.value.refusal.codes == ("OAU-146",)
    assert core.vault.load_secret(profile) == "CANARY-wrong-secret"


def test_another_person_is_asked_about_r27(core: Core, person: PracticePerson) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    ada = core.authorize(profile)
    person.who = "102"

    grace = core.authorize(profile)

    assert grace.keeping is None
    assert grace.previous_owner_id == ada.token.owner_id
    assert grace.token.owner_id == "9007199254740993"


def test_what_another_window_refreshed_is_really_revoked_r16(core: Core) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    shown = core.authorize(profile).token
    other = replace(core, exchanges=[])
    newer = other.authorizer.refresh(profile, shown, other.cancel).token
    used = other.authorizer.check(profile, newer, other.cancel)

    core.authorizer.revoke(profile, shown, core.cancel)

    after = other.authorizer.check(profile, newer, other.cancel)
    assert (used.verdict, after.verdict) == (Verdict.ACCEPTED, Verdict.REFUSED)
