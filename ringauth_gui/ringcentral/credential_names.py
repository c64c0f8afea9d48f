"""The names under which people keep RingCentral credentials (reference section 9.1)."""

import enum
import re


class CredentialKind(enum.Enum):
    """What a name stands for; the value is what a person calls it."""

    CLIENT_ID = "client ID"
    CLIENT_SECRET = "client secret"  # noqa: S105 - what it is called, not a secret
    SERVER = "server"
    JWT = "JWT credential"


# Without RC_ or RINGCENTRAL_ before them, in lower case and without what joins words.
# The console's and the guide's own spelling come first.
_SPELLINGS = {
    CredentialKind.CLIENT_ID: ("appclientid", "clientid", "appkey"),
    CredentialKind.CLIENT_SECRET: ("appclientsecret", "clientsecret", "appsecret"),
    CredentialKind.SERVER: ("serverurl", "server"),
    CredentialKind.JWT: ("userjwt", "jwt", "jwttoken", "jwtcredential"),
}
_KINDS = {name: kind for kind, names in _SPELLINGS.items() for name in names}
_OWN = re.compile("(?:rc|ringcentral)(?=.)")


def kind_of(name: str) -> CredentialKind | None:
    """Return what ``name`` stands for, as in ``RC_APP_CLIENT_ID`` or ``clientId``."""
    return _KINDS.get(_bare(name))


def is_ringcentrals(name: str) -> bool:
    """Return whether ``name`` begins as RingCentral's usual variables do."""
    return re.match("(?:RC|RINGCENTRAL)_", name, re.IGNORECASE) is not None


def rank(name: str) -> tuple[bool, int]:
    """Return where ``name`` stands among names of the same kind; the least counts."""
    bare = _bare(name)
    names = _SPELLINGS[_KINDS[bare]] if bare in _KINDS else (bare,)
    return not is_ringcentrals(name), names.index(bare)


def _bare(name: str) -> str:
    return _OWN.sub("", re.sub("[^a-z0-9]", "", name.casefold()), count=1)
