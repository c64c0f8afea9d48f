"""The whole window on the real use cases, which speak to a server of the test."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ringauth_gui.clients import SendRequest
from ringauth_gui.oauth.token import Token
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import OWNER
from tests.fakes.fake_authorizer import FakeAuthorizer
from tests.fakes.fake_browser import FakeBrowser
from tests.gui.reading import child
from tests.gui.shell import Shell
from tests.gui.token_examples import token

SECRET = "CANARY-client-secret"


class WireShell(Shell):
    """A window whose requests go over real sockets, all of them to one server."""

    def __init__(
        self,
        qtbot: QtBot,
        application: QApplication,
        folder: Path,
        address: str,
        send: SendRequest | None = None,
    ) -> None:
        """Speak to the server at ``address``, through ``send`` where there is one."""
        super().__init__(qtbot, application, folder / "locks")
        self.browser = FakeBrowser()
        self.core = Core(
            address,
            self.browser.open,
            self.locks,
            clock=self.clock,
            redaction=self.redaction,
            send=send,
        )
        self.marks = self.core.marks
        self.counts = self.core.sign_in.clients.counts
        self.known_sessions = self.core.sign_in.clients.sessions
        self.authorizer = cast("FakeAuthorizer", self.core.authorizer)
        self.profile = new_profile()

    @property
    def kept(self) -> Token | None:
        """What the keyring holds."""
        return self.core.vault.load_token(self.profile)

    @property
    def countdown(self) -> str:
        """What a screen reader says of the rings."""
        return child(self.window, QWidget, "countdown").accessibleDescription()

    @property
    def told(self) -> str:
        """All that the message says."""
        parts = ("messageTitle", "messageText", "messageDetails")
        return "\n".join(map(self.text, parts))

    def start_kept(self, **changes: object) -> Token:
        """Open the window with a token in the keyring, and return that."""
        self.start_signed_in(self.profile, token(owner_id=OWNER, **changes))
        assert self.kept is not None
        return self.kept

    def sign_in(self) -> None:
        """Open the window and sign in, well or not."""
        self.start(self.profile)
        self.act("authorizeButton")

    def refresh(self) -> None:
        """Press Refresh, and wait until it is over."""
        self.act("refreshButton")

    def be_confidential(self) -> None:
        """Use an app with a secret, which is in the keyring."""
        self.profile = replace(self.profile, has_secret=True)
        self.core.vault.save_secret(self.profile, SECRET)

    @override
    def finish(self) -> None:
        """End what still runs."""
        self.core.cancel.set()
        self.runner.finish(5.0)
