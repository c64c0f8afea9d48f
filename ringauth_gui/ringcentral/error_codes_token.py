"""Codes about a token: unreadable, expired, replaced, revoked, unknown."""

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

TOKEN_CODES = (
    ErrorCode(
        "OAU-128",
        (401,),
        "The access token has expired",
        "Refresh it. Where there is no refresh token, sign in again.",
        at.REFRESH,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-129",
        (401,),
        "The access token is damaged, or was just replaced",
        "A refresh ends the former token within seconds, and a copy may be cut short. "
        "Use the new token, or sign in again.",
        at.REFRESH,
        f"{at.GUIDE}; an experiment by a RingCentral engineer",
        Certainty.DOCUMENTED,
        "The guide knows only the damaged token. After a refresh it was seen for about "
        "ten seconds, then OAU-213.",
    ),
    ErrorCode(
        "OAU-134",
        (401,),
        "The Authorization header is not as it should be",
        "Copy the token again, without quotes, blanks and line breaks, "
        "behind the word Bearer.",
        at.COPY_HEADER,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-149",
        (401,),
        "The API cannot read this as an access token",
        "It may be cut short, or be a JWT credential. Sign in again for a new one.",
        at.AUTHORIZE,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "A JWT credential begins with eyJ. It is exchanged for an access token and "
        "never used as one.",
    ),
    ErrorCode(
        "OAU-150",
        (400,),
        "The address and the form of a request disagree",
        "This is a mistake of the program that asked: one parameter has two values. "
        "Keep the exchange of the HTTP log for the program's maker.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-151",
        (401,),
        "The API does not support this kind of authorization",
        "API calls take a Bearer token only; Basic is for the token endpoint. "
        "Sign in, then use the access token.",
        at.COPY_HEADER,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-210",
        (400,),
        "The refresh token has expired",
        "It lives for about seven days unless it is refreshed. Sign in again.",
        at.AUTHORIZE,
        at.COMMUNITY,
        Certainty.REPORTED,
        "In the exchange of an authorization code it means that the code has expired, "
        "in a JWT sign-in that the JWT credential has.",
    ),
    ErrorCode(
        "OAU-211",
        (400,),
        "The session was revoked",
        "Someone or some program ended it, or the password was changed. Sign in again.",
        at.AUTHORIZE,
        at.COMMUNITY,
        Certainty.REPORTED,
    ),
    ErrorCode(
        "OAU-213",
        (400, 401),
        "{server} no longer knows this token",
        "It was refreshed elsewhere, revoked, or ended by a sixth sign-in, or the "
        "profile names another server. Sign in again.",
        at.AUTHORIZE,
        f"{at.COMMUNITY}; {at.WIDGETS}",
        Certainty.SEEN,
        "HTTP 400 comes from the token endpoint, 401 from API calls.",
    ),
    ErrorCode(
        "TokenInvalid",
        (401,),
        "The API does not accept this access token",
        "The code beside it says why, such as OAU-213 or OAU-149. "
        "Without one, refresh the token or sign in again.",
        at.REFRESH,
        f"{at.GUIDE}; {at.COMMUNITY}",
        Certainty.DOCUMENTED,
        "It also comes when the sign-in address is called by a program with a Bearer "
        "header instead of being opened in a browser.",
    ),
    ErrorCode(
        "TokenExpired",
        (),
        "The API says that the access token has expired",
        "Refresh the token. Where there is no refresh token, sign in again.",
        at.REFRESH,
        "hearsay: no document and no report confirms it",
        Certainty.UNCERTAIN,
        "Treat it like TokenInvalid.",
    ),
)
