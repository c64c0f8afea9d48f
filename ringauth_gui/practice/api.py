"""The API calls that check a token, and what needs no token at all."""

from flask import Flask, Response, request

from ringauth_gui.practice.addresses import own_address
from ringauth_gui.practice.answers import json_answer
from ringauth_gui.practice.api_members import (
    account_members,
    check_members,
    client_members,
    extension_members,
    permission_members,
    profile_members,
)
from ringauth_gui.practice.callers import Callers
from ringauth_gui.practice.metadata import openid_configuration
from ringauth_gui.practice.people import ACCOUNT_ID, EVERY_PERMISSION, Person
from ringauth_gui.practice.rate_limit import Group
from ringauth_gui.practice.refusals import (
    INVALID_VALUE,
    RESOURCE_NOT_FOUND,
    UNKNOWN_PATH,
    Refused,
)
from ringauth_gui.practice.settings import SERVER_VERSION
from ringauth_gui.practice.world import World

_VERSION = "1.0.0"
_EXTENSION = "/restapi/v1.0/account/<account>/extension/<extension>"


class Api:
    """Who am I, what may I do, and which server is this."""

    def __init__(self, world: World, callers: Callers) -> None:
        self._behaviour = world.behaviour
        self._callers = callers

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        flask.get(_EXTENSION)(self.extension_info)
        flask.get(f"{_EXTENSION}/authz-profile")(self.authz_profile)
        flask.get(f"{_EXTENSION}/authz-profile/check")(self.check)
        flask.get("/restapi/v1.0/account/<account>")(self.account_info)
        flask.get("/restapi/v2/accounts/<account>")(self.account_info)
        flask.get("/restapi/v1.0/client-info")(self.client_info)
        flask.get("/restapi/v1.0/dictionary/permission/<name>")(self.permission)
        flask.get("/restapi")(self.versions)
        flask.get("/restapi/v1.0")(self.version)
        flask.get("/.well-known/openid-configuration")(self.metadata)
        flask.get("/.well-known/oauth-authorization-server")(self.oauth_metadata)

    def extension_info(self, account: str, extension: str) -> Response:
        """The person behind the token."""
        grant = self._callers.accept(Group.LIGHT, "ReadAccounts", "ReadExtensions")
        _check_path(grant.person, account, extension)
        return json_answer(extension_members(own_address(), grant.person))

    def account_info(self, account: str) -> Response:
        """The account of the person behind the token."""
        grant = self._callers.accept(Group.LIGHT, "ReadAccounts", "ReadCompanyInfo")
        _check_path(grant.person, account)
        return json_answer(account_members(own_address()))

    def authz_profile(self, account: str, extension: str) -> Response:
        """What the person behind the token may do."""
        person = self._callers.accept(Group.MEDIUM).person
        _check_path(person, account, extension)
        return json_answer(profile_members(own_address(), person))

    def check(self, account: str, extension: str) -> Response:
        """Whether the person behind the token has one permission."""
        person = self._callers.accept(Group.LIGHT).person
        _check_path(person, account, extension)
        untrusted_id = request.args.get("permissionId", "")
        if not untrusted_id:
            raise Refused(INVALID_VALUE, "permissionId")
        if untrusted_id not in EVERY_PERMISSION:
            raise Refused(RESOURCE_NOT_FOUND, "permissionId", untrusted_id)
        return json_answer(check_members(own_address(), person, untrusted_id))

    def client_info(self) -> Response:
        """What the server takes the app for."""
        grant = self._callers.accept(Group.LIGHT, "ReadClientInfo")
        untrusted_user_agent = request.headers.get("User-Agent", "")
        return json_answer(
            client_members(own_address(), grant.app, untrusted_user_agent)
        )

    def permission(self, name: str) -> Response:
        """The readable name of a permission."""
        self._callers.accept(Group.LIGHT)
        if name not in EVERY_PERMISSION:
            raise Refused(RESOURCE_NOT_FOUND, "permissionId", name)
        return json_answer(permission_members(own_address(), name))

    def versions(self) -> Response:
        """The versions of the API."""
        return json_answer(
            {
                "uri": f"{own_address()}/restapi",
                "apiVersions": [_version()],
                "serverVersion": SERVER_VERSION,
            }
        )

    def version(self) -> Response:
        """The one version of the API."""
        return json_answer(_version() | {"serverVersion": SERVER_VERSION})

    def metadata(self) -> Response:
        """OpenID Connect Discovery 1.0 section 4."""
        return json_answer(
            openid_configuration(own_address(), self._behaviour.settings)
        )

    def oauth_metadata(self) -> Response:
        """RFC 8414 section 3, where the settings have it."""
        if not self._behaviour.settings.oauth_metadata_present:
            raise Refused(UNKNOWN_PATH)
        return self.metadata()


def _check_path(person: Person, account: str, extension: str = "~") -> None:
    if account not in ("~", ACCOUNT_ID):
        raise Refused(RESOURCE_NOT_FOUND, "accountId", account)
    if extension not in ("~", str(person.extension_id)):
        raise Refused(RESOURCE_NOT_FOUND, "extensionId", extension)


def _version() -> dict[str, object]:
    return {"uri": f"{own_address()}/restapi/v1.0", "versionString": _VERSION}
