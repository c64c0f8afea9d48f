"""Reads a server's own metadata (RFC 8414, OpenID Connect Discovery)."""

from collections.abc import Callable, Iterator, Mapping

from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.host_name import is_loopback
from ringauth_gui.oauth.json_answer import json_answer, unusable_answer
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.redirected_answer import refuse_redirect
from ringauth_gui.oauth.server_metadata import ServerMetadata, metadata_from
from ringauth_gui.oauth.url_parts import host_of, split_url

METADATA_SECONDS = 10.0
_WELL_KNOWN = "/.well-known/"
_OPENID = f"{_WELL_KNOWN}openid-configuration"
_OAUTH = f"{_WELL_KNOWN}oauth-authorization-server"
_OK = 200


def read_metadata(
    send: Callable[[HttpRequest], HttpResponse], address: str
) -> ServerMetadata:
    """Return the server at ``address`` as it describes itself.

    Args:
        send: Sends a request and returns its answer.
        address: The server's issuer identifier, or the address of the metadata
            themselves; already checked, without a final slash.

    Raises:
        NotJson: The metadata is not JSON.
        InvalidServerResponse: There is none, it names another issuer, or it lacks an
            endpoint.
        ConfigurationError: It names an endpoint that may not be contacted.
        NetworkError, OperationCancelled: As ``send`` raises them.
    """
    response = _first_answer(send, address)
    if response.status != _OK:
        raise unusable_answer(
            f"it shows no metadata (HTTP {response.status}, RFC 8414 section 3)",
            response,
        )
    untrusted = json_answer(response)
    _check(untrusted, _issuer_of(address), response)
    # Whether it was typed is for the profile to say.
    metadata = metadata_from({**untrusted, "typed": False})
    _refuse_this_computer(metadata, address, response)
    return metadata


def _first_answer(
    send: Callable[[HttpRequest], HttpResponse], address: str
) -> HttpResponse:
    """Ask each place in turn; where none has metadata, the first says why."""
    answers = []
    for url in _places(address):
        response = _ask(send, url)
        if response.status // 100 != 4:  # noqa: PLR2004 - the class of client errors
            return response
        answers.append(response)
    return answers[0]


def _places(address: str) -> Iterator[str]:
    parts = split_url(address)
    if _WELL_KNOWN in parts.path:
        yield address
        return
    yield address + _OPENID  # OpenID Connect Discovery section 4 appends
    origin = f"{parts.scheme}://{parts.netloc}"
    yield f"{origin}{_OAUTH}{parts.path}"  # RFC 8414 section 3.1 inserts
    if parts.path:
        yield f"{origin}{_OPENID}{parts.path}"  # RFC 8414 section 5
        yield address + _OAUTH  # the slip that servers with a path make


def _issuer_of(address: str) -> str:
    """Return the issuer whose metadata are at ``address``, without a final slash."""
    before, well_known, name_and_path = address.partition(_WELL_KNOWN)
    if not well_known:
        return address
    return before + "".join(name_and_path.partition("/")[1:]).removesuffix("/")


def _ask(send: Callable[[HttpRequest], HttpResponse], url: str) -> HttpResponse:
    headers = {"Accept": "application/json"}
    response = send(
        HttpRequest("GET", url, headers, None, METADATA_SECONDS, "metadata")
    )
    refuse_redirect(response)
    return response


def _check(
    untrusted: Mapping[str, object], issuer: str, response: HttpResponse
) -> None:
    """Refuse metadata of another server, or without the endpoints that are needed."""
    named = untrusted.get("issuer")
    # The final slash is not part of the address that was typed and asked.
    if not isinstance(named, str) or named.removesuffix("/") != issuer:
        raise unusable_answer(
            f'its metadata is that of "{plain(named)}" (RFC 8414 section 3.3)',
            response,
        )
    for name in ("authorization_endpoint", "token_endpoint"):
        value = untrusted.get(name)
        if not isinstance(value, str) or not value:
            raise unusable_answer(f"its metadata names no {name}", response)


def _refuse_this_computer(
    metadata: ServerMetadata, address: str, response: HttpResponse
) -> None:
    """Let no server elsewhere choose what is sent to programs on this computer."""
    if _is_here(address):
        return
    for name, url in metadata.texts().items():
        if _is_here(url):
            reason = f"its metadata names a {name} on this computer"
            raise unusable_answer(reason, response)


def _is_here(url: str) -> bool:
    return is_loopback(host_of(url))
