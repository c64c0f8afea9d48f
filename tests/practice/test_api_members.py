"""The answers of the API have every member of the reference's section 10."""

import pytest

from ringauth_gui.practice.api_members import (
    Members,
    account_members,
    check_members,
    client_members,
    extension_members,
    profile_members,
)
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.people import ADA, GRACE, Person

BASE = "http://127.0.0.1:1"


def _inner(members: Members, *path: str) -> set[str]:
    """Return the names that are found at ``path``; of a list in its last entry."""
    found: object = members
    for name in path:
        assert isinstance(found, dict)
        found = found[name]
        if isinstance(found, list):
            found = found[-1]
    assert isinstance(found, dict)
    return set(found)


def test_extension_info_is_whole() -> None:
    members = extension_members(BASE, GRACE)

    assert set(members) == {
        *("id", "uri", "extensionNumber", "name", "type", "subType", "status"),
        *("statusInfo", "account", "contact", "permissions", "roles"),
        *("regionalSettings", "serviceFeatures", "setupWizardState", "site"),
        *("hidden", "creationTime"),
    }
    assert _inner(members, "account") == {"id", "uri"}
    assert _inner(members, "contact") == {
        *("firstName", "lastName", "company", "jobTitle", "email", "businessPhone"),
        *("mobilePhone", "department", "emailAsLoginName"),
    }
    assert _inner(members, "permissions") == {"admin", "internationalCalling"}
    assert _inner(members, "serviceFeatures") == {"featureName", "enabled", "reason"}


def test_account_info_is_whole() -> None:
    members = account_members(BASE)

    assert set(members) == {
        *("id", "uri", "mainNumber", "serviceInfo", "status", "setupWizardState"),
        "operator",
    }
    assert {"brand", "billingPlan", "servicePlan"} < _inner(members, "serviceInfo")
    assert _inner(members, "serviceInfo", "brand") == {"id", "name", "homeCountry"}


@pytest.mark.parametrize("person", [ADA, GRACE])
def test_an_entry_of_the_authorization_profile_is_whole(person: Person) -> None:
    profile = profile_members(BASE, person)

    assert _inner(profile, "permissions") == {"permission", "effectiveRole", "scopes"}
    assert _inner(profile, "permissions", "permission") == {
        *("uri", "id", "siteCompatible", "readOnly", "assignable"),
        "permissionsCapabilities",
    }
    assert _inner(profile, "permissions", "effectiveRole") == {"uri", "id", "domain"}


def test_the_details_of_a_check_have_the_shape_of_such_an_entry() -> None:
    profile = profile_members(BASE, GRACE)

    check = check_members(BASE, GRACE, "ReadExtensions")

    assert set(check) == {"uri", "successful", "details"}
    assert _inner(check, "details") == _inner(profile, "permissions")


def test_client_info_is_whole() -> None:
    members = client_members(BASE, PUBLIC_APP, "RingAuth/1.0")

    assert set(members) == {"uri", "client", "provisioning"}
    assert _inner(members, "client") == {
        *("detected", "userAgent", "appId", "appName", "appVersion", "locale"),
    }
