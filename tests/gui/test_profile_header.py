"""The head of a profile's page."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.profile_header import ProfileHeader
from tests.gui.reading import button, child

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = {
    "authorizeButton": "Authorize",
    "refreshButton": "Refresh",
    "revokeButton": "Revoke",
    "checkButton": "Check",
    "cancelButton": "Cancel",
}
ACTIONS = [name for name in NAMES if name != "cancelButton"]
NO_TOKEN = "There is no token. Press Authorize first."
SIGNED_IN = ActionStates(signed_in=True)
SIGNED_OUT = ActionStates(
    signed_in=False, refresh=NO_TOKEN, revoke=NO_TOKEN, check=NO_TOKEN
)
BUSY = ActionStates(signed_in=True, busy=True)


@pytest.fixture
def header(qtbot: QtBot) -> ProfileHeader:
    widget = ProfileHeader()
    qtbot.addWidget(widget)
    widget.resize(800, 60)
    widget.show()
    return widget


def _visible(header: ProfileHeader) -> list[str]:
    return [name for name in NAMES if button(header, name).isVisible()]


def test_the_name_the_server_and_the_identity_are_shown(header: ProfileHeader) -> None:
    header.show_profile("Support desk", "RingCentral", is_practice=False)
    header.show_identity("Ada Lovelace · ext. 101")

    badge = child(header, QLabel, "serverBadge")
    identity = child(header, QLabel, "identityLine")
    assert child(header, QLabel, "profileNameLabel").text() == "Support desk"
    assert (badge.text(), badge.property("role")) == ("RingCentral", "badge-note")
    assert identity.text() == "Ada Lovelace · ext. 101"
    assert identity.accessibleName() == "Signed in as"
    assert identity.accessibleDescription() == "Ada Lovelace · ext. 101"


def test_the_practice_server_has_the_badge_that_means_safe(
    header: ProfileHeader,
) -> None:
    header.show_profile("Practice", "Practice server", is_practice=True)

    assert child(header, QLabel, "serverBadge").property("role") == "badge-good"


def test_a_name_that_looks_like_markup_stays_as_it_is(header: ProfileHeader) -> None:
    header.show_profile("<b>x</b>", "RingCentral", is_practice=False)

    name = child(header, QLabel, "profileNameLabel")
    assert name.text() == "<b>x</b>"
    assert "<b>" not in name.toolTip()


@pytest.mark.parametrize("states", [SIGNED_IN, SIGNED_OUT])
def test_the_buttons_keep_their_names(
    header: ProfileHeader, states: ActionStates
) -> None:
    header.show_actions(states)

    assert {name: button(header, name).accessibleName() for name in NAMES} == NAMES


def test_signed_out_authorize_stands_out_and_the_others_say_why_not(
    header: ProfileHeader,
) -> None:
    header.show_actions(SIGNED_OUT)

    assert button(header, "authorizeButton").property("role") == "primary"
    assert button(header, "authorizeButton").isEnabled()
    for name in ("refreshButton", "revokeButton", "checkButton"):
        assert not button(header, name).isEnabled()
        assert button(header, name).toolTip() == NO_TOKEN


def test_signed_in_refresh_stands_out_and_authorize_reads_again(
    header: ProfileHeader,
) -> None:
    header.show_actions(SIGNED_IN)

    authorize = button(header, "authorizeButton")
    assert authorize.text().replace("&", "") == "Authorize again"
    assert authorize.property("role") == ""
    assert button(header, "refreshButton").property("role") == "primary"
    assert button(header, "revokeButton").property("role") == "danger"


def test_cancel_is_there_only_while_something_runs(header: ProfileHeader) -> None:
    header.show_actions(SIGNED_IN)
    idle = _visible(header)

    header.show_actions(BUSY)

    assert idle == ACTIONS
    assert _visible(header) == ["cancelButton"]


@pytest.mark.parametrize("name", list(NAMES))
def test_each_button_tells_its_wish(
    qtbot: QtBot, header: ProfileHeader, name: str
) -> None:
    header.show_actions(BUSY if name == "cancelButton" else SIGNED_IN)
    wish = getattr(header, f"{NAMES[name].lower()}_requested")

    with qtbot.waitSignal(wish):
        button(header, name).click()


def test_the_focus_goes_to_cancel_and_back(header: ProfileHeader) -> None:
    header.show_actions(SIGNED_IN)
    button(header, "checkButton").setFocus()

    header.show_actions(BUSY)
    while_busy = header.focusWidget()
    header.show_actions(SIGNED_IN)

    assert while_busy is button(header, "cancelButton")
    assert header.focusWidget() is button(header, "checkButton")


def test_the_focus_goes_to_authorize_when_its_button_can_no_more(
    header: ProfileHeader,
) -> None:
    header.show_actions(SIGNED_IN)
    button(header, "revokeButton").setFocus()

    header.show_actions(BUSY)
    header.show_actions(SIGNED_OUT)

    assert header.focusWidget() is button(header, "authorizeButton")


def test_a_focus_elsewhere_is_left_alone(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    edit = QLineEdit(page)
    header = ProfileHeader(page)
    page.show()
    edit.setFocus()

    header.show_actions(BUSY)
    while_busy = page.focusWidget()
    header.show_actions(SIGNED_IN)

    assert while_busy is edit
    assert page.focusWidget() is edit


def test_a_narrow_header_puts_the_buttons_under_the_name(
    qtbot: QtBot, header: ProfileHeader
) -> None:
    header.show_profile("Support desk", "RingCentral", is_practice=False)
    header.show_actions(SIGNED_IN)
    name = child(header, QLabel, "profileNameLabel")

    header.resize(556, 120)

    qtbot.waitUntil(lambda: place_of_authorize(header).y() > name.geometry().bottom())
    assert header.minimumSizeHint().width() <= 556


def test_a_wide_header_has_the_buttons_beside_the_name(
    qtbot: QtBot, header: ProfileHeader
) -> None:
    header.show_actions(SIGNED_IN)
    header.resize(556, 120)
    name = child(header, QLabel, "profileNameLabel")

    header.resize(800, 60)

    qtbot.waitUntil(lambda: place_of_authorize(header).x() > name.geometry().right())


def place_of_authorize(header: ProfileHeader) -> QPoint:
    return button(header, "authorizeButton").mapTo(header, QPoint())


def test_the_focus_comes_to_the_first_action_as_soon_as_there_is_one(
    qtbot: QtBot, header: ProfileHeader
) -> None:
    header.show_actions(ActionStates(signed_in=False, authorize="One moment."))
    header.activateWindow()
    header.focus_actions()

    header.show_actions(SIGNED_OUT)

    qtbot.waitUntil(lambda: button(header, "authorizeButton").hasFocus())
