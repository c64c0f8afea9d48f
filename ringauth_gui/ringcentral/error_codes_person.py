"""Codes about the person who signs in, and the person's account."""

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

_DIFFERENT_USER = "Sign in as a different user. "

PERSON_CODES = (
    ErrorCode(
        "OAU-105",
        (403,),
        "This kind of extension may not sign in",
        "Sign in as a normal user; a queue, a fax line or an announcement cannot.",
        at.LOGIN_PAGE,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-119",
        (403,),
        "An international virtual number cannot sign in",
        "Sign in with another phone number or login name.",
        at.LOGIN_PAGE,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-136",
        (401,),
        "{server} does not find the user of this token",
        "The user was probably deleted. Ask an administrator, or sign in as a "
        "different user.",
        at.ADMIN_USERS,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-140",
        (401,),
        "The user name or password is wrong",
        "A program that signs in with a password cannot do so any more: RingCentral "
        "removed that way. Sign in through the browser.",
        at.AUTHORIZE,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "RingCentral's table says HTTP 401; 400 was reported.",
    ),
    ErrorCode(
        "OAU-141",
        (401,),
        "The user is in a state that may not sign in",
        "An administrator has to enable or activate the user.",
        at.ADMIN_USERS,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-142",
        (401,),
        "The account is in a state that may not sign in",
        "The account is suspended or not yet set up. Ask the account's administrator.",
        at.ADMIN_USERS,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-147",
        (400,),
        "The account is locked after too many failed sign-ins",
        "Wait, or reset the password on the sign-in page, then sign in again.",
        at.LOGIN_PAGE,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-148",
        (400,),
        "The account is locked; single sign-on still works",
        "Too many sign-ins with a password failed. Choose Single Sign-on on the "
        "sign-in page.",
        at.LOGIN_PAGE,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-163",
        (),
        "A call queue may not sign in",
        f"{_DIFFERENT_USER}A queue has no sign-in of its own.",
        at.LOGIN_PAGE,
        at.CHANGELOG,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-167",
        (403,),
        "The account may not be used from here",
        "It is bound to a realm or a site that shuts this app out. "
        "An administrator has to allow it.",
        at.ADMIN_SECURITY,
        at.COMMUNITY,
        Certainty.REPORTED,
    ),
    ErrorCode(
        "OAU-168",
        (401,),
        "A password alone is not enough for this user",
        "The account demands a second factor. Sign in through the browser, "
        "which asks for it.",
        at.AUTHORIZE,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "OAU-222",
        (),
        "{server} does not know this account",
        "The account may live on another server, such as RingCentral .biz. "
        "Check which server the profile names.",
        at.PROFILE_SERVER,
        at.WIDGETS,
        Certainty.SEEN,
    ),
    ErrorCode(
        "OAU-232",
        (400,),
        "{server} does not find this extension",
        "The user was probably deleted. Ask an administrator.",
        at.ADMIN_USERS,
        at.WIDGETS,
        Certainty.SEEN,
        "RingCentral's own bot libraries take it for “user deleted”.",
    ),
    ErrorCode(
        "OAU-236",
        (400,),
        "The user is disabled or frozen",
        "An administrator has to enable the user again.",
        at.ADMIN_USERS,
        at.WIDGETS,
        Certainty.SEEN,
    ),
)
