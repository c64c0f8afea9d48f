"""Codes about what the app or the user may not do, and calls without a token."""

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

PERMISSION_CODES = (
    ErrorCode(
        "CMN-401",
        (403,),
        "The app lacks {scope} (CMN-401)",
        "The token itself is fine. Add the permission in the app's settings, "
        "then sign in again.",
        at.CONSOLE_SCOPES,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "The console calls it an application scope. It is not the user's permission, "
        "which is CMN-408.",
    ),
    ErrorCode(
        "CMN-402",
        (403,),
        "Only an administrator may do this",
        "Sign in as an administrator, or ask one to give the user's role more rights.",
        at.ADMIN_ROLES,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-403",
        (403,),
        "This kind of extension does not have the feature",
        "Sign in as a normal user. A queue, a fax line or an announcement has fewer "
        "features.",
        at.ADMIN_USERS,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-404",
        (403,),
        "The user may not look at another extension",
        "Ask for the user's own extension, or sign in as an administrator.",
        at.ADMIN_ROLES,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-405",
        (401,),
        "The call needs a signed-in user",
        "Sign in again. If it stays so, the user was probably deleted: "
        "ask an administrator.",
        at.AUTHORIZE,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "RingCentral's own bot libraries take it for “user deleted”.",
    ),
    ErrorCode(
        "CMN-408",
        (403,),
        "The user's role lacks {permission} (CMN-408)",
        "An administrator has to add it to the user's role. "
        "For signing in at all it is Third Party Apps Access.",
        at.ADMIN_ROLES,
        f"{at.GUIDE}; Stack Overflow 50978630",
        Certainty.DOCUMENTED,
        "The guide misprints the status as 4003. A new scope in the app does not help.",
    ),
    ErrorCode(
        "CMN-419",
        (403,),
        "The app lacks an extended scope",
        "The token itself is fine. Ask RingCentral support which scope the call needs "
        "and how the app gets it.",
        at.CONSOLE_SCOPES,
        at.WIDGETS,
        Certainty.SEEN,
    ),
    ErrorCode(
        "InsufficientPermissions",
        (403,),
        "The app or the user lacks a permission",
        "The code beside it says which: CMN-401 is the app's scope, CMN-408 the "
        "user's permission.",
        at.CONSOLE_SCOPES,
        f"{at.GUIDE}; {at.COMMUNITY}",
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "AGW-401",
        (401,),
        "The call came without an access token",
        "The Authorization header is missing. Sign in, then copy the header with its "
        "token.",
        at.COPY_HEADER,
        at.COMMUNITY,
        Certainty.REPORTED,
        "It comes from the gateway in front of the API.",
    ),
    ErrorCode(
        "AGW-402",
        (401,),
        "The gateway cannot read the Authorization header",
        "Copy the header again: the word Bearer, one blank, the token, no quotes.",
        at.COPY_HEADER,
        at.COMMUNITY,
        Certainty.REPORTED,
        "It comes from the gateway in front of the API.",
    ),
)
