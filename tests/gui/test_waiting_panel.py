"""What is shown while a person signs in in the browser."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.attempt import AuthorizationProgress, AuthorizationStep
from ringauth_gui.gui.palette import DARK, LIGHT
from ringauth_gui.gui.waiting_panel import WaitingPanel
from ringauth_gui.gui.waiting_step import StepMark
from tests.gui.reading import button, child, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
REDIRECT_URI = "http://localhost:27464/callback"
LINK = "https://platform.ringcentral.com/restapi/oauth/authorize?state=s"
ABOVE_THE_HINT = ("openAgainButton", "copyLinkButton", "signInTimeLeft", "waitingStep4")


def progress(
    step: AuthorizationStep, *, browser_opened: bool = True
) -> AuthorizationProgress:
    return AuthorizationProgress(step, REDIRECT_URI, LINK, browser_opened)


WAITING = progress(AuthorizationStep.WAITING)


@pytest.fixture
def panel(qtbot: QtBot) -> WaitingPanel:
    widget = WaitingPanel()
    qtbot.addWidget(widget)
    widget.begin("RingCentral", knows_codes=True)
    widget.resize(800, 560)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def marks(panel: WaitingPanel) -> list[str]:
    return [mark.text for mark in panel.findChildren(StepMark)]


def place(panel: WaitingPanel, name: str) -> QPoint:
    return child(panel, QWidget, name).mapTo(panel, QPoint())


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        (AuthorizationStep.STARTING, ["1", "2", "3", "4"]),
        (AuthorizationStep.LISTENING, ["✓", "2", "3", "4"]),
        (AuthorizationStep.WAITING, ["✓", "✓", "3", "4"]),
        (AuthorizationStep.EXCHANGING, ["✓", "✓", "✓", "4"]),
    ],
)
def test_what_is_done_has_a_tick(
    panel: WaitingPanel, step: AuthorizationStep, shown: list[str]
) -> None:
    panel.show_progress(progress(step))

    assert marks(panel) == shown


def test_waiting_reads_as_in_the_picture(panel: WaitingPanel) -> None:
    panel.show_progress(WAITING)
    panel.show_time_left(272, 300)

    assert visible_texts(panel)[:7] == [
        "Listening for the answer",
        REDIRECT_URI,
        "Browser opened",
        "Sign in to RingCentral in the browser window, then come back here.",
        "Waiting for you to sign in",
        "Gives up in 4 min 32 s",
        "Exchange the code for a token",
    ]


def test_the_bar_shows_how_much_of_the_wait_is_left(panel: WaitingPanel) -> None:
    panel.show_progress(WAITING)

    panel.show_time_left(75, 300)

    bar = child(panel, QProgressBar, "signInTimeLeft")
    assert bar.value() / bar.maximum() == 0.25


def test_a_step_says_its_state_to_a_screen_reader(panel: WaitingPanel) -> None:
    panel.show_progress(WAITING)

    said = [
        child(panel, QLabel, f"waitingStep{number}").accessibleDescription()
        for number in (1, 2, 3, 4)
    ]

    assert said == ["done", "done", "now", "not yet"]


@pytest.mark.case("AR-16")
def test_a_browser_that_did_not_start_is_told_and_the_link_is_there(
    panel: WaitingPanel,
) -> None:
    panel.show_progress(progress(AuthorizationStep.WAITING, browser_opened=False))

    texts = visible_texts(panel)
    link = child(panel, QLineEdit, "authorizationLink")
    assert "No browser could be started" in texts
    assert "Copy the link below and open it in a browser of your choice." in texts
    assert marks(panel) == ["✓", "!", "3", "4"]
    assert (link.text(), link.isReadOnly()) == (LINK, True)
    assert link.accessibleName() == "Authorization link"


def test_the_link_can_be_opened_again_and_copied(
    qtbot: QtBot, panel: WaitingPanel
) -> None:
    panel.show_progress(WAITING)

    with qtbot.waitSignals([panel.open_again_requested, panel.copy_link_requested]):
        button(panel, "openAgainButton").click()
        button(panel, "copyLinkButton").click()


def test_there_is_nothing_to_open_before_there_is_a_link(panel: WaitingPanel) -> None:
    for name in ("openAgainButton", "copyLinkButton"):
        assert not button(panel, name).isEnabled()
        assert button(panel, name).toolTip()


def test_the_hint_names_the_codes_and_the_exact_redirect_uri(
    qtbot: QtBot, panel: WaitingPanel
) -> None:
    panel.show_progress(WAITING)
    before = visible_texts(panel)

    panel.show_hint()

    new = [text for text in visible_texts(panel) if text not in before]
    assert new == [
        "The browser shows an error such as OAU-109 or OAU-113?",
        "RingAuth is not told of such errors. Register exactly this redirect URI "
        "with RingCentral:",
        "A wrong client ID ends there too (OAU-153): press Cancel and correct it on "
        "the Profile tab.",
    ]
    assert visible_texts(panel).count(REDIRECT_URI) == 2
    with qtbot.waitSignal(panel.copy_redirect_uri_requested):
        button(panel, "copyWaitingRedirectUriButton").click()


def test_the_hint_leads_to_what_other_codes_mean(
    qtbot: QtBot, panel: WaitingPanel
) -> None:
    panel.show_hint()

    with qtbot.waitSignal(panel.explain_requested):
        button(panel, "explainWaitingButton").click()


def test_a_server_without_ringcentrals_codes_has_none_to_explain(
    panel: WaitingPanel,
) -> None:
    panel.begin("Keycloak", knows_codes=False)

    panel.show_hint()

    assert not button(panel, "explainWaitingButton").isVisible()


def test_the_hint_is_announced_once(qtbot: QtBot) -> None:
    said: list[str] = []
    panel = WaitingPanel(announce=lambda _source, text: said.append(text))
    qtbot.addWidget(panel)
    panel.begin("RingCentral", knows_codes=True)
    panel.show_progress(WAITING)

    panel.show_hint()
    panel.show_hint()

    assert len(said) == 1
    assert REDIRECT_URI in said[0]


def test_another_server_is_not_said_to_speak_in_ringcentrals_codes(
    panel: WaitingPanel,
) -> None:
    panel.begin("example.com", knows_codes=False)
    panel.show_progress(WAITING)

    panel.show_hint()

    assert not any("OAU-" in text for text in visible_texts(panel))


@pytest.mark.parametrize("name", [*ABOVE_THE_HINT, "pastedAddressEdit"])
def test_nothing_moves_when_the_hint_comes(
    qtbot: QtBot, panel: WaitingPanel, name: str
) -> None:
    panel.show_progress(WAITING)
    panel.show_time_left(272, 300)
    qtbot.waitUntil(lambda: place(panel, name).y() > 0)
    before = place(panel, name)

    panel.show_hint()
    qtbot.waitUntil(lambda: button(panel, "copyWaitingRedirectUriButton").isVisible())

    assert place(panel, name) == before


def test_a_new_sign_in_starts_without_the_hint_and_the_pasted_address(
    panel: WaitingPanel,
) -> None:
    panel.show_progress(WAITING)
    panel.show_hint()
    child(panel, QLineEdit, "pastedAddressEdit").setText("http://localhost/?code=c")

    panel.begin("RingCentral", knows_codes=True)

    assert not child(panel, QWidget, "waitingHint").isVisible()
    assert child(panel, QLineEdit, "pastedAddressEdit").text() == ""
    assert marks(panel) == ["1", "2", "3", "4"]


def test_the_pasted_address_is_forgotten_once_the_code_is_exchanged(
    panel: WaitingPanel,
) -> None:
    child(panel, QLineEdit, "pastedAddressEdit").setText("http://localhost/?code=c")

    panel.show_progress(progress(AuthorizationStep.EXCHANGING))

    assert child(panel, QLineEdit, "pastedAddressEdit").text() == ""


def test_the_marks_follow_the_palette(panel: WaitingPanel) -> None:
    panel.show_progress(WAITING)
    mark = panel.findChildren(StepMark)[0]

    panel.set_palette(LIGHT)
    light = mark.grab().toImage().pixelColor(3, 11).name()
    panel.set_palette(DARK)
    dark = mark.grab().toImage().pixelColor(3, 11).name()

    assert (light, dark) == (LIGHT.good, DARK.good)
