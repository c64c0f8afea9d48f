"""A token and a client secret as texts for the keyring, bound to client and host."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.moment import LAST_SECOND, Moment
from ringauth_gui.oauth.lifetime import LONGEST_LIFETIME
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.token_store import SecretKind

VERSION = 1
_MEMBERS = {
    SecretKind.CLIENT_SECRET: "client_secret",
    SecretKind.JWT_CREDENTIAL: "jwt_credential",
}
_NAMES = {
    SecretKind.CLIENT_SECRET: "client secret",
    SecretKind.JWT_CREDENTIAL: "JWT credential",
}
_ONE_WORD = re.compile("[!-~]*")
_MOMENTS = ("issued", "refresh_issued", "session_issued")
_AHEAD = "_server_ahead"  # added to a moment's name: what was known of both clocks then


@dataclass(frozen=True)
class Binding:
    """Where a kept secret belongs and may be sent; nowhere else (R8).

    Attributes:
        client_id: RFC 6749 section 2.2.
        host: Every authority that secrets are sent to, or the practice server.
    """

    client_id: str
    host: str


class DamagedRecord(TokenStoreError):
    """What was kept is nothing that RingAuth wrote; nobody can use it any more."""


def token_to_text(token: Token, binding: Binding) -> str:
    """Return the text to keep; only the wall clock's time outlives the process."""
    # vars(), because a deep copy of every member as asdict() makes it is not wanted.
    members = dict(vars(token))
    for name in _MOMENTS:
        moment: Moment | None = members[name]
        members[name] = moment and moment.wall
        if moment is not None and moment.ahead is not None:
            members[name + _AHEAD] = [moment.ahead.least, moment.ahead.most]
    return _to_text(binding, "token", members)


def token_from_text(text: str, binding: Binding) -> Token | None:
    """Return the kept token, or None when it belongs to another client or host.

    Raises:
        DamagedRecord: The text is none that RingAuth wrote.
    """
    advice = "The token kept for this profile is damaged. Authorize again."
    try:
        members = _from_text(text, binding, "token")
        if members is None:
            return None
        if not isinstance(members, dict):
            raise ValueError("no token")  # noqa: TRY004, TRY301 - one type for all junk
        return _token(members)
    except (ValueError, RecursionError):
        # Not chained: what could not be read may be most of a token.
        raise DamagedRecord(advice) from None


def secret_to_text(secret: str, kind: SecretKind, binding: Binding) -> str:
    """Return the text to keep for a client secret or a JWT credential."""
    return _to_text(binding, _MEMBERS[kind], secret)


def secret_from_text(text: str, kind: SecretKind, binding: Binding) -> str | None:
    """Return the kept secret, or None when it belongs to another client or host.

    Raises:
        DamagedRecord: The text is none that RingAuth wrote.
    """
    try:
        secret = _from_text(text, binding, _MEMBERS[kind])
        return _optional_secret({"secret": secret}, "secret")
    except (ValueError, RecursionError):
        raise DamagedRecord(
            f"The {_NAMES[kind]} kept for this profile is damaged. Enter it again."
        ) from None


def _to_text(binding: Binding, kind: str, value: object) -> str:
    record = {"version": VERSION, **vars(binding), kind: value}
    return json.dumps(record, sort_keys=True)


def _from_text(text: str, binding: Binding, kind: str) -> object:
    """Return the value kept as ``kind``, or None when it is bound elsewhere."""
    record = json.loads(text)
    if not isinstance(record, dict) or record.get("version") != VERSION:
        raise ValueError("no record of this version")
    if kind not in record or record[kind] is None:
        raise ValueError("nothing kept")
    found = Binding(_text(record, "client_id"), _text(record, "host"))
    return record[kind] if found == binding else None


def _token(members: Mapping[str, object]) -> Token:
    other = members.get("other")
    if not isinstance(other, dict):
        raise ValueError("other")  # noqa: TRY004 - one type for all junk
    issued = _moment(members, "issued")
    if issued is None:
        raise ValueError("issued")
    return Token(
        access_token=_secret(members, "access_token"),
        token_type=_text(members, "token_type"),
        issued=issued,
        expires_in=_whole(members, "expires_in"),
        refresh_token=_optional_secret(members, "refresh_token"),
        refresh_issued=_moment(members, "refresh_issued"),
        refresh_token_expires_in=_whole(members, "refresh_token_expires_in"),
        scope=_scope(members.get("scope")),
        owner_id=_optional_text(members, "owner_id"),
        endpoint_id=_optional_text(members, "endpoint_id"),
        session_id=_optional_text(members, "session_id"),
        id_token=_optional_secret(members, "id_token"),
        session_issued=_moment(members, "session_issued"),
        session_expires_in=_whole(members, "session_expires_in"),
        session_idle_timeout=_whole(members, "session_idle_timeout"),
        other=other,
        obtained_here=members.get("obtained_here") is not False,
    )


def _text(members: Mapping[str, object], name: str) -> str:
    value = members.get(name)
    if not isinstance(value, str):
        raise ValueError(name)  # noqa: TRY004 - one type for all junk
    return value


def _optional_text(members: Mapping[str, object], name: str) -> str | None:
    return None if members.get(name) is None else _text(members, name)


def _secret(members: Mapping[str, object], name: str) -> str:
    """Return a token or a secret; what no header can carry is none (R10, R28)."""
    value = _text(members, name)
    if not _ONE_WORD.fullmatch(value):
        raise ValueError(name)
    return value


def _optional_secret(members: Mapping[str, object], name: str) -> str | None:
    return None if members.get(name) is None else _secret(members, name)


def _whole(members: Mapping[str, object], name: str) -> int | None:
    value = members.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(name)  # noqa: TRY004 - one type for all junk
    if not 0 <= value < LONGEST_LIFETIME:
        raise ValueError(name)
    return value


def _moment(members: Mapping[str, object], name: str) -> Moment | None:
    value = members.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(name)  # noqa: TRY004 - one type for all junk
    if not 0 <= value <= LAST_SECOND:
        raise ValueError(name)
    return Moment(float(value), ahead=_difference(members.get(name + _AHEAD)))


def _difference(value: object) -> ClockDifference | None:
    """Return how far the server's clock was ahead; junk is as good as not known."""
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - both bounds
        return None
    least, most = value
    if not all(type(each) in {int, float} for each in value) or not (
        -LAST_SECOND <= least <= most <= LAST_SECOND
    ):
        return None
    return ClockDifference(float(least), float(most))


def _scope(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("scope")
    return tuple(value)
