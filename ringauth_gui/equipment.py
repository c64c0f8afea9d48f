"""What the window works with; each piece is built when it is first needed."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ringauth_gui.gui.resources import resource_path
from ringauth_gui.late import Late
from ringauth_gui.moment import system_clock
from ringauth_gui.redaction import Redaction
from ringauth_gui.services import Services, Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringauth_gui.call_counts import CallCounts
    from ringauth_gui.checkup.finding import Check
    from ringauth_gui.gui.background import BackgroundRunner
    from ringauth_gui.gui.credentials_import import ImportTools
    from ringauth_gui.gui.practice_app import PracticeApp
    from ringauth_gui.known_sessions import KnownSessions
    from ringauth_gui.moment import Moment
    from ringauth_gui.oauth.exchange import RecordExchange
    from ringauth_gui.practice_client import PracticeClient
    from ringauth_gui.practice_host import PracticeHost
    from ringauth_gui.ringcentral.rate_budget import RateBudget
    from ringauth_gui.storage.kept_marks import KeptMarks
    from ringauth_gui.storage.profile import Profile


@dataclass(frozen=True)
class Givens:
    """What the pieces are built with.

    Attributes:
        locks: The folder of the files that windows share.
        redaction: Is told every secret.
        record: Is given every exchange, on a worker thread.
        authorization_seconds: How long a sign-in waits for the browser.
    """

    locks: Path
    redaction: Redaction
    record: "RecordExchange"
    authorization_seconds: float


class Equipment:
    """Builds each piece once, on the thread that needs it, and imports it only then.

    Attributes:
        counts: Returns what counts the authentication calls of all windows.
        marks: Returns what tells windows what the others did to what is kept.
        known_sessions: Returns what remembers the sessions that were started.
        practice: Returns what runs the practice server.
        practice_client: Returns what switches it.
        practice_apps: Returns the apps that it knows, the ready profile's first.
        services: The use cases.
    """

    def __init__(self, givens: Givens) -> None:
        """Build nothing yet."""
        self._givens = givens
        self.known_sessions = Late(self._new_known_sessions)
        self.counts = Late(self._new_counts)
        self.marks = Late(self._new_marks)
        self.practice = Late(self._new_practice)
        self.practice_client = Late(self._new_practice_client)
        self.practice_apps = Late(_practice_apps)
        self.services = Services(
            Surroundings(
                clock=system_clock,
                redaction=givens.redaction,
                record=givens.record,
                open_browser=open_browser,
                practice_address=lambda: self.practice().address(),
                pages=resource_path("browser"),
                locks=givens.locks,
                counts=self.counts,
                sessions=self.known_sessions,
                marks=self.marks,
                authorization_seconds=givens.authorization_seconds,
            )
        )

    def calls_of(self, profile: "Profile") -> "RateBudget":
        """Return what is known of the calls of ``profile``, at once."""
        from ringauth_gui.caller import caller_of
        from ringauth_gui.ringcentral.rate_budget import UNUSED

        counts = self.counts.built  # nothing is known before anybody counted
        return UNUSED if counts is None else counts.known(caller_of(profile))

    def keyring_wait(self, profile_id: str, since: "Moment") -> float:
        """Return for how many seconds the keyring has not answered a call of a run.

        Args:
            profile_id: Whom the run is for.
            since: When it began.
        """
        calls = self.services.keyring_calls.built
        return 0.0 if calls is None else calls.waited(profile_id, since)

    def accept_keyring(self, class_name: str) -> None:
        """Remember that a person accepts an unknown keyring of this class (KR-12)."""
        from ringauth_gui.storage.accepted_keyrings import AcceptedKeyrings

        AcceptedKeyrings(self._givens.locks).accept(class_name)

    def checks(self, profile: "Profile | None", listening: str) -> "Sequence[Check]":
        """Return the checks of this computer, on a worker.

        Args:
            profile: What is to be signed in with; None for RingCentral as it is.
            listening: The redirect URI that a sign-in listens on now; empty for none.

        Raises:
            RingAuthError: The profile cannot be used.
        """
        from ringauth_gui.checkup.checks import Means, Subject, all_checks
        from ringauth_gui.ringcentral.servers import RINGCENTRAL
        from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI
        from ringauth_gui.storage.token_store import SecretKind
        from ringauth_gui.system_browser import SystemBrowser

        clients, keyring = self.services.authorizer().clients, self.services.keyring()
        uris: Sequence[str] = (DEFAULT_REDIRECT_URI,)
        server = RINGCENTRAL
        if profile is not None:
            server = clients.directory.server_of(profile)
            uris = profile.redirect_uris
        kept = (keyring.store.name, keyring.problem)
        return all_checks(
            Subject(server, uris, listening, kept),
            Means(
                clients.send,
                clients.clock,
                os.environ,
                SystemBrowser().name,
                lambda: keyring.store.load("check", SecretKind.TOKEN),
            ),
        )

    def import_tools(self, runner: "BackgroundRunner") -> "ImportTools":
        """Return what an import of credentials needs."""
        from ringauth_gui.credentials_source import CredentialsSource
        from ringauth_gui.gui.credentials_import import ImportTools
        from ringauth_gui.gui.import_offer import OfferMaker
        from ringauth_gui.practice.apps import APPS

        practice_ids = frozenset(app.client_id for app in APPS)
        return ImportTools(
            source=CredentialsSource(os.environ, self._givens.redaction),
            offers=OfferMaker(practice_ids, system_clock),
            runner=runner,
        )

    def _new_counts(self) -> "CallCounts":
        from ringauth_gui.call_counts import CallCounts

        return CallCounts(self._givens.locks, system_clock)

    def _new_marks(self) -> "KeptMarks":
        from ringauth_gui.storage.kept_marks import KeptMarks

        return KeptMarks(self._givens.locks, system_clock)

    def _new_known_sessions(self) -> "KnownSessions":
        from ringauth_gui.known_sessions import KnownSessions

        return KnownSessions(self._givens.locks, system_clock)

    def _new_practice(self) -> "PracticeHost":
        from ringauth_gui.practice_host import PracticeHost

        return PracticeHost(on_start=self.known_sessions().forget_server)

    def _new_practice_client(self) -> "PracticeClient":
        from ringauth_gui.practice_client import PracticeClient

        return PracticeClient(self.practice())


def open_browser(address: str) -> bool:
    """Open ``address`` in the system browser; return False when none could be."""
    from ringauth_gui.system_browser import SystemBrowser

    return SystemBrowser().open(address)


def _practice_apps() -> "tuple[PracticeApp, ...]":
    from ringauth_gui.gui.practice_app import PracticeApp
    from ringauth_gui.oauth.registration import GrantType
    from ringauth_gui.practice.apps import CONFIDENTIAL_APP, JWT_ONLY_APP, PUBLIC_APP

    by_browser = (
        PracticeApp(app.client_id, app.client_secret, app.redirect_uris[:2])
        for app in (CONFIDENTIAL_APP, PUBLIC_APP)
    )
    by_jwt = PracticeApp(
        JWT_ONLY_APP.client_id,
        JWT_ONLY_APP.client_secret,
        grant_type=GrantType.JWT_BEARER,
    )
    return (*by_browser, by_jwt)
