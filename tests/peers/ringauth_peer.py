"""RingAuth's sign-in, put together by services.py as the program does."""

from pathlib import Path

from ringauth_gui.attempt import Attempt
from ringauth_gui.call_counts import CallCounts
from ringauth_gui.gui.resources import resource_path
from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.moment import system_clock
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.redaction import Redaction
from ringauth_gui.services import Services, Surroundings
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.system_browser import SystemBrowser
from tests.fakes.core import new_profile
from tests.peers.observation import Outcome

SECONDS = 300.0  # the product's own


def sign_in(address: str, port: int, folder: Path) -> Outcome:
    """Sign in as a click on Authorize does; raises RingAuthError."""
    services = Services(
        Surroundings(
            clock=system_clock,
            redaction=Redaction(),
            record=_record,
            open_browser=SystemBrowser().open,
            practice_address=lambda: address,
            pages=resource_path("browser"),
            locks=folder,
            counts=lambda: CallCounts(folder, system_clock),
            sessions=lambda: KnownSessions(folder, system_clock),
            marks=lambda: KeptMarks(folder, system_clock),
            authorization_seconds=SECONDS,
        )
    )
    redirect_uri = f"http://localhost:{port}/callback"
    profile = new_profile(redirect_uris=(redirect_uri,))
    attempt = Attempt(lambda _: None)
    signed_in = services.authorizer().authorize(profile, redirect_uri, attempt)
    return Outcome(signed_in=bool(signed_in.token.access_token))


def _record(_: Exchange) -> None:
    """Nobody looks at the log of this window."""
