"""Codes of the browser's sign-in and of the authorization code."""

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

_STATUS_DIFFERS = (
    "RingCentral's table says HTTP 403; at the token endpoint it was mostly seen "
    "with 400."
)

SIGN_IN_CODES = (
    ErrorCode(
        "OAU-101",
        (403,),
        "{server} does not know this brand ID",
        "Clear the brand ID in the profile. Without one {server} takes the brand of "
        "the app.",
        at.PROFILE_OPTIONS,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-102",
        (403,),
        "{server} could not issue an authorization code",
        "Sign in again. If it stays so, check in the developer console whether the app "
        "is active.",
        at.CONSOLE_APP,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-106",
        (403,),
        "{server} does not accept this authorization code",
        "A code works once, so a page that was loaded twice spoils it. "
        "Sign in again from the start.",
        at.AUTHORIZE,
        at.GUIDE,
        Certainty.DOCUMENTED,
        _STATUS_DIFFERS,
    ),
    ErrorCode(
        "OAU-108",
        (403,),
        "The authorization code had expired",
        "It has to be exchanged within about a minute. Sign in again from the start.",
        at.AUTHORIZE,
        at.GUIDE,
        Certainty.DOCUMENTED,
        f"The minute is only an example in the documents. {_STATUS_DIFFERS}",
    ),
    ErrorCode(
        "OAU-109",
        (403,),
        "The redirect URI is not the one registered for this app",
        "Register exactly {redirect_uri} in the app's settings, letter for letter.",
        at.CONSOLE_REDIRECT_URI,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "RingCentral's table says HTTP 403, its guide also 400. The browser often "
        "shows bare JSON, and the program that waits is not told.",
    ),
    ErrorCode(
        "OAU-110",
        (403,),
        "The authorization code belongs to another app",
        "The client ID was changed while the sign-in ran. Check it, then sign in again "
        "from the start.",
        at.PROFILE_CLIENT_ID,
        at.GUIDE,
        Certainty.DOCUMENTED,
        _STATUS_DIFFERS,
    ),
    ErrorCode(
        "OAU-111",
        (400,),
        "The request named a parameter twice",
        "This is a mistake of the program that asked; nothing in the profile is "
        "wrong. Keep the exchange of the HTTP log for the program's maker.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-113",
        (403,),
        "This app has no redirect URI at all",
        "Add {redirect_uri} in the app's settings. "
        "An app made for JWT only needs the 3-legged flow first.",
        at.CONSOLE_REDIRECT_URI,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "It stands on the page in the browser; the program that waits is not told.",
    ),
    ErrorCode(
        "OAU-117",
        (403,),
        "The app asks for less than the app it signs in to",
        "One app signs in to another here, and must have at least the other's scopes. "
        "Add the missing scopes in its settings.",
        at.CONSOLE_SCOPES,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "API_ERROR_208",
        (),
        "This account has no single sign-on",
        "Leave the option prompt empty, or set it to login sso consent. "
        "The value consent alone takes both ways to sign in away.",
        at.PROFILE_OPTIONS,
        "a report by the Activepieces connector for RingCentral",
        Certainty.REPORTED,
        "It is shown by the sign-in page in the browser and has no HTTP status of "
        "its own.",
    ),
)
