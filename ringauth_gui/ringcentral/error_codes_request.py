"""Codes about a request: its values, its address, its rate, and the server's state."""

from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode

_OWN_MISTAKE = "This is a mistake of the program that asked. "

REQUEST_CODES = (
    ErrorCode(
        "CMN-101",
        (400, 403),
        "{server} does not accept the value of {parameter}",
        "Correct that value, or leave it out. The options of the profile are the "
        "first place to look.",
        at.PROFILE_OPTIONS,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "From the revocation endpoint it was reported for an empty token.",
    ),
    ErrorCode(
        "CMN-102",
        (400, 404),
        "{server} finds nothing for {parameter}",
        "What was asked for is not there: it was deleted, or lives in another account. "
        "Compare the ID with its source.",
        at.CHECK,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-103",
        (400,),
        "{server} cannot read the JSON of the request",
        f"{_OWN_MISTAKE}Look for a missing quote or comma in what was asked.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-104",
        (400,),
        "{server} cannot read the request",
        f"{_OWN_MISTAKE}Compare its form with RingCentral's API reference.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-109",
        (403,),
        "This feature is not available",
        "The account's plan or this extension does not include it. "
        "Ask the account's administrator.",
        at.ADMIN_USERS,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-110",
        (400,),
        "The request lacks a header that {server} needs",
        f"{_OWN_MISTAKE}Add the header that the message names.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-407",
        (400,),
        "A header of the request has an invalid value",
        f"{_OWN_MISTAKE}Correct the header that the message names.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-120",
        (404,),
        "{server} does not know this address",
        "Check the server's address in the profile; it must end after the host name.",
        at.PROFILE_SERVER,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-201",
        (500, 503),
        "{server} is unavailable for a moment",
        "The fault lies with the server. Wait {pause}, then try again.",
        at.STATUS_PAGE,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "RingCentral's table says HTTP 500; 503 was seen.",
    ),
    ErrorCode(
        "CMN-202",
        (501,),
        "{server} does not support this operation",
        "Trying again does not help. Compare the call with RingCentral's API "
        "reference.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-203",
        (500, 503),
        "{server} had an internal error",
        "The fault lies with the server. Wait {pause}, then try again. "
        "If it stays so, ask RingCentral support and name the request ID.",
        at.SUPPORT,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "RingCentral's table says HTTP 500; 503 was seen.",
    ),
    ErrorCode(
        "CMN-211",
        (503,),
        "{server} runs in a limited mode",
        "It is being serviced or repaired. Wait {pause}, then try again.",
        at.STATUS_PAGE,
        at.WIDGETS,
        Certainty.SEEN,
    ),
    ErrorCode(
        "CMN-301",
        (429,),
        "{server} asks for a pause",
        "Wait {pause} before the next try. It allows few calls a minute, "
        "and every early try starts the pause again.",
        at.CONSOLE_LIMITS,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "The documents disagree whether the limit counts for each user, app or "
        "account. RingAuth counts for each client ID.",
    ),
    ErrorCode(
        "CMN-302",
        (429,),
        "{server} knows no rate limits for this app",
        "Wait {pause} before the next try. If it stays so, ask RingCentral support to "
        "set the app's limits.",
        at.CONSOLE_LIMITS,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "The guide words it as an unknown application.",
    ),
    ErrorCode(
        "CMN-303",
        (429,),
        "{server} cannot tell the API plan of this app",
        "Wait {pause} before the next try. If it stays so, ask RingCentral support to "
        "set the app's plan.",
        at.CONSOLE_LIMITS,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-304",
        (429,),
        "The same request is already running",
        "Two programs or tabs asked at once. Wait {pause}, then let only one of them "
        "ask.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "CMN-310",
        (429,),
        "{server} gets too many calls from your network",
        "The limit counts for all programs behind one address. "
        "Wait {pause} before the next try.",
        at.CONSOLE_LIMITS,
        at.GUIDE,
        Certainty.DOCUMENTED,
        "It is the global limit; no X-Rate-Limit headers come with it.",
    ),
    ErrorCode(
        "CMN-406",
        (400, 403),
        "The request gave {parameter} a value twice",
        f"{_OWN_MISTAKE}Name the value once.",
        at.HTTP_LOG,
        at.GUIDE,
        Certainty.DOCUMENTED,
    ),
    ErrorCode(
        "AGW-404",
        (404,),
        "{server} has nothing at this address",
        "Check the server's address in the profile; this may not be RingCentral's.",
        at.PROFILE_SERVER,
        at.COMMUNITY,
        Certainty.REPORTED,
        "It comes from the gateway in front of the API.",
    ),
)
