"""The members of the API's answers (reference section 10)."""

import re

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.people import (
    ACCOUNT_ID,
    ADA,
    BRAND_ID,
    BRAND_NAME,
    COMPANY,
    Person,
)

Members = dict[str, object]
# Of those that are kept free for stories (NANP 555-0100).
MAIN_NUMBER = "+16505550100"
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+")


def extension_members(base: str, person: Person) -> Members:
    """Extension info."""
    is_admin = person.role == "Super Admin"
    return {
        "uri": _extension_uri(base, person),
        "id": person.extension_id,
        "extensionNumber": person.extension_number,
        "name": person.name,
        "type": "User",
        "subType": "Unknown",
        "status": "Enabled",
        "statusInfo": {},
        "account": {"uri": _account_uri(base), "id": ACCOUNT_ID},
        "contact": {
            "firstName": person.first_name,
            "lastName": person.last_name,
            "company": COMPANY,
            "jobTitle": person.role,
            "email": person.email,
            "businessPhone": MAIN_NUMBER,
            "mobilePhone": MAIN_NUMBER,
            "department": "Practice",
            "emailAsLoginName": True,
        },
        "permissions": {
            "admin": {"enabled": is_admin},
            "internationalCalling": {"enabled": is_admin},
        },
        "roles": [{"id": _role_id(person), "displayName": person.role}],
        "regionalSettings": {"language": {"localeCode": "en-US"}},
        "serviceFeatures": [
            {"featureName": "RingOut", "enabled": True},
            {
                "featureName": "InternationalCalling",
                "enabled": is_admin,
                **({} if is_admin else {"reason": "ExtensionLimitation"}),
            },
        ],
        "setupWizardState": "Completed",
        "site": {"id": "main-site", "name": "Main Site"},
        "hidden": False,
        "creationTime": "2025-01-01T00:00:00.000Z",
    }


def account_members(base: str) -> Members:
    """Account info."""
    return {
        "uri": _account_uri(base),
        "id": ACCOUNT_ID,
        "mainNumber": MAIN_NUMBER,
        "status": "Confirmed",
        "setupWizardState": "Completed",
        "operator": {"uri": _extension_uri(base, ADA), "id": ADA.extension_id},
        "serviceInfo": {
            "uri": f"{_account_uri(base)}/service-info",
            "brand": {
                "id": BRAND_ID,
                "name": BRAND_NAME,
                "homeCountry": {"id": "1", "name": "United States"},
            },
            "billingPlan": {"name": "Practice", "duration": 1, "durationUnit": "Month"},
            "servicePlan": {"name": COMPANY},
        },
    }


def profile_members(base: str, person: Person) -> Members:
    """The authorization profile: the person's effective permissions."""
    return {
        "uri": f"{_extension_uri(base, person)}/authz-profile",
        "permissions": [_held(base, person, one) for one in person.permissions],
    }


def check_members(base: str, person: Person, name: str) -> Members:
    """The permission check; not to have it is no error."""
    is_held = name in person.permissions
    path = f"authz-profile/check?permissionId={name}"
    members: Members = {
        "uri": f"{_extension_uri(base, person)}/{path}",
        "successful": is_held,
    }
    return members | ({"details": _held(base, person, name)} if is_held else {})


def client_members(base: str, app: App, untrusted_user_agent: str) -> Members:
    """Client info."""
    return {
        "uri": f"{base}/restapi/v1.0/client-info",
        "client": {
            "detected": True,
            "userAgent": untrusted_user_agent,
            "appId": app.client_id,
            "appName": app.name,
            "appVersion": "1.0.0",
            "locale": "en-US",
        },
        "provisioning": {},
    }


def permission_members(base: str, name: str) -> Members:
    """A permission in words."""
    words = " ".join(_WORD.findall(name)) or name
    return {"uri": _permission_uri(base, name), "id": name, "displayName": words}


def _held(base: str, person: Person, name: str) -> Members:
    """An entry of the authorization profile."""
    role = _role_id(person)
    return {
        "permission": {
            "uri": _permission_uri(base, name),
            "id": name,
            "siteCompatible": False,
            "readOnly": name.startswith("Read"),
            "assignable": True,
            "permissionsCapabilities": {"enabled": True},
        },
        "effectiveRole": {
            "uri": f"{_account_uri(base)}/user-role/{role}",
            "id": role,
            "domain": "Account",
        },
        "scopes": ["Self"],
    }


def _role_id(person: Person) -> str:
    return person.role.lower().replace(" ", "-")


def _account_uri(base: str) -> str:
    return f"{base}/restapi/v1.0/account/{ACCOUNT_ID}"


def _extension_uri(base: str, person: Person) -> str:
    return f"{_account_uri(base)}/extension/{person.extension_id}"


def _permission_uri(base: str, name: str) -> str:
    return f"{base}/restapi/v1.0/dictionary/permission/{name}"
