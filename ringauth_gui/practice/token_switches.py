"""What is uncertain about the token and revocation endpoint."""

from dataclasses import dataclass, field

from ringauth_gui.practice.choices import ErrorStatus, UsedCode, WrongVerifier
from ringauth_gui.practice.setting import explained


@dataclass(frozen=True)
class TokenSwitches:
    """Both sides of each uncertainty of exchange, refresh and revocation."""

    error_status: ErrorStatus = field(
        default=ErrorStatus.OBSERVED,
        metadata=explained(
            "Status of token errors",
            "400 as nearly always observed, or 401 and 403 as in RingCentral's "
            "table (7.1, 7.3, 13 no. 8).",
        ),
    )
    wrong_verifier: WrongVerifier = field(
        default=WrongVerifier.INVALID_GRANT,
        metadata=explained(
            "Wrong code verifier",
            "The error of a PKCE mismatch; RingCentral's code is not known (7.3, 13"
            " no. 9).",
        ),
    )
    used_code: UsedCode = field(
        default=UsedCode.IS_REFUSED,
        metadata=explained(
            "Used code",
            "Whether a second exchange is OAU-106, or gives the same token with the"
            " time it has left (13 no. 21).",
        ),
    )
    pkce_replaces_secret: bool = field(
        default=False,
        metadata=explained(
            "PKCE instead of the secret",
            "Whether an app with a secret may exchange and refresh without it, or "
            "gets OAU-123 (3.3, 13 no. 13).",
        ),
    )
    client_id_needed_beside_basic: bool = field(
        default=False,
        metadata=explained(
            "client_id beside Basic",
            "Whether an app that uses HTTP Basic has to send client_id too, as the "
            "guide's table says, or gets CMN-101 (3.2).",
        ),
    )
    refresh_after_access_token: bool = field(
        default=True,
        metadata=explained(
            "Refresh after the access token",
            "Whether a refresh still works once the access token has expired (4 "
            "rule 8, 13 no. 14).",
        ),
    )
    jwt_refresh_token: bool = field(
        default=True,
        metadata=explained(
            "Refresh token for JWT sign-in",
            "Whether a sign-in by JWT credential gives a refresh token (4 rule 9, "
            "13 no. 15).",
        ),
    )
    endpoint_id_is_one_session: bool = field(
        default=False,
        metadata=explained(
            "endpoint_id is one session",
            "Whether a sign-in with an endpoint_id ends the earlier session of the "
            "same one (3.2, 13 no. 11).",
        ),
    )
    revoking_unknown_is_error: bool = field(
        default=False,
        metadata=explained(
            "Unknown token at revoke",
            "Whether revoking an unknown token is 400 OAU-213 instead of 200 (5, 13"
            " no. 12).",
        ),
    )
