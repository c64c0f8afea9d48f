"""One text for a ticket: what RingAuth is, what it found, and what it sent."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.oauth.plain_text import with_escapes
from ringauth_gui.oauth.token import Token
from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.redaction import Redaction
from ringauth_gui.takeaway.hiding import Hiding, Secrets, fingerprint
from ringauth_gui.takeaway.wire import WireField, wire_request, wire_response

MOST_EXCHANGES = 20
LONGEST_BODY = 4000  # characters
_LOOKED_AT = 64 * 1024  # characters of a body; more would take its time for nothing
_FIRST_ERROR = 400
_NO_LOG = "There is no log that can be read."
_INTRODUCTION = (
    "Secrets are replaced by fingerprints such as #1a2b3c4d: the same secret has the "
    "same one all over this report, and another one in the next report. The names of "
    "this computer and of its user are replaced too. Answers that went well and are "
    "about people are left out."
)


@dataclass(frozen=True)
class ReportLine:
    """One check, in words: how it ended, what it was, what it found, and details."""

    verdict: str
    title: str
    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportSource:
    """What a report is made of.

    Attributes:
        made_at: When, in seconds since the epoch.
        versions: Each program and library with its version.
        profile: The members of the profile's file, without any secret.
        token: The token in sight, if there is one.
        checks: What the checks found.
        exchanges: What was sent for the profile, oldest first.
        log: The last lines of the program's log.
    """

    made_at: float
    versions: Mapping[str, str]
    profile: Mapping[str, object]
    token: Token | None
    checks: Sequence[ReportLine]
    exchanges: Sequence[Exchange]
    log: Sequence[str]


@dataclass(frozen=True)
class Report:
    """Makes the text.

    Attributes:
        redaction: Knows the secrets in play.
        names: Knows what tells of the person.
        salt: New for each report, so that no two can be compared.
    """

    redaction: Redaction
    names: PersonalNames
    salt: bytes

    def text(self, source: ReportSource) -> str:
        """Return the report; it is cleaned as a whole once more at the end (R22)."""
        clean = self.redaction.clean
        parts = (
            f"RingAuth report of {_time(source.made_at)}\n\n{_INTRODUCTION}",
            _section("Versions", (f"{k}: {v}" for k, v in source.versions.items())),
            _section("Checks", map(clean, _checks(source.checks))),
            _section("Profile", [_laid_out(source.profile)]),
            _section("Token", self._token(source.token)),
            _section("Last exchanges", self._exchanges(source.exchanges)),
            _section("Log", map(clean, source.log or (_NO_LOG,))),
        )
        # By value alone: fingerprints stand where the keys tell of secrets.
        text = self.redaction.clean_values("\n\n".join(parts))
        # Last, since an escape may hide a name; a terminal obeys what it is shown (R7).
        return f"{with_escapes(self.names.replaced_everywhere_in(text))}\n"

    def _token(self, token: Token | None) -> Iterator[str]:
        if token is None:
            yield "There is none."
            return
        yield f"access {self._fingerprint(token.access_token)}"
        yield f"refresh {self._fingerprint(token.refresh_token)}"
        yield f"issued {_time(token.issued.wall)}, lifetime {token.expires_in} s"
        if token.refresh_issued is not None:
            since = _time(token.refresh_issued.wall)
            seconds = token.refresh_token_expires_in
            yield f"refreshable since {since}, lifetime {seconds} s"
        for name, value in (
            ("scope", None if token.scope is None else " ".join(token.scope)),
            ("owner_id", token.owner_id),
            ("endpoint_id", token.endpoint_id),
            ("session_id", token.session_id),
        ):
            if value is not None:
                yield f"{name} {value}"

    def _fingerprint(self, secret: str | None) -> str:
        return "none" if secret is None else fingerprint(secret, self.salt)

    def _exchanges(self, exchanges: Sequence[Exchange]) -> Iterator[str]:
        if not exchanges:
            yield "Nothing was sent."
        for exchange in exchanges[-MOST_EXCHANGES:]:
            yield "\n".join(self._exchange(exchange))

    def _exchange(self, exchange: Exchange) -> Iterator[str]:
        secrets = Secrets.FINGERPRINT
        hiding = Hiding(self.redaction, secrets, self.salt, longest=_LOOKED_AT)
        request = wire_request(exchange, hiding)
        took = f"{round(exchange.seconds * 1000)} ms"
        yield f"--- {_time(exchange.sent.wall)}, {took}"
        yield f"{request.method} {request.url}"
        yield from _fields(request.headers, ": ")
        yield from _fields(request.form or (), "=")
        if exchange.in_browser:
            yield "→ opened in the browser"
        if exchange.failure is not None:
            yield f"→ no whole answer: {hiding.text(exchange.failure)}"
        if exchange.response is not None:
            response = wire_response(exchange.response, hiding)
            yield f"→ {response.status} {response.reason}".rstrip()
            yield from _fields(response.headers, ": ")
            is_wanted = response.status >= _FIRST_ERROR or request.form is not None
            left_out = f"[{response.size} bytes, left out: they are about people]"
            yield _cut(response.laid_out) if is_wanted else left_out


def _cut(body: str) -> str:
    if len(body) <= LONGEST_BODY:
        return body
    return f"{body[:LONGEST_BODY]}\n[There is more.]"


def _laid_out(members: Mapping[str, object]) -> str:
    # Letters as they are: what is written as an escape is not found by a name (R26).
    return json.dumps(dict(members), ensure_ascii=False, indent=2)


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join((f"== {title}", *lines))


def _checks(checks: Sequence[ReportLine]) -> Iterator[str]:
    if not checks:
        yield "They were not run."
    for each in checks:
        yield f"[{each.verdict}] {each.title}: {each.text}"
        yield from (f"    {detail}" for detail in each.details)


def _fields(fields: Sequence[WireField], between: str) -> Iterator[str]:
    return (f"{each.name}{between}{each.value}" for each in fields)


def _time(wall: float) -> str:
    return datetime.fromtimestamp(wall, UTC).isoformat(timespec="seconds")
