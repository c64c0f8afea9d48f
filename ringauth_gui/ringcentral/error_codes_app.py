"""Codes about the app: its client ID, its secret, and what it was registered for."""

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

_STATUS_DIFFERS = (
    "RingCentral's table says HTTP 401; at the token endpoint 400 was seen as well."
)

APP_CODES = (
    ErrorCode(
        "OAU-112",
        (403,),
        "The app may not use this way to sign in",
        "Switch on the auth type that is used: 3-legged OAuth flow for the browser, "
        "JWT auth flow for a JWT credential.",
        at.CONSOLE_AUTH,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-116",
        (403,),
        "The app proved who it is in the wrong way",
        "The Authorization header is of the wrong kind. An app with a secret uses "
        "Basic; a public one names only its client ID.",
        at.PROFILE_SECRET,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-120",
        (401,),
        "{server} does not accept this app's ID",
        "Copy the client ID from the developer console again, "
        "and check that the profile names the right server.",
        at.PROFILE_CLIENT_ID,
        at.GUIDE,
        Certainty.DOCUMENTED,
        _STATUS_DIFFERS,
    ),
    ErrorCode(
        "OAU-121",
        (401,),
        "This is the wrong app for what was asked",
        "Use the client ID of the app that the code or token was made for, "
        "and check that the profile names the right server.",
        at.PROFILE_CLIENT_ID,
        at.GUIDE,
        Certainty.DOCUMENTED,
        _STATUS_DIFFERS,
    ),
    ErrorCode(
        "OAU-123",
        (401,),
        "{server} could not tell which app is asking",
        "The client secret is missing or was not accepted. "
        "Enter it again, or say that the app has none.",
        at.PROFILE_SECRET,
        f"{at.GUIDE}; {at.GITHUB}",
        Certainty.DOCUMENTED,
        "The guide speaks of a wrong Authorization header (401). Seen was also "
        "“Client authentication is required”, presumably with 400, and for a secret "
        "in the form instead of the Basic header.",
    ),
    ErrorCode(
        "OAU-125",
        (401,),
        "This grant type is not allowed for the app",
        "Switch on the auth type that is used in the app's settings. "
        "Where that cannot be changed, create a new app.",
        at.CONSOLE_AUTH,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "It means the same as OAU-251, which was seen far more often.",
    ),
    ErrorCode(
        "OAU-127",
        (401,),
        "The app is not active on {server}",
        "Check the app's state in the developer console, "
        "and that the profile names the server that the app was made for.",
        at.CONSOLE_APP,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-146",
        (401,),
        "{server} refused the client ID or secret",
        "The secret does not belong to this client ID, "
        "or the app is registered as a public app, which has none.",
        at.PROFILE_SECRET,
        at.GUIDE,
        Certainty.DOCUMENTED,
        _STATUS_DIFFERS,
    ),
    ErrorCode(
        "OAU-153",
        (400, 401),
        "{server} does not know this client ID",
        "Copy the client ID from the developer console again, "
        "and check that the profile names the right server.",
        at.PROFILE_CLIENT_ID,
        at.GITHUB,
        Certainty.REPORTED,
        "It was also seen for a public app that came with a Basic header and an "
        "empty secret.",
    ),
    ErrorCode(
        "OAU-164",
        (400,),
        "The token belongs to another app",
        "Revoke it with the client ID that it was issued to.",
        at.PROFILE_CLIENT_ID,
        at.CHANGELOG,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-165",
        (),
        "A sandbox app is not allowed here",
        "RingCentral retired its sandbox. Use the client ID of a production app.",
        at.CONSOLE_CREDENTIALS,
        at.CHANGELOG,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-250",
        (400,),
        "{server} does not support this grant type",
        "The app or the profile belongs to another server. "
        "Check which server the profile names.",
        at.PROFILE_SERVER,
        at.COMMUNITY,
        Certainty.REPORTED,
        "A program of your own gets it as well when its request is not an HTML form, "
        "or when the grant type is misspelled.",
    ),
    ErrorCode(
        "OAU-251",
        (400,),
        "The app is not set up for this kind of sign-in",
        "Switch on the 3-legged OAuth flow in the app's settings. "
        "Where that cannot be changed, create a new app.",
        at.CONSOLE_AUTH,
        f"Stack Overflow 47692828; {at.GITHUB}",
        Certainty.REPORTED,
        "For a JWT sign-in it is the JWT auth flow that has to be on. The grants "
        "password and implicit are gone altogether.",
    ),
    ErrorCode(
        "OAU-270",
        (400,),
        "The app may not sign in without a person",
        "RingCentral gives the client credentials grant to none but its own apps. "
        "Sign in through the browser, or with a JWT credential.",
        at.CONSOLE_AUTH,
        "reports by users; RingCentral's specification of 2024 calls it internal",
        Certainty.REPORTED,
    ),
    ErrorCode(
        "OAU-347",
        (),
        "{server} does not know this signature algorithm",
        "The app proves who it is with a signed JWT. Sign it with another algorithm, "
        "or use the client secret instead.",
        at.PROFILE_SECRET,
        at.CHANGELOG,
        Certainty.DOCUMENTED,
        "RingAuth itself does not sign client assertions.",
    ),
    ErrorCode(
        "OAU-473",
        (400,),
        "This app may not use the JWT credential",
        "The credential is limited to other apps. In the developer console, under "
        "Credentials, add this client ID to it or make one for this app.",
        at.CONSOLE_JWT,
        at.COMMUNITY,
        Certainty.REPORTED,
    ),
)
