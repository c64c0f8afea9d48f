"""Profiles duplicated, renamed, moved and found."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit

from ringauth_gui.storage.profile import ServerKind
from ringauth_gui.storage.token_store import SecretKind
from tests.gui.list_use import (
    filter_by,
    order,
    rename,
    selected,
    start_renaming,
    view,
)
from tests.gui.menu_use import actions, press
from tests.gui.reading import child, focus_order
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("This plugin does not")

THIRD = replace(SUPPORT, id="3cc3", name="Third", server=ServerKind.PRACTICE)
ALL = [SUPPORT.name, DEVELOPER.name, THIRD.name]
FILTERED = "Clear the filter first: some profiles are not shown."


@pytest.fixture
def three(shell: Shell) -> Shell:
    """Return a window with three profiles, of which the first is signed in."""
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER, THIRD)
    return shell


def test_a_copy_stands_below_and_is_shown_with_its_name_selected(three: Shell) -> None:
    press(three, "Duplicate")
    three.wait_idle()

    assert order(three) == [ALL[0], "Support desk (2)", *ALL[1:]]
    assert three.tab() == "Profile"
    name = child(three.window, QLineEdit, "profileNameEdit")
    assert three.window.focusWidget() is name
    assert name.selectedText() == "Support desk (2)"
    three.wait_until(lambda: len(three.saved) == 1)
    copy = three.saved[0][1]
    assert copy == replace(SUPPORT, id=copy.id, name="Support desk (2)")
    assert copy.id not in {SUPPORT.id, DEVELOPER.id, THIRD.id}


def test_a_copy_has_no_secrets_and_says_so(three: Shell) -> None:
    confidential = replace(SUPPORT, has_secret=True)
    three.sessions.keep_options(confidential)

    press(three, "Duplicate")
    three.wait_idle()

    assert three.state.token is None
    assert three.text("messageTitle") == "This is a copy of “Support desk”"
    assert three.text("messageText").startswith(
        "Its client secret and its token were not copied."
    )
    kept = three.authorizer.keyring.load(three.state.profile.id, SecretKind.TOKEN)
    assert kept is None


def test_a_profile_is_renamed_where_it_stands(three: Shell) -> None:
    rename(three, "  Help desk ")

    assert order(three)[0] == "Help desk"
    assert three.text("profileNameLabel") == "Help desk"
    assert three.window.focusWidget() is view(three)
    three.wait_until(lambda: three.saved[-1][0] == replace(SUPPORT, name="Help desk"))


def test_escape_leaves_the_name_as_it_was(three: Shell) -> None:
    edit = rename(three, "Help desk", Qt.Key.Key_Escape)

    assert order(three) == ALL
    assert three.saved == []
    assert not edit.isVisible()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("developer", "Another profile has this name."),
        ("   ", "Give the profile a name."),
        (
            "a\u202eb",
            "The name holds RIGHT-TO-LEFT OVERRIDE (U+202E) at position 2: "
            "nobody can see it.",
        ),
        ("x" * 81, "The name has 81 characters; 80 are allowed."),
    ],
)
def test_a_name_that_cannot_be_used_is_not_taken(
    three: Shell, name: str, reason: str
) -> None:
    edit = start_renaming(three)

    edit.setText(name)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert edit.isVisible()
    assert edit.accessibleDescription() == reason
    assert edit.toolTip() == reason
    assert order(three) == ALL
    edit.setText("Help desk")
    assert edit.accessibleDescription() == ""
    QTest.keyClick(edit, Qt.Key.Key_Escape)


def test_a_bad_name_is_dropped_when_something_else_is_done(three: Shell) -> None:
    edit = start_renaming(three)
    edit.setText("Developer")

    three.button("checkButton").setFocus()

    assert order(three) == ALL


def test_time_that_passes_changes_nothing_of_what_is_typed(three: Shell) -> None:
    edit = start_renaming(three)
    edit.setText("Help d")

    three.tick(5)

    assert edit.text() == "Help d"


def test_a_screen_reader_finds_the_field_by_its_name(three: Shell) -> None:
    edit = start_renaming(three)

    assert edit.accessibleName() == "New name"
    assert edit.hasFocus()
    assert edit.selectedText() == "Support desk"


def test_a_profile_moves_by_its_keys_and_stays_chosen(three: Shell) -> None:
    press(three, "Move down")
    down = order(three)
    press(three, "Move down")
    press(three, "Move up")

    assert down == [ALL[1], ALL[0], ALL[2]]
    assert order(three) == down
    assert selected(three) == SUPPORT.name
    three.wait_until(lambda: three.saved[-1] == (DEVELOPER, SUPPORT, THIRD))


def test_at_the_ends_it_says_why_it_moves_no_further(three: Shell) -> None:
    up, down = actions(three)["Move up"], actions(three)["Move down"]
    assert not up.isEnabled()
    assert up.toolTip() == "It is the first one already."
    assert down.isEnabled()

    three.choose(THIRD)

    assert up.isEnabled()
    assert down.toolTip() == "It is the last one already."


def test_a_profile_is_dragged_to_another_place(three: Shell) -> None:
    three.choose(THIRD)
    three.wait_idle()

    _drop(three, 2, above=0)

    assert order(three) == [ALL[2], ALL[0], ALL[1]]
    assert selected(three) == THIRD.name
    _drop(three, 0, above=3)
    assert order(three) == ALL


def _drop(shell: Shell, row: int, above: int) -> None:
    """Do what Qt's list does when a row of its own is dropped between two others."""
    rows, nowhere = view(shell), QModelIndex()
    assert rows.dragDropMode() is QAbstractItemView.DragDropMode.InternalMove
    assert rows.model().flags(nowhere) == Qt.ItemFlag.ItemIsDropEnabled
    assert rows.model().moveRow(nowhere, row, nowhere, above)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DESK", ["Support desk"]),
        ("practice server", ["Third"]),
        ("dev-client", ["Developer"]),
        ("signed in", ["Support desk"]),
        ("ringcentral not opened", ["Developer"]),
        ("nothing of the kind", []),
    ],
)
def test_a_filter_finds_by_all_that_is_known(
    three: Shell, text: str, found: list[str]
) -> None:
    filter_by(three, text)

    assert order(three) == found
    count = child(three.window, QLabel, "profileFilterCount")
    assert count.text() == f"{len(found)} of 3 shown"
    assert count.isVisible()


