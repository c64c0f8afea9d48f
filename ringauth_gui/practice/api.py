"""The API calls that check a token, and what needs no token at all."""

from flask import Flask, Response, request

from ringauth_gui.practice.answers import json_answer
from ringauth_gui.practice.callers import Callers
from ringauth_gui.practice.metadata import openid_configuration
from ringauth_gui.practice.people import (
    ACCOUNT_ID,
    COMPANY,
    EVERY_PERMISSION,
    Person,
)
from ringauth_gui.practice.rate_limit import Group
from ringauth_gui.practice.refusals import INVALID_VALUE, RESOURCE_NOT_FOUND, Refused
from ringauth_gui.practice.settings import SERVER_VERSION

_VERSION = "1.0.0"
_EXTENSION = "/restapi/v1.0/account/<account>/extension/<extension>"


class Api:
    """Who am I, what may I do, and which server is this."""

    def __init__(self, callers: Callers) -> None:
        self._callers = callers

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        flask.get(_EXTENSION)(self.extension_info)
        flask.get(f"{_EXTENSION}/authz-profile")(self.authz_profile)
        flask.get(f"{_EXTENSION}/authz-profile/check")(self.check)
        flask.get("/restapi")(self.versions)
        flask.get("/restapi/v1.0")(self.version)
        flask.get("/.well-known/openid-configuration")(self.metadata)

    def extension_info(self, account: str, extension: str) -> Response:
        """The person behind the token; needs the scope ReadAccounts."""
        person = self._callers.accept(Group.LIGHT, "ReadAccounts").person
        _check_path(person, account, extension)
        return json_answer(_extension(person))

    def authz_profile(self, account: str, extension: str) -> Response:
        """What the person behind the token may do."""
        person = self._callers.accept(Group.MEDIUM).person
        _check_path(person, account, extension)
        return json_answer(
            {
                "uri": f"{_own_uri(person)}/authz-profile",
                "permissions": [_permission(one) for one in person.permissions],
            }
        )

    def check(self, account: str, extension: str) -> Response:
        """Whether the person behind the token has one permission."""
        person = self._callers.accept(Group.LIGHT).person
        _check_path(person, account, extension)
        untrusted_id = request.args.get("permissionId", "")
        if not untrusted_id:
            raise Refused(INVALID_VALUE, "permissionId")
        if untrusted_id not in EVERY_PERMISSION:
            raise Refused(RESOURCE_NOT_FOUND, "permissionId", untrusted_id)
        path = f"authz-profile/check?permissionId={untrusted_id}"
        body: dict[str, object] = {
            "uri": f"{_own_uri(person)}/{path}",
            "successful": untrusted_id in person.permissions,
        }
        if untrusted_id in person.permissions:
            body["details"] = _permission(untrusted_id)
        return json_answer(body)

    def versions(self) -> Response:
        """The versions of the API."""
        return json_answer(
            {
                "uri": f"{_base()}/restapi",
                "apiVersions": [_version()],
                "serverVersion": SERVER_VERSION,
            }
        )

    def version(self) -> Response:
        """The one version of the API."""
        return json_answer(_version() | {"serverVersion": SERVER_VERSION})

    def metadata(self) -> Response:
        """OpenID Connect Discovery 1.0 section 4."""
        return json_answer(openid_configuration(_base()))


def _base() -> str:
    return request.host_url.rstrip("/")


def _own_uri(person: Person) -> str:
    path = f"/restapi/v1.0/account/{ACCOUNT_ID}/extension/{person.extension_id}"
    return f"{_base()}{path}"


def _check_path(person: Person, account: str, extension: str) -> None:
    if account not in ("~", ACCOUNT_ID):
        raise Refused(RESOURCE_NOT_FOUND, "accountId", account)
    if extension not in ("~", str(person.extension_id)):
        raise Refused(RESOURCE_NOT_FOUND, "extensionId", extension)


def _version() -> dict[str, object]:
    return {"uri": f"{_base()}/restapi/v1.0", "versionString": _VERSION}


def _permission(permission_id: str) -> dict[str, object]:
    uri = f"{_base()}/restapi/v1.0/dictionary/permission/{permission_id}"
    return {"permission": {"uri": uri, "id": permission_id}, "scopes": ["Self"]}


def _extension(person: Person) -> dict[str, object]:
    account_uri = f"{_base()}/restapi/v1.0/account/{ACCOUNT_ID}"
    return {
        "uri": _own_uri(person),
        "id": person.extension_id,
        "extensionNumber": person.extension_number,
        "name": person.name,
        "type": "User",
        "status": "Enabled",
        "account": {"uri": account_uri, "id": ACCOUNT_ID},
        "contact": {
            "firstName": person.first_name,
            "lastName": person.last_name,
            "company": COMPANY,
            "email": person.email,
            "emailAsLoginName": True,
        },
        "permissions": {"admin": {"enabled": person.role == "Super Admin"}},
        "roles": [{"displayName": person.role}],
        "setupWizardState": "Completed",
        "hidden": False,
    }
