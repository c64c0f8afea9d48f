"""Pictures of the sign-out of all profiles: the question, the course, the rest."""

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, App
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import ADA
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from tests.end_to_end.kept_sessions import KeptProfile, kept
from tests.practice.sign_ins import exchange, request_of
from tests.screenshots.studio import Studio

DIALOG = "Sign out everywhere"
TWO_A_MINUTE = Settings(auth_limit=2)
NOBODY_THERE = "http://127.0.0.1:9"


def signing_out_everywhere(studio: Studio) -> None:
    """Show six profiles before, while one waits for the limit, and after a cancel."""
    with PracticeServer(settings=TWO_A_MINUTE) as server:
        studio.leave(_profiles(server))
        with studio.program() as (program, camera):
            window = program.window
            window.wait_for("authorizeButton")
            window.trigger("Sign out everywhere RingAuth knows…")
            window.wait_for_text("signOutAllSummary", "Sign out all")
            camera.take("sign-out-everywhere", DIALOG)
            window.press("signOutAllButton")
            window.wait_for_text("signOutAllSummary", "5 of 6 done.")
            camera.take("sign-out-everywhere-waiting", DIALOG)
            window.press("cancelSignOutAllButton")
            window.wait_for_text("signOutAllSummary", "Not signed out: 1")
            camera.take("sign-out-everywhere-cancelled", DIALOG)
            window.press("closeSignOutAllButton")


def _profiles(server: PracticeServer) -> list[KeptProfile]:
    tokens = ("not-a-real-token", "not-a-real-token", "session-1")
    secret = CONFIDENTIAL_APP.client_secret or ""
    return [
        *(kept(f"Tester {at}", _sign_in(server, PUBLIC_APP)) for at in (1, 2, 3)),
        kept("Support desk", _sign_in(server, CONFIDENTIAL_APP), secret),
        KeptProfile("Nobody yet", PUBLIC_APP.client_id),
        KeptProfile(
            "Old lab server", "lab-client", tokens=tokens, address=NOBODY_THERE
        ),
    ]


def _sign_in(server: PracticeServer, app: App) -> IssuedTokens:
    rules = server.world.rules
    return exchange(rules, rules.issue_code(request_of(app), ADA), app)
