"""A JWT credential: read, not verified; its signer alone has the key (RFC 7523)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.moment import CLOCK_TOLERANCE, Moment
from ringauth_gui.oauth.character_name import described_at
from ringauth_gui.oauth.json_object import UnusableJson
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.unverified_jwt import PARTS, read_unverified

LONGEST_CREDENTIAL = 16 * 1024
_ENCRYPTED_PARTS = 5  # RFC 7516 section 3.1
_LATEST = 253_402_300_799  # the last second that a calendar can show
# An opaque token is some hundred characters long, and begins with a name of a data
# centre (reference section 3.5); a client secret is far shorter.
_SHORTEST_TOKEN = 100
_TOKEN_STARTS = ("U0pD", "U1BC", "QU1T")
_ID_TOKEN_CLAIMS = frozenset({"at_hash", "auth_time", "c_hash", "nonce"})
# Where a list of client IDs may stand; the first is the practice server's.
_APP_CLAIMS = ("client_ids", "clientIds", "client_id", "clientId", "azp", "apps")
_ALL_APPS = frozenset({"*", "all"})
_PROMISE = "A JWT credential begins with “eyJ” and has three parts with a dot between."


@dataclass(frozen=True)
class JwtCredential:
    """What a JWT credential says of itself; untrusted, and already fit to be shown.

    Attributes:
        assertion: The credential, without what stood around it (RFC 7521 section 4.1).
        expires_at: When it ends, in seconds since the epoch; None when it does not say.
        apps: The client IDs that it is limited to; None when it does not say.
        audience: For which servers it is made.
        issuer: Who made it.
        subject: Whose it is.
    """

    assertion: str = field(repr=False)
    expires_at: float | None = None
    apps: tuple[str, ...] | None = None
    audience: tuple[str, ...] = ()
    issuer: str | None = None
    subject: str | None = None

    def is_for(self, client_id: str) -> bool:
        """Return whether the app may use it, as far as it says."""
        return self.apps is None or client_id in self.apps

    def seconds_left(self, now: Moment) -> float | None:
        """Return how long it still lasts, negative once over, None when unknown."""
        return None if self.expires_at is None else self.expires_at - now.wall

    def has_ended(self, now: Moment) -> bool:
        """Return whether it is over for certain, clocks being what they are."""
        left = self.seconds_left(now)
        return left is not None and left < -CLOCK_TOLERANCE


def read_jwt_credential(text: str) -> JwtCredential:
    """Return the credential that ``text`` holds; blanks around it do not count.

    Raises:
        ConfigurationError: It is no JWT credential; the reason says what it seems to
            be, and quotes nothing of it.
    """
    assertion = text.strip()
    _refuse_other_things(assertion)
    claims = _claims(assertion)
    if _ID_TOKEN_CLAIMS & claims.keys():
        _refuse(
            "This is an ID token, which says who signed in. The JWT credential is made"
            " in RingCentral's developer console, under Credentials."
        )
    return JwtCredential(
        assertion=assertion,
        expires_at=_date(claims.get("exp")),
        apps=_apps(claims),
        audience=_texts(claims.get("aud")),
        issuer=next(iter(_texts(claims.get("iss"))), None),
        subject=next(iter(_texts(claims.get("sub"))), None),
    )


def _refuse(reason: str) -> NoReturn:
    # Without a cause: what a library says may quote the credential.
    raise ConfigurationError("jwt_credential", reason) from None


def _refuse_other_things(text: str) -> None:
    if not text:
        _refuse("The JWT credential is missing.")
    if len(text) > LONGEST_CREDENTIAL:
        _refuse(
            f"It has {len(text)} characters; no JWT credential has more than"
            f" {LONGEST_CREDENTIAL}."
        )
    foreign = re.search(r"[^A-Za-z0-9._-]", text)  # RFC 7515 section 3.1
    if foreign is not None and not _is_opaque(text):
        _refuse(
            f"It holds {described_at(text, foreign.start())}."
            " Copy the JWT credential alone, in one piece."
        )
    parts = text.count(".") + 1
    if parts == PARTS:
        return
    if parts == _ENCRYPTED_PARTS:
        _refuse("This JWT is encrypted; RingCentral's credentials are signed only.")
    if parts > 1:
        _refuse(f"It has {parts} parts; perhaps it was not copied whole. {_PROMISE}")
    _refuse_opaque(text)


def _is_opaque(text: str) -> bool:
    """Return whether it is one word of printable ASCII without a dot."""
    return "." not in text and all("!" <= character <= "~" for character in text)


def _refuse_opaque(text: str) -> NoReturn:
    if text.startswith("eyJ"):
        _refuse(f"This is only the beginning of a JWT. {_PROMISE}")
    if len(text) >= _SHORTEST_TOKEN or text.startswith(_TOKEN_STARTS):
        _refuse(
            "This looks like an access or refresh token, which an app gets when it"
            f" signs in. {_PROMISE}"
        )
    _refuse(
        f"This is no JWT; it looks like a client secret or another password. {_PROMISE}"
    )


def _claims(assertion: str) -> Mapping[str, object]:
    try:
        unverified = read_unverified(assertion)
    except UnusableJson:
        _refuse(f"This JWT cannot be read; perhaps it was cut or changed. {_PROMISE}")
    if not unverified.signature:
        _refuse("This JWT is not signed. Copy it again, to its very end.")
    return unverified.claims


def _date(value: object) -> float | None:
    """Return a NumericDate (RFC 7519 section 2); None for what no calendar can show."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = float(value)  # of any length, unlike int()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value <= _LATEST else None


def _apps(claims: Mapping[str, object]) -> tuple[str, ...] | None:
    for name in _APP_CLAIMS:
        texts = _texts(claims.get(name))
        apps = tuple(app for text in texts for app in re.split(r"[\s,;]+", text) if app)
        if apps:
            return None if _ALL_APPS & set(apps) else apps
    return None


def _texts(value: object) -> tuple[str, ...]:
    """Return the text or the texts in ``value``, fit to be shown."""
    values = value if isinstance(value, list) else [value]
    return tuple(plain(each) for each in values if isinstance(each, str) and each)
