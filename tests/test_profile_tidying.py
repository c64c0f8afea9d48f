"""What a changed profile leaves behind is removed, and so is junk, of it alone."""

from dataclasses import replace

import pytest

from ringauth_gui.kept_texts import Dropped
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import Core, new_profile
from tests.test_vault import TOKEN

PROFILE = new_profile(has_secret=True, grant_type=GrantType.JWT_BEARER)
BY_BROWSER = replace(PROFILE, grant_type=GrantType.AUTHORIZATION_CODE)
PUBLIC = replace(PROFILE, has_secret=False)
OTHER = replace(PROFILE, id="77aa")
EVERY_KIND = tuple(SecretKind)


@pytest.fixture(autouse=True)
def _kept(core: Core) -> None:
    for profile in (PROFILE, OTHER):
        core.vault.save_token(profile, TOKEN)
        core.vault.save_secret(profile, "CANARY-secret")
        core.vault.save_secret(profile, "CANARY-jwt", SecretKind.JWT_CREDENTIAL)
    core.keyring.events.clear()


def kinds_of(core: Core, profile_id: str) -> list[SecretKind]:
    load = core.keyring.load
    return [kind for kind in SecretKind if load(profile_id, kind) is not None]


def test_nothing_goes_of_a_profile_that_uses_all_of_it(core: Core) -> None:
    assert core.authorizer.drop_unused(PROFILE) == Dropped(())

    assert kinds_of(core, PROFILE.id) == list(EVERY_KIND)


@pytest.mark.case("PF-12")
@pytest.mark.parametrize(
    "edited",
    [
        replace(PROFILE, client_id="another"),
        replace(PROFILE, server=ServerKind.RINGCENTRAL),
    ],
)
def test_what_another_app_or_server_was_given_goes(core: Core, edited: Profile) -> None:
    assert core.authorizer.drop_unused(edited) == Dropped(EVERY_KIND)

    assert kinds_of(core, PROFILE.id) == []
    assert kinds_of(core, OTHER.id) == list(EVERY_KIND)


def test_the_jwt_credential_of_a_profile_that_signs_in_by_browser_goes(
    core: Core,
) -> None:
    dropped = core.authorizer.drop_unused(BY_BROWSER)

    assert dropped == Dropped((SecretKind.JWT_CREDENTIAL,))
    assert kinds_of(core, PROFILE.id) == [SecretKind.TOKEN, SecretKind.CLIENT_SECRET]


def test_the_secret_of_an_app_that_became_public_goes(core: Core) -> None:
    assert core.authorizer.drop_unused(PUBLIC) == Dropped((SecretKind.CLIENT_SECRET,))

    assert core.vault.load_secret(PUBLIC) is None


def test_what_was_in_memory_only_goes_too(core: Core) -> None:
    core.keyring.failing = {"save"}
    core.vault.save_secret(PROFILE, "CANARY-newer")
    core.keyring.failing = set()

    core.authorizer.drop_unused(PUBLIC)

    assert core.vault.load_secret(PUBLIC) is None


@pytest.mark.parametrize("operation", ["load", "delete"])
def test_a_keyring_that_fails_is_told_and_nothing_is_claimed_r29(
    core: Core, operation: str
) -> None:
    core.keyring.failing = {operation}

    dropped = core.authorizer.drop_unused(replace(PROFILE, client_id="another"))

    assert dropped == Dropped((), f"The keyring could not {operation}.")


@pytest.mark.case("KR-08")
@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("junk", ["junk", "{}", "[]", '{"version": 1}', "\ud83d"])
def test_what_is_damaged_goes_and_nothing_else(
    core: Core, kind: SecretKind, junk: str
) -> None:
    core.keyring.save(PROFILE.id, kind, junk)

    assert core.authorizer.drop_damaged(PROFILE) == Dropped((kind,))

    assert kinds_of(core, PROFILE.id) == [each for each in EVERY_KIND if each != kind]
    assert kinds_of(core, OTHER.id) == list(EVERY_KIND)


@pytest.mark.case("KR-08")
def test_what_was_kept_for_another_app_is_not_taken_for_damage(core: Core) -> None:
    changed = replace(PROFILE, client_id="another")

    assert core.authorizer.drop_damaged(changed) == Dropped(())


@pytest.mark.case("KR-14")
def test_secrets_are_forgotten_and_the_token_stays(core: Core) -> None:
    kinds = (SecretKind.CLIENT_SECRET, SecretKind.JWT_CREDENTIAL)

    dropped = core.authorizer.forget_secrets(PROFILE, kinds)

    assert dropped.kinds == kinds
    assert kinds_of(core, PROFILE.id) == [SecretKind.TOKEN]
    assert kinds_of(core, OTHER.id) == list(EVERY_KIND)


@pytest.mark.case("KR-14")
def test_a_token_is_forgotten_and_the_secrets_stay(core: Core) -> None:
    assert core.authorizer.forget(PROFILE) is None

    assert SecretKind.TOKEN not in kinds_of(core, PROFILE.id)
    assert len(kinds_of(core, PROFILE.id)) == len(EVERY_KIND) - 1


def test_what_is_damaged_stays_until_a_person_wants_it_removed(core: Core) -> None:
    core.keyring.save(PROFILE.id, SecretKind.TOKEN, "junk")

    dropped = core.authorizer.drop_unused(replace(PROFILE, client_id="another"))

    assert SecretKind.TOKEN not in dropped.kinds
    assert core.keyring.load(PROFILE.id, SecretKind.TOKEN) == "junk"