def test_what_is_in_sight_stays_there_though_it_is_left_out(three: Shell) -> None:
    filter_by(three, "third")

    assert three.text("profileNameLabel") == "Support desk"
    assert selected(three) == ""
    three.tick(3)
    assert three.text("profileNameLabel") == "Support desk"


def test_escape_shows_all_again_and_then_leaves(three: Shell) -> None:
    edit = filter_by(three, "third")

    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert order(three) == ALL
    assert selected(three) == SUPPORT.name
    QTest.keyClick(edit, Qt.Key.Key_Escape)

    assert not edit.isVisible()
    assert three.window.focusWidget() is view(three)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_first_that_is_found_is_a_key_away(three: Shell, key: Qt.Key) -> None:
    edit = filter_by(three, "third")

    QTest.keyClick(edit, key)
    three.wait_idle()

    assert three.text("profileNameLabel") == "Third"
    assert three.window.focusWidget() is view(three)


def test_nothing_moves_while_some_are_not_shown(three: Shell) -> None:
    filter_by(three, "desk")

    for text in ("Move up", "Move down"):
        assert not actions(three)[text].isEnabled()
        assert actions(three)[text].toolTip() == FILTERED
    assert not view(three).dragEnabled()
    filter_by(three, "")
    assert actions(three)["Move down"].isEnabled()
    assert view(three).dragEnabled()


def test_the_next_profile_is_the_next_that_is_shown(three: Shell) -> None:
    filter_by(three, "client")
    press(three, "Next profile")
    three.wait_idle()
    assert three.text("profileNameLabel") == "Developer"

    filter_by(three, "third")
    press(three, "Previous profile")
    three.wait_idle()

    assert three.text("profileNameLabel") == "Third"
    press(three, "Next profile")
    assert three.text("profileNameLabel") == "Third"


def test_the_ends_of_the_list_have_no_neighbour(three: Shell) -> None:
    press(three, "Previous profile")

    assert three.text("profileNameLabel") == "Support desk"


def test_renaming_what_is_left_out_shows_all_again(three: Shell) -> None:
    filter_by(three, "third")

    edit = start_renaming(three)

    assert edit.text() == "Support desk"
    assert order(three) == ALL
    QTest.keyClick(edit, Qt.Key.Key_Escape)


def test_few_profiles_have_no_filter_in_sight_and_many_have(shell: Shell) -> None:
    many = [replace(SUPPORT, id=f"p{n}", name=f"Profile {n}") for n in range(9)]
    shell.start(*many)
    edit = child(shell.window, QLineEdit, "profileFilterEdit")
    assert edit.isVisible()

    for _ in range(2):
        QTest.keyClick(edit, Qt.Key.Key_Escape)

    assert edit.isVisible()
    assert shell.window.focusWidget() is view(shell)


def test_a_window_with_many_starts_at_the_profiles(shell: Shell) -> None:
    many = [replace(SUPPORT, id=f"p{n}", name=f"Profile {n}") for n in range(9)]

    shell.start(*many)

    names = focus_order(view(shell))
    assert shell.window.focusWidget() is not child(
        shell.window, QLineEdit, "profileFilterEdit"
    )
    assert names.index("profileFilterEdit") < names.index("newProfileButton")


def test_a_few_have_none(three: Shell) -> None:
    assert not child(three.window, QLineEdit, "profileFilterEdit").isVisible()


@pytest.mark.parametrize(
    "reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard]
)
def test_a_row_has_a_menu_of_its_own(
    three: Shell, reason: QContextMenuEvent.Reason
) -> None:
    rows = view(three)
    place = rows.visualRect(rows.model().index(0, 0)).center()
    where = rows.viewport().mapToGlobal(place)
    is_key = reason is QContextMenuEvent.Reason.Keyboard

    target = rows if is_key else rows.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, place, where))

    menu = three.window.profiles_menu
    three.wait_until(menu.isVisible)
    menu.close()


def test_without_a_profile_nothing_of_it_is_offered(shell: Shell) -> None:
    shell.start()

    for text in ("Duplicate", "Rename", "Delete profile", "Move up", "Undo delete"):
        assert not actions(shell)[text].isEnabled(), text
    shell.control.profiles.duplicate()
    shell.control.profiles.rename()
    shell.control.profiles.delete()
    shell.control.profiles.undo()
    shell.control.profiles.move(1)
    assert shell.sessions.sessions == ()


def test_a_new_profile_is_none_that_can_be_deleted(three: Shell) -> None:
    three.click("newProfileButton")

    assert not actions(three)["Delete profile"].isEnabled()
    assert not actions(three)["Rename"].isEnabled()
