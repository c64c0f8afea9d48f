"""What the settings of the practice server let one choose between."""

import enum


class SixthSession(enum.Enum):
    """What a sign-in does that is one more than a person may have with an app."""

    ENDS_OLDEST = "ends the oldest"
    IS_REFUSED = "is refused"
    IS_ALLOWED = "is allowed"


class CountedBy(enum.Enum):
    """Whose calls the limit of the Auth group counts together."""

    CLIENT = "client ID"
    CLIENT_AND_PERSON = "client ID and person"
    ACCOUNT = "account"


class RetryAfter(enum.Enum):
    """How a 429 says how long to wait."""

    SECONDS = "seconds"
    DATE = "date"
    ABSENT = "absent"


class ScopeAtAuthorize(enum.Enum):
    """What ``scope`` does at the authorization endpoint."""

    ENFORCED = "enforced"
    IGNORED = "ignored"


class WrongBrand(enum.Enum):
    """What a ``brand_id`` of another brand does."""

    REDIRECTS = "redirects with invalid_request"
    SHOWS_PAGE = "shows a page with OAU-101"
    IS_IGNORED = "is ignored"


class SignInError(enum.Enum):
    """The ``error`` that every sign-in is answered with."""

    NONE = "none"
    TEMPORARILY_UNAVAILABLE = "temporarily_unavailable"
    MISSPELLED_UNAVAILABLE = "temporarily_unavaialable"  # RingCentral's specification
    SERVER_ERROR = "server_error"
    UNAUTHORIZED_CLIENT = "unauthorized_client"
    LOGIN_REQUIRED = "login_required"
    INTERACTION_REQUIRED = "interaction_required"


class ErrorStatus(enum.Enum):
    """The HTTP status of refusals at the token and revocation endpoint."""

    OBSERVED = "as observed"
    TABLE = "as in RingCentral's table"


class WrongVerifier(enum.Enum):
    """The ``error`` for a code verifier that does not match."""

    INVALID_GRANT = "invalid_grant"
    INVALID_REQUEST = "invalid_request"


class UsedCode(enum.Enum):
    """What the second exchange of a code gives."""

    IS_REFUSED = "is refused"
    GIVES_THE_SAME = "gives the same token"


class IdTokenAlgorithm(enum.Enum):
    """What ID tokens are signed with."""

    RS256 = "RS256"
    HS256 = "HS256"


class IdTokenFault(enum.Enum):
    """What is wrong with the ID tokens."""

    NONE = "none"
    WRONG_KEY = "wrong key"
    WRONG_AUDIENCE = "wrong audience"
    WRONG_ISSUER = "wrong issuer"
    WRONG_NONCE = "wrong nonce"
    EXPIRED = "expired"
    ALG_NONE = "alg none"


class ExpiredTopCode(enum.Enum):
    """The top-level code of an API answer to an expired access token."""

    INVALID = "TokenInvalid"
    EXPIRED = "TokenExpired"
