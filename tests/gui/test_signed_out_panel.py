"""The Token tab without a token."""

import pytest
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.signed_out_panel import SignedOutPanel
from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI, ServerKind
from tests.gui.reading import button, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def panel(qtbot: QtBot) -> SignedOutPanel:
    widget = SignedOutPanel()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_it_says_what_authorize_does_and_shows_the_redirect_uri(
    panel: SignedOutPanel,
) -> None:
    panel.show_heading("Not signed in")
    panel.show_server(ServerKind.RINGCENTRAL, "RingCentral", DEFAULT_REDIRECT_URI)

    texts = visible_texts(panel)
    assert texts[0] == "Not signed in"
    assert "sign in to RingCentral" in texts[1]
    assert DEFAULT_REDIRECT_URI in texts


@pytest.mark.parametrize(
    ("server", "words"),
    [
        (ServerKind.RINGCENTRAL, "Settings → OAuth Redirect URI"),
        (ServerKind.RINGCENTRAL_BIZ, "Settings → OAuth Redirect URI"),
        (ServerKind.PRACTICE, "be Ada (ext. 101) or Grace (102)"),
        (ServerKind.OTHER, "Register it with the server"),
    ],
)
def test_it_says_where_the_redirect_uri_belongs(
    panel: SignedOutPanel, server: ServerKind, words: str
) -> None:
    panel.show_server(server, "the server", DEFAULT_REDIRECT_URI)

    assert words in visible_texts(panel)[-1]


def test_the_redirect_uri_can_be_copied(qtbot: QtBot, panel: SignedOutPanel) -> None:
    with qtbot.waitSignal(panel.copy_redirect_uri_requested):
        button(panel, "copySignedOutRedirectUriButton").click()
