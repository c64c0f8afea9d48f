"""What a row tells of a profile out of sight: that it is busy, that it has news."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QListView

from ringauth_gui.errors import HostNotFound
from ringauth_gui.gui.busy_words import BusyWatch
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.palette import LIGHT
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.side_list_model import ROW_ROLE
from ringauth_gui.gui.theme import ThemeMode
from tests.gui.list_use import view
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import later, token

pytestmark = pytest.mark.qt_log_ignore("This plugin does not")

QUIET = "Developer, RingCentral, Not opened yet"
LOUD = f"{QUIET}, has a message"


@pytest.fixture
def two(shell: Shell) -> Shell:
    """Return a window with a profile that is signed in, and one out of sight."""
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    return shell


def _say(shell: Shell, kind: MessageKind) -> None:
    shell.sessions.sessions[1].show_message(Message(kind, "Title", "Advice."))


@pytest.mark.parametrize("kind", [MessageKind.BAD, MessageKind.WARNING])
def test_a_message_out_of_sight_is_marked_until_it_is_seen(
    two: Shell, kind: MessageKind
) -> None:
    _say(two, kind)
    assert two.rows()[1] == LOUD

    two.choose(DEVELOPER)
    two.wait_idle()
    two.choose(SUPPORT)

    assert two.rows()[1] == "Developer, RingCentral, Signed out"
    _say(two, kind)
    assert two.rows()[1].endswith(", has a message")


@pytest.mark.parametrize("kind", [MessageKind.GOOD, MessageKind.NOTE])
def test_what_went_well_can_wait(two: Shell, kind: MessageKind) -> None:
    _say(two, kind)

    assert two.rows()[1] == QUIET


def test_a_message_in_sight_is_no_news(two: Shell) -> None:
    two.authorizer.outcomes["check"] = HostNotFound("h", "r")

    two.act("checkButton")

    assert two.text("messageTitle") != ""
    assert not two.rows()[0].endswith("message")


def test_the_mark_is_painted(two: Shell) -> None:
    two.theme.set_mode(ThemeMode.LIGHT)
    before = _colours(two)

    _say(two, MessageKind.BAD)

    assert LIGHT.warning not in before
    assert LIGHT.warning in _colours(two)


def _colours(shell: Shell) -> set[str]:
    rows = child(shell.window, QListView, "profileList")
    image = rows.grab().toImage()
    area = rows.visualRect(rows.model().index(1, 0))
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    }


def test_what_runs_long_is_told_in_the_row(two: Shell) -> None:
    two.authorizer.held.add("refresh")
    two.click("refreshButton")
    at_once = two.rows()[0]

    two.tick(1)

    assert at_once == "Support desk, RingCentral, 1 h left"
    assert two.rows()[0] == "Support desk, RingCentral, Refreshing…"


def test_each_profile_is_busy_for_itself(two: Shell) -> None:
    two.authorizer.held.add("refresh")
    two.click("refreshButton")

    two.choose(DEVELOPER)
    two.wait_idle()

    assert two.button("authorizeButton").isEnabled()
    assert not two.button("cancelButton").isVisible()


def test_another_thing_that_runs_counts_anew() -> None:
    watch = BusyWatch()
    checking = SessionState(SUPPORT, activity=Activity.CHECKING)
    asking = SessionState(SUPPORT, activity=Activity.ASKING)

    assert not watch.is_worth_a_word(checking, later(0))
    assert watch.is_worth_a_word(checking, later(1))
    assert not watch.is_worth_a_word(asking, later(1.1))
    assert not watch.is_worth_a_word(SessionState(SUPPORT), later(2))
    assert not watch.is_worth_a_word(asking, later(3))


def test_a_row_is_painted_again_only_when_it_changes(two: Shell) -> None:
    changed: list[str] = []
    model = view(two).model()
    model.dataChanged.connect(
        lambda first, _last: changed.append(first.data(ROW_ROLE).name)
    )

    two.tick(1)
    two.tick(0)

    assert changed == ["Support desk"]


def test_far_from_its_end_a_row_out_of_sight_counts_in_minutes(two: Shell) -> None:
    two.keep(DEVELOPER, token())
    two.choose(DEVELOPER)
    two.wait_idle()

    two.tick(90)

    assert two.rows() == [
        "Support desk, RingCentral, 58 min left",
        "Developer, RingCentral, 58 min 30 s left",
    ]
    two.tick(3000)
    assert two.rows()[0] == "Support desk, RingCentral, 8 min 30 s left"


def test_a_second_makes_one_row_anew_of_fifty_that_are_signed_in(shell: Shell) -> None:
    profiles = [replace(SUPPORT, id=f"p{n}", name=f"Profile {n}") for n in range(50)]
    for profile in profiles:
        shell.keep(profile, token())
    shell.start(*profiles)
    for session in shell.sessions.sessions[1:]:
        session.open()
    shell.wait_until(lambda: all(s.state.token for s in shell.sessions.sessions))
    shell.tick(1)
    before = _rows(shell)
    changed: list[int] = []
    view(shell).model().dataChanged.connect(
        lambda first, _: changed.append(first.row())
    )

    shell.tick(1)

    assert changed == [0]
    pairs = zip(before, _rows(shell), strict=True)
    assert [old.id for old, new in pairs if old is not new] == ["p0"]


def _rows(shell: Shell) -> list[ProfileRow]:
    model = view(shell).model()
    return [model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())]


@pytest.mark.parametrize("wall_step", [3600.0, -3600.0])
def test_a_clock_that_is_set_is_followed_at_once(
    shell: Shell, wall_step: float
) -> None:
    shell.keep(DEVELOPER, token())
    shell.start(SUPPORT, DEVELOPER)
    shell.sessions.sessions[1].open()
    shell.wait_until(lambda: shell.sessions.sessions[1].state.opened)
    shell.tick(1)

    shell.clock.jump_wall(wall_step)
    shell.tick(1)

    said = "Expired" if wall_step > 0 else "59 min left"
    assert said in shell.rows()[1]
