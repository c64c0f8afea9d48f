"""What is uncertain about the members of a token answer."""

from dataclasses import dataclass, field

from ringauth_gui.practice.choices import IdTokenAlgorithm, IdTokenFault
from ringauth_gui.practice.setting import explained


@dataclass(frozen=True)
class AnswerSwitches:
    """Both sides of each uncertainty of what a token answer holds."""

    token_type: str = field(
        default="bearer",
        metadata=explained("Spelling of token_type", "The value of token_type (3.4)."),
    )
    one_second_less: bool = field(
        default=False,
        metadata=explained(
            "One second less",
            "Whether lifetimes are told as 3599 and 604799, as real answers do (3.4).",
        ),
    )
    numbers_as_strings: bool = field(
        default=False,
        metadata=explained(
            "Numbers as strings",
            "Whether lifetimes come as text instead of numbers (12 no. 16).",
        ),
    )
    session_id_present: bool = field(
        default=True,
        metadata=explained("session_id", "Whether the answer names the session (3.4)."),
    )
    owner_id_present: bool = field(
        default=True,
        metadata=explained("owner_id", "Whether the answer names the person (3.4)."),
    )
    endpoint_id_present: bool = field(
        default=True,
        metadata=explained(
            "endpoint_id", "Whether the answer names the app's instance (3.4)."
        ),
    )
    id_token_given: bool = field(
        default=True,
        metadata=explained(
            "ID token",
            "Whether asking for the scope openid gives an ID token (2.1, 13 no. 5).",
        ),
    )
    id_token_algorithm: IdTokenAlgorithm = field(
        default=IdTokenAlgorithm.RS256,
        metadata=explained(
            "ID token algorithm",
            "HS256 is signed with the app's secret; an app without one gets RS256 "
            "(1.4).",
        ),
    )
    id_token_fault: IdTokenFault = field(
        default=IdTokenFault.NONE,
        metadata=explained(
            "Fault of the ID token",
            "What a client has to notice about the ID token (3.5).",
        ),
    )
