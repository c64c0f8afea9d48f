"""What an import of profiles would do."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.gui.import_plan import clashes, foreign_hosts, plan_import
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.gui.shell import DEVELOPER, SUPPORT
from tests.storage.any_profiles import any_profiles

FOUND = replace(SUPPORT, id="new", client_id="other-app")
OTHER = replace(
    FOUND,
    name="Elsewhere",
    server=ServerKind.OTHER,
    server_url="https://id.example.org",
    metadata=ServerMetadata(
        authorization_endpoint="https://login.example.org/authorize",
        token_endpoint="https://id.example.org/token",
        revocation_endpoint="https://platform.ringcentral.com/revoke",
        userinfo_endpoint="http://localhost:8080/userinfo",
    ),
)


def test_a_profile_of_another_name_is_new() -> None:
    [plan] = plan_import([FOUND], [DEVELOPER], replaces=True)

    assert plan.profile == FOUND
    assert plan.replaced is None
    assert plan.note == "RingCentral · new"


def test_a_name_that_is_there_gets_a_number() -> None:
    shouted = replace(FOUND, name="SUPPORT DESK")

    [plan] = plan_import([shouted], [SUPPORT], replaces=False)

    assert plan.profile == replace(shouted, name="SUPPORT DESK (2)")
    assert plan.note == "RingCentral · new, as “SUPPORT DESK (2)”"


def test_or_takes_that_ones_place_and_its_id() -> None:
    [plan] = plan_import([FOUND], [DEVELOPER, SUPPORT], replaces=True)

    assert plan.profile == replace(FOUND, id=SUPPORT.id)
    assert plan.replaced == SUPPORT
    assert plan.note == "RingCentral · replaces yours"


def test_two_of_one_name_in_the_file_are_two() -> None:
    twice = [FOUND, replace(FOUND, id="second")]

    one, other = plan_import(twice, [SUPPORT], replaces=True)

    assert one.replaced == SUPPORT
    assert other.replaced is None
    assert other.profile.name == "Support desk (2)"


def test_clashes_are_counted_whatever_the_case() -> None:
    found = [replace(FOUND, name="SUPPORT DESK"), DEVELOPER]

    assert clashes(found, [SUPPORT]) == 1


def test_every_host_that_nobody_vouches_for_is_named_once() -> None:
    planned = plan_import([OTHER, FOUND, OTHER], [], replaces=False)

    assert foreign_hosts(planned) == ("id.example.org", "login.example.org")


@given(
    found=st.lists(any_profiles(), max_size=6, unique_by=lambda each: each.id),
    there=st.lists(any_profiles(), max_size=6, unique_by=lambda each: each.name),
    replaces=st.booleans(),
)
def test_afterwards_no_two_profiles_look_alike(
    found: list[Profile], there: list[Profile], replaces: bool
) -> None:
    planned = plan_import(found, there, replaces=replaces)

    replaced = [each.replaced for each in planned if each.replaced is not None]
    kept = [profile for profile in there if profile not in replaced]
    names = [each.profile.name.casefold() for each in planned]
    taken = [profile.name.casefold() for profile in kept]
    assert len(set(names)) == len(names)
    assert not set(names) & set(taken)
    assert len(planned) == len(found)
