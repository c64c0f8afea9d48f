"""What a person types of another server: its address, or each of its endpoints."""

from collections.abc import Mapping
from dataclasses import replace

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.endpoint_url import server_address
from ringauth_gui.oauth.server_metadata import (
    ENDPOINTS,
    ServerMetadata,
    metadata_from,
)
from ringauth_gui.oauth.url_parts import host_of
from ringauth_gui.ringcentral.servers import is_sandbox

_RETIRED = (
    "RingCentral retired its sandbox, so this server no longer exists. Choose"
    " RingCentral as the server and use a production app."
)


def typed_address(text: str) -> str:
    """Return the address that names another server; it may have a path.

    Raises:
        ConfigurationError: It cannot be used, or is RingCentral's retired sandbox.
    """
    address = server_address(text, "server_url")
    _refuse_sandbox(address, "server_url")
    return address


def typed_metadata(texts: Mapping[str, str]) -> ServerMetadata:
    """Return the metadata made of addresses typed by hand, by the names of ENDPOINTS.

    One that is not there, or empty, is not known; only the authorization and the token
    endpoint are needed.

    Raises:
        ConfigurationError: One of them cannot be used; the error names it.
    """
    metadata = replace(metadata_from(texts), typed=True)
    for name in ENDPOINTS:
        _refuse_sandbox(getattr(metadata, name) or "", name)
    return metadata


def _refuse_sandbox(url: str, field: str) -> None:
    if is_sandbox(host_of(url)):
        raise ConfigurationError(field, _RETIRED)
