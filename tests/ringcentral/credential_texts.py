"""Credentials as they stand in a file, and what was found in it."""

import json

from ringauth_gui.ringcentral.credentials_file import read_credentials
from ringauth_gui.ringcentral.found_credentials import FoundCredentials
from tests.fakes.jwt_credentials import credential

SECRET = "CANARY-client-secret-9d"
ADAS = credential(sub="101")
GRACES = credential(sub="102")


def one_app(text: str) -> FoundCredentials:
    (found,) = read_credentials(text.encode(), "rc-credentials.json")
    return found


def in_json(**members: object) -> FoundCredentials:
    return one_app(json.dumps(members))


def labels_of(found: FoundCredentials) -> list[str]:
    return [jwt.label for jwt in found.jwts]


def assertions_of(found: FoundCredentials) -> list[str]:
    return [jwt.credential.assertion for jwt in found.jwts]
