"""Names and server texts are shown as they are, wherever the window shows them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QTabWidget
from typing_extensions import override

from ringauth_gui.errors import NetworkError, Refusal, RingAuthError, ServerProblem
from ringauth_gui.gui.literal_text import literal_tip
from ringauth_gui.practice_state import PracticeProgramme
from ringauth_gui.storage.exported_profiles import exported_text
from tests.fakes.fake_practice_controls import (
    FAULTS,
    PENALTY,
    SETTINGS,
    FakePracticeControls,
)
from tests.gui.check_examples import ADA, FULL
from tests.gui.everywhere_use import EverywhereUse
from tests.gui.exchange_examples import answered
from tests.gui.file_use import choose
from tests.gui.list_use import delete, start_renaming
from tests.gui.menu_use import actions
from tests.gui.plainly_shown import HOSTILE, interpreted, places
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not"),
    pytest.mark.case("IN-10"),
]

NAMED = replace(SUPPORT, name=HOSTILE)
OTHER = replace(DEVELOPER, name=f"{HOSTILE} 2")
REFUSED = Refusal(
    status=500,
    error=HOSTILE,
    description=HOSTILE,
    codes=(HOSTILE,),
    request_id=HOSTILE,
    permission=HOSTILE,
    parameter=HOSTILE,
)


@pytest.fixture(autouse=True)
def _closed(shell: Shell) -> Iterator[None]:
    """Leave no dialog open: it would be in the way of the next window."""
    yield
    for dialog in shell.window.findChildren(QDialog):
        dialog.close()


class HostilePractice(FakePracticeControls):
    """Whatever listens on the practice server's port, and says what it likes."""

    @override
    def programme(self) -> PracticeProgramme:
        known = super().programme()
        return PracticeProgramme(
            (replace(PENALTY, name=HOSTILE, about=HOSTILE, steps=(HOSTILE,)),),
            tuple(
                replace(each, label=HOSTILE, about=HOSTILE, amount_label=HOSTILE)
                for each in FAULTS
            ),
            tuple(replace(each, meaning=HOSTILE) for each in known.codes),
            tuple(
                replace(each, label=HOSTILE, about=HOSTILE, group=HOSTILE)
                for each in SETTINGS
            ),
        )


def look(shell: Shell) -> None:
    """Look at every tab of the window, and say where something is interpreted."""
    tabs = shell.window.findChild(QTabWidget, "tabs")
    assert tabs is not None
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        assert interpreted() == []
    assert places() > 0


def test_a_profiles_name_is_shown_as_it_is(shell: Shell) -> None:
    shell.start(NAMED, OTHER)

    look(shell)

    assert shell.window.windowTitle() == "RingAuth"


def test_what_the_server_said_of_the_token_is_shown_as_it_is(shell: Shell) -> None:
    kept = token(
        scope=("ReadAccounts", "<b>x</b>&Copy"),
        owner_id=HOSTILE,
        endpoint_id=HOSTILE,
        other={HOSTILE: HOSTILE},
    )
    shell.start_signed_in(NAMED, kept)

    look(shell)


def test_what_the_server_said_of_the_person_is_shown_as_it_is(shell: Shell) -> None:
    identity = replace(
        ADA, name=HOSTILE, email=HOSTILE, company=HOSTILE, roles=(HOSTILE,)
    )
    shell.authorizer.outcomes["check"] = replace(FULL, identity=identity)
    shell.start_signed_in(NAMED)

    shell.act("checkButton")

    look(shell)


@pytest.mark.parametrize(
    "error",
    [ServerProblem(REFUSED), NetworkError(HOSTILE, HOSTILE), RingAuthError(HOSTILE)],
)
def test_what_a_server_said_in_an_error_is_shown_as_it_is(
    shell: Shell, error: RingAuthError
) -> None:
    shell.authorizer.outcomes["refresh"] = error
    shell.start_signed_in(NAMED)

    shell.act("refreshButton")

    look(shell)


def test_what_was_sent_and_answered_is_shown_as_it_is(shell: Shell) -> None:
    shell.start(NAMED)
    shell.control.append_exchange(
        answered(400, {HOSTILE: HOSTILE}, note=HOSTILE, profile_id=NAMED.id)
    )

    look(shell)


def test_a_profile_that_was_deleted_is_named_as_it_is(shell: Shell) -> None:
    shell.start(NAMED, OTHER)

    delete(shell)

    look(shell)


@pytest.mark.parametrize(
    "item",
    [
        "Use a token from elsewhere…",
        "Export profiles…",
        "Sign out everywhere RingAuth knows…",
        "Check this computer…",
        "Report for a ticket…",
        "About RingAuth",
    ],
)
def test_every_dialog_shows_names_as_they_are(shell: Shell, item: str) -> None:
    shell.start_signed_in(NAMED)

    EverywhereUse(shell) if "everywhere" in item else open_item(shell, item)

    look(shell)


def test_a_name_that_is_changed_is_shown_as_it_is(shell: Shell) -> None:
    shell.start(NAMED, OTHER)

    start_renaming(shell)

    look(shell)


def test_profiles_that_are_imported_are_named_as_they_are(
    shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "profiles.json"
    path.write_text(exported_text((NAMED, OTHER)), "utf-8")
    shell.start(NAMED)
    open_item(shell, "Import profiles…")
    shell.click("chooseProfilesButton")
    choose(shell, "profilesFileDialog", path)
    shell.wait_until(lambda: shell.button("importProfilesButton").isEnabled())

    look(shell)


def test_credentials_from_a_file_are_shown_as_they_are(
    shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / f"{HOSTILE.replace('/', '_')}.json"
    path.write_text(json.dumps({"clientId": HOSTILE, "server": HOSTILE}), "utf-8")
    shell.start(NAMED)
    open_item(shell, "Import credentials…")
    shell.click("chooseFileButton")
    choose(shell, "credentialsFileDialog", path)

    look(shell)


def test_what_a_stranger_on_the_practice_port_says_is_shown_as_it_is(
    shell: Shell,
) -> None:
    shell.practice = HostilePractice()
    shell.start(NAMED)
    open_item(shell, "Scenes and faults…")
    shell.wait_until(lambda: places() > 10)

    look(shell)


def test_message_boxes_are_told_to_take_nothing_for_markup(shell: Shell) -> None:
    shell.start(NAMED)
    open_item(shell, "About RingAuth")

    boxes = shell.window.findChildren(QMessageBox)

    assert [box.textFormat() for box in boxes] == [Qt.TextFormat.PlainText]


@given(st.text('<>&;/!?"=b abimgsrclt\n', max_size=20))
def test_no_tooltip_is_taken_for_markup(text: str) -> None:
    shown = literal_tip(text)

    assert not Qt.mightBeRichText(shown)
    assert shown.replace("\N{WORD JOINER}", "") == text


def open_item(shell: Shell, text: str) -> None:
    """Choose an item of the menu bar by its text."""
    actions(shell)[text].trigger()
