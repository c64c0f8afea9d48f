"""A profile: a named registration with its options; its secrets lie elsewhere."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import NO_OPTIONS, RequestOptions
from ringauth_gui.oauth.server_metadata import ServerMetadata

DEFAULT_REDIRECT_URI = "http://localhost:27464/callback"


class ServerKind(enum.Enum):
    """Which server a profile signs in to."""

    RINGCENTRAL = "ringcentral"
    RINGCENTRAL_BIZ = "ringcentral-biz"
    PRACTICE = "practice"
    OTHER = "other"


@dataclass(frozen=True)
class Profile:
    """What a person set up, as kept in the profile file.

    Attributes:
        id: Opaque and never reused; names the profile's items in the keyring.
        name: Shown in the side list.
        server: Which server.
        server_url: The address typed for another server, else empty; it may be empty
            too where the endpoints were typed.
        metadata: What is known of another server, read from it or typed; else None.
        client_id: As registered.
        has_secret: Whether the app is confidential (RFC 6749 section 2.1).
        redirect_uris: As registered, in order of preference.
        grant_type: How a token is come by: through the browser, or by a JWT credential.
        options: What is asked for beyond the necessary.
        auto_refresh: Refresh by itself before the access token ends.
        keep_tokens: Keep tokens and secret in the keyring; else in memory only.
        unknown: Members of the file that this version does not know; kept as they are.
    """

    id: str
    name: str
    server: ServerKind
    client_id: str
    has_secret: bool
    server_url: str = ""
    metadata: ServerMetadata | None = None
    redirect_uris: tuple[str, ...] = (DEFAULT_REDIRECT_URI,)
    grant_type: GrantType = GrantType.AUTHORIZATION_CODE
    options: RequestOptions = NO_OPTIONS
    auto_refresh: bool = False
    keep_tokens: bool = True
    unknown: Mapping[str, object] = field(default_factory=dict)
