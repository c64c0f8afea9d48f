"""Where the API is asked about a token (reference section 10)."""

from urllib.parse import urlencode

ACCOUNT = "/restapi/v1.0/account/~"
EXTENSION = f"{ACCOUNT}/extension/~"
PERMISSIONS = f"{EXTENSION}/authz-profile"
VERSION = "/restapi/v1.0"


def permission_check(untrusted_name: str) -> str:
    """Return the call that tells whether the user has one permission.

    It needs no app scope, so that it answers for every app.
    """
    query = urlencode({"permissionId": untrusted_name})
    return f"{PERMISSIONS}/check?{query}"


PERMISSION_CHECK = permission_check("ReadExtensions")
