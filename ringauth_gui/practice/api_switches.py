"""What is uncertain about the calls with an access token and about discovery."""

from dataclasses import dataclass, field

from ringauth_gui.practice.choices import ExpiredTopCode
from ringauth_gui.practice.setting import explained


@dataclass(frozen=True)
class ApiSwitches:
    """Both sides of each uncertainty of the API and the smaller endpoints."""

    expired_top_code: ExpiredTopCode = field(
        default=ExpiredTopCode.INVALID,
        metadata=explained(
            "Top code of an expired token",
            "The errorCode above OAU-128 (7.4, 13 no. 18).",
        ),
    )
    userinfo_needs_openid: bool = field(
        default=False,
        metadata=explained(
            "Userinfo needs openid",
            "Whether userinfo refuses a token without the scope openid (6.1, 13 no."
            " 20).",
        ),
    )
    introspection_present: bool = field(
        default=False,
        metadata=explained(
            "Introspection",
            "Whether the endpoint of the older specification is there, for apps with "
            "the permission Interoperability (6.2, 13 no. 16).",
        ),
    )
    session_info_present: bool = field(
        default=False,
        metadata=explained(
            "Session info",
            "Whether the endpoint of the older specification is there (6.2, 13 no. "
            "16).",
        ),
    )
    oauth_metadata_present: bool = field(
        default=False,
        metadata=explained(
            "RFC 8414 metadata",
            "Whether /.well-known/oauth-authorization-server is there (1.4, 13 no. "
            "19).",
        ),
    )
