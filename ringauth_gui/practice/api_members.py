"""The members of the API's answers (reference section 10)."""

import re

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.people import (
    ACCOUNT_ID,
    BRAND_ID,
    BRAND_NAME,
    COMPANY,
    Person,
)

Members = dict[str, object]
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
        "status": "Enabled",
        "account": {"uri": _account_uri(base), "id": ACCOUNT_ID},
        "contact": {
            "firstName": person.first_name,
            "lastName": person.last_name,
            "company": COMPANY,
            "email": person.email,
            "emailAsLoginName": True,
        },
        "permissions": {
            "admin": {"enabled": is_admin},
            "internationalCalling": {"enabled": is_admin},
        },
        "roles": [{"displayName": person.role}],
        "setupWizardState": "Completed",
        "hidden": False,
    }


def account_members(base: str) -> Members:
    """Account info."""
    return {
        "uri": _account_uri(base),
        "id": ACCOUNT_ID,
        "mainNumber": "+16505550100",
        "status": "Confirmed",
        "setupWizardState": "Completed",
        "serviceInfo": {
            "uri": f"{_account_uri(base)}/service-info",
            "brand": {"id": BRAND_ID, "name": BRAND_NAME},
            "servicePlan": {"name": COMPANY},
        },
    }


def profile_members(base: str, person: Person) -> Members:
    """The authorization profile: the person's effective permissions."""
    return {
        "uri": f"{_extension_uri(base, person)}/authz-profile",
        "permissions": [_held(base, one) for one in person.permissions],
    }


def check_members(base: str, person: Person, name: str) -> Members:
    """The permission check; not to have it is no error."""
    is_held = name in person.permissions
    path = f"authz-profile/check?permissionId={name}"
    members: Members = {
        "uri": f"{_extension_uri(base, person)}/{path}",
        "successful": is_held,
    }
    return members | ({"details": _held(base, name)} if is_held else {})


def client_members(base: str, app: App, untrusted_user_agent: str) -> Members:
    """Client info."""
    return {
        "uri": f"{base}/restapi/v1.0/client-info",
        "client": {
            "detected": True,
            "userAgent": untrusted_user_agent,
            "appId": app.client_id,
            "appName": app.name,
            "locale": "en-US",
        },
    }


def permission_members(base: str, name: str) -> Members:
    """A permission in words."""
    words = " ".join(_WORD.findall(name)) or name
    return {"uri": _permission_uri(base, name), "id": name, "displayName": words}


def _held(base: str, name: str) -> Members:
    permission = {"uri": _permission_uri(base, name), "id": name}
    return {"permission": permission, "scopes": ["Self"]}


def _account_uri(base: str) -> str:
    return f"{base}/restapi/v1.0/account/{ACCOUNT_ID}"


def _extension_uri(base: str, person: Person) -> str:
    return f"{_account_uri(base)}/extension/{person.extension_id}"


def _permission_uri(base: str, name: str) -> str:
    return f"{base}/restapi/v1.0/dictionary/permission/{name}"
