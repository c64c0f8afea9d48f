"""What is uncertain about the authorization endpoint."""

from dataclasses import dataclass, field

from ringauth_gui.practice.choices import (
    ScopeAtAuthorize,
    SignInError,
    WrongBrand,
)
from ringauth_gui.practice.setting import explained


@dataclass(frozen=True)
class SignInSwitches:
    """Both sides of each uncertainty of the sign-in in the browser."""

    scope_at_authorize: ScopeAtAuthorize = field(
        default=ScopeAtAuthorize.ENFORCED,
        metadata=explained(
            "Scope at authorize",
            "Enforced refuses what the app does not have and grants only what was "
            "asked; ignored grants all of the app (2.1, 13 no. 4).",
        ),
    )
    redirect_uri_may_be_left_out: bool = field(
        default=True,
        metadata=explained(
            "Redirect URI may be left out",
            "Whether an app with exactly one registered redirect URI need not send "
            "it (2.1, 2.6).",
        ),
    )
    any_loopback_port: bool = field(
        default=False,
        metadata=explained(
            "Any loopback port",
            "Whether a redirect URI on 127.0.0.1, ::1 or localhost matches with any"
            " port, as RFC 8252 has it (2.6, 13 no. 3).",
        ),
    )
    longest_state: int = field(
        default=0,
        metadata=explained(
            "Longest state",
            "Characters of state beyond which a request is refused; 0 takes any (13"
            " no. 2).",
        ),
    )
    wrong_brand: WrongBrand = field(
        default=WrongBrand.REDIRECTS,
        metadata=explained(
            "Wrong brand_id", "What a brand_id other than 1210 does (1.3, 2.4, 7.3)."
        ),
    )
    browser_stays_signed_in: bool = field(
        default=False,
        metadata=explained(
            "Browser stays signed in",
            "Whether a browser that has signed in goes straight to the access request "
            "the next time, and prompt=none can succeed (2.1, 2.2, 11 no. 30).",
        ),
    )
    authorize_takes_post: bool = field(
        default=True,
        metadata=explained(
            "Authorize by POST",
            "Whether the authorization endpoint takes a form as well, or answers "
            "405 (2).",
        ),
    )
    iss_in_answer: bool = field(
        default=False,
        metadata=explained(
            "iss in the answer",
            "Whether the redirect carries the issuer and the metadata announces it,"
            " as RFC 9207 has it; RingCentral documents none (2.3).",
        ),
    )
    description_encoded_twice: bool = field(
        default=False,
        metadata=explained(
            "Description encoded twice",
            "Whether error_description on the redirect URI is encoded twice (2.4).",
        ),
    )
    sign_in_error: SignInError = field(
        default=SignInError.NONE,
        metadata=explained(
            "Error of every sign-in",
            "The error that every sign-in is answered with; RingCentral's "
            "specification spells one of them otherwise than RFC 6749 (2.4).",
        ),
    )
