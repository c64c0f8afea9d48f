"""The ready scenes."""

from collections.abc import Mapping

from ringauth_gui.practice import scene_acts
from ringauth_gui.practice.choices import IdTokenFault, WrongBrand
from ringauth_gui.practice.faults import usual_fault
from ringauth_gui.practice.people import APP_ACCESS
from ringauth_gui.practice.scene import Place, Promise, Scene, says

SIGN_IN_BEFORE = "Sign in before you start the scene."
_AUTHORIZE = "Press Authorize, sign in and allow it."
_REFRESH = "Press Refresh."
_CHECK = "Press Check."

_SCENES = (
    Scene(
        "secret-rotated",
        "Secret rotated",
        "Somebody gave the app a new secret; the profile still has the old one.",
        ("Use the confidential app with its known secret.", _AUTHORIZE),
        says(
            "Practice server refused the client ID or secret",
            "The secret does not belong to this client ID",
        ),
        act=scene_acts.rotate_secrets,
    ),
    Scene(
        "session-ended",
        "Administrator ended the session",
        "All sessions were ended in the admin portal.",
        (SIGN_IN_BEFORE, _REFRESH),
        says("The session was revoked", "Someone or some program ended it"),
        act=scene_acts.end_all_sessions,
    ),
    Scene(
        "penalty",
        "Penalty",
        "The app has made too many calls; every call within a minute starts the "
        "minute again.",
        (SIGN_IN_BEFORE, _REFRESH),
        says("Practice server asks for a pause", "Wait 1 min"),
        act=scene_acts.start_penalties,
    ),
    Scene(
        "no-refresh-token",
        "App without refresh tokens",
        "The app's setting “Issue refresh tokens” is off, as it is for new apps.",
        (_AUTHORIZE,),
        (
            Promise(Place.REFRESH_EXPIRY, "there is no refresh token"),
            Promise(Place.REFRESH_TIP, "Issue refresh tokens"),
        ),
        act=scene_acts.stop_refresh_tokens,
    ),
    Scene(
        "user-without-permission",
        "User without the permission",
        "An administrator took ReadExtensions from everybody's role; the app has "
        "all its scopes.",
        (SIGN_IN_BEFORE, _CHECK),
        says(
            "The token works; the user lacks the permission ReadExtensions",
            "An administrator can add it to the user's role",
        ),
        act=scene_acts.take_permission("ReadExtensions"),
    ),
    Scene(
        "no-app-access",
        "User may not use apps",
        "An administrator took “Third Party Apps Access” from everybody's role.",
        (SIGN_IN_BEFORE, _REFRESH),
        says(
            "The user's role lacks ThirdPartyAppAccess (CMN-408)",
            "An administrator has to add it to the user's role",
        ),
        act=scene_acts.take_permission(APP_ACCESS),
    ),
    Scene(
        "user-disabled",
        "Administrator disabled the user",
        "The people are switched off in the admin portal.",
        (SIGN_IN_BEFORE, _REFRESH),
        says(
            "The user is disabled or frozen",
            "An administrator has to enable the user again.",
        ),
        act=scene_acts.disable_people,
    ),
    Scene(
        "session-limit",
        "A sixth sign-in",
        "Each person signed in five more times elsewhere, which ended the oldest "
        "session.",
        (SIGN_IN_BEFORE, _REFRESH),
        says("The practice server no longer knows this token", "a sixth sign-in"),
        act=scene_acts.crowd_out,
    ),
    Scene(
        "other-person",
        "Wrong person in the browser",
        "Grace has used this browser since you signed in as Ada, and is still signed "
        "in there.",
        (SIGN_IN_BEFORE, "Press Authorize and allow it."),
        says("Another person signed in", "the new ones belong to 9007199254740993"),
        settings={"browser_stays_signed_in": True},
        act=scene_acts.hand_browser_to_grace,
    ),
    Scene(
        "access-denied",
        "Access denied",
        "Whatever is pressed in the browser, the sign-in is denied.",
        (_AUTHORIZE,),
        says("Access was refused in the browser", "an administrator blocks this app"),
        faults=(usual_fault("deny"),),
    ),
    Scene(
        "lost-answer",
        "Lost answer",
        "The server replaces the tokens, but its next answer is lost on the way.",
        (SIGN_IN_BEFORE, _REFRESH, "Press Try again in the message."),
        says("Refreshed"),
        faults=(usual_fault("lost-answer", times=1),),
    ),
    Scene(
        "network-portal",
        "Network portal",
        "A guest network answers every request with its own web page.",
        (SIGN_IN_BEFORE, _REFRESH),
        says("The answer was not JSON", "A network portal or proxy may have answered"),
        faults=(usual_fault("portal"),),
    ),
    Scene(
        "wrong-json",
        "Wrong JSON",
        "Half of each token answer is missing.",
        (SIGN_IN_BEFORE, _REFRESH),
        says("The answer was not JSON", "The tokens that you have were kept."),
        faults=(usual_fault("cut-json"),),
    ),
    Scene(
        "server-down",
        "Server down",
        "The server closes every connection without a word.",
        (SIGN_IN_BEFORE, _REFRESH),
        says(
            "The practice server does not answer", "The tokens that you have were kept."
        ),
        faults=(usual_fault("down"),),
    ),
    Scene(
        "expires-soon",
        "Token expires soon",
        "New access tokens live for ten seconds.",
        (_AUTHORIZE, "Wait eleven seconds.", _CHECK),
        (*says("The API refuses this token"), Promise(Place.DETAILS, "OAU-128")),
        settings={"access_token_lifetime": 10},
    ),
    Scene(
        "session-end",
        "Session with an absolute end",
        "An administrator lets no session last longer than half an hour.",
        (_AUTHORIZE,),
        (Promise(Place.SESSION_LEFT, "The session ends in"),),
        settings={"session_lifetime": 1800},
    ),
    Scene(
        "id-token-key",
        "ID token with a wrong key",
        "The ID token is signed with a key that the server does not publish.",
        (
            "Give the profile the scope “openid ReadAccounts” (Advanced options).",
            _AUTHORIZE,
            "Look at the Account tab.",
        ),
        (Promise(Place.ANSWER_CHECKS, "it was not made with the server's key"),),
        settings={"id_token_fault": IdTokenFault.WRONG_KEY},
    ),
    Scene(
        "other-brand",
        "Other brand",
        "The server signs people of the brand 1210 in, and of no other.",
        (
            "Give the profile the brand ID 3420 (Advanced options).",
            "Press Authorize.",
        ),
        (
            *says("Practice server did not understand the sign-in request"),
            Promise(Place.DETAILS, "Parameter [brandId] is invalid"),
        ),
        settings={"wrong_brand": WrongBrand.REDIRECTS},
    ),
)
SCENES: Mapping[str, Scene] = {scene.key: scene for scene in _SCENES}
