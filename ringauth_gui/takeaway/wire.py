"""An exchange as it looks on the wire, its secrets hidden or not."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl, quote_plus, urlunsplit

from ringauth_gui.oauth.exchange import Exchange, HttpResponse
from ringauth_gui.oauth.url_parts import split_url
from ringauth_gui.takeaway.beginning import beginning
from ringauth_gui.takeaway.hiding import Hiding, Secrets, basic_pair

# Of the address, the body and what the client can decompress.
_CLIENTS_OWN = frozenset(
    ("host", "content-length", "content-type", "accept-encoding", "user-agent")
)
GIVEN_UP = "This body was given up to save memory."
_UNQUOTED = "•‹›"  # what stands for a secret stays readable in an address


@dataclass(frozen=True)
class WireField:
    """A header, or a parameter of a query or a form."""

    name: str
    value: str


@dataclass(frozen=True)
class WireRequest:
    """A request.

    Attributes:
        method: Such as ``POST``.
        url: With its query.
        headers: As they were sent, in their order.
        query: The query's parameters, decoded.
        form: The body's parameters, decoded; None for no body.
    """

    method: str
    url: str
    headers: tuple[WireField, ...]
    query: tuple[WireField, ...]
    form: tuple[WireField, ...] | None

    @property
    def body(self) -> str:
        """The body as it is sent, form-encoded; empty for none."""
        return _encoded(self.form or ())

    @property
    def basic(self) -> tuple[str, str] | None:
        """User and password of HTTP Basic; None where it is not used, or masked."""
        for header in self.headers:
            scheme, _, credentials = header.value.partition(" ")
            if header.name.lower() == "authorization" and scheme.lower() == "basic":
                return basic_pair(credentials)
        return None

    @property
    def own_headers(self) -> tuple[WireField, ...]:
        """The headers that no client makes by itself, without those of HTTP Basic."""
        made = _CLIENTS_OWN if self.basic is None else {*_CLIENTS_OWN, "authorization"}
        return tuple(each for each in self.headers if each.name.lower() not in made)

    @property
    def target(self) -> str:
        """Path and query."""
        parts = split_url(self.url)
        return urlunsplit(("", "", parts.path or "/", parts.query, ""))


@dataclass(frozen=True)
class WireResponse:
    """A response.

    Attributes:
        status: The HTTP status.
        reason: Its name, such as ``OK``; empty for a status that has none.
        headers: By lower-case name, as they came.
        body: As text.
        json: What the body holds, where it is JSON; else None.
        size: Of the body in bytes, as it came.
        is_cut: Whether only the beginning of the body was looked at.
        is_given_up: Whether the body is not there any more.
    """

    status: int
    reason: str
    headers: tuple[WireField, ...]
    body: str
    json: object
    size: int
    is_cut: bool
    is_given_up: bool

    @property
    def laid_out(self) -> str:
        """The body for reading: JSON with a line for each member."""
        if self.is_given_up:
            return f"[{GIVEN_UP}]"
        if self.json is None:
            return self.body
        return _encodable(json.dumps(self.json, indent=2, ensure_ascii=False))


def wire_request(exchange: Exchange, hiding: Hiding) -> WireRequest:
    """Return the request of ``exchange``."""
    request = exchange.request
    parts = split_url(request.url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = _fields([*pairs, *(exchange.query or {}).items()], hiding)
    address = parts._replace(
        netloc=hiding.text(f"//{parts.netloc}").removeprefix("//"),
        path=hiding.text(parts.path),
        query=_encoded(query),
        fragment=hiding.text(parts.fragment),
    )
    return WireRequest(
        method=request.method,
        url=urlunsplit(address),
        headers=_fields(exchange.request_headers.items(), hiding),
        query=query,
        form=None if request.form is None else _fields(request.form.items(), hiding),
    )


def wire_response(response: HttpResponse, hiding: Hiding) -> WireResponse:
    """Return ``response``."""
    text = response.body.decode("utf-8-sig", errors="replace")
    is_cut = hiding.longest is not None and len(text) > hiding.longest
    try:
        value = hiding.json(_beginning(json.loads(text), hiding))
        is_as_it_came = hiding.secrets is Secrets.SHOWN
        body = hiding.text(text) if is_as_it_came else _compact(value)
    except (ValueError, RecursionError):
        value, body = None, hiding.text(text)
    return WireResponse(
        status=response.status,
        reason=reason(response.status),
        headers=_fields(response.headers.items(), hiding),
        body=body,
        json=value,
        size=len(response.body) + response.given_up,
        is_cut=is_cut,
        is_given_up=response.given_up > 0,
    )


def _beginning(untrusted: object, hiding: Hiding) -> object:
    return untrusted if hiding.longest is None else beginning(untrusted, hiding.longest)


def _fields(pairs: Iterable[tuple[str, str]], hiding: Hiding) -> tuple[WireField, ...]:
    return tuple(
        WireField(hiding.text(name), hiding.value(name, value)) for name, value in pairs
    )


def _encoded(fields: Iterable[WireField]) -> str:
    return "&".join(f"{_quoted(each.name)}={_quoted(each.value)}" for each in fields)


def _quoted(text: str) -> str:
    return "".join(each if each in _UNQUOTED else quote_plus(each) for each in text)


def _compact(value: object) -> str:
    return _encodable(json.dumps(value, ensure_ascii=False))


def _encodable(text: str) -> str:
    """Return ``text`` with each half of a surrogate pair, which JSON may hold, told."""
    return text.encode(errors="backslashreplace").decode()


def reason(status: int) -> str:
    """Return the name of an HTTP status, such as ``OK``; empty where it has none."""
    names: Mapping[int, str] = {each.value: each.phrase for each in HTTPStatus}
    return names.get(status, "")
