"""Whose token it is, what it may do, and how the answer was checked."""

import dataclasses

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.account_panel import GAP, NARROW, AccountPanel
from ringauth_gui.gui.identity_card import IdentityCard
from ringauth_gui.gui.permission_question import PermissionQuestion
from ringauth_gui.gui.permission_table import PermissionTable
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.ringcentral.account import Account
from ringauth_gui.ringcentral.identity import (
    CheckResult,
    Identity,
    Subject,
    Untold,
    Verdict,
)
from ringauth_gui.ringcentral.user_permissions import PermissionAnswer, Standing
from tests.gui.account_use import card_rows, table_rows
from tests.gui.check_examples import ACCEPTED, ADA, FULL, NOW, SCOPE
from tests.gui.reading import child, focus_order, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
EMPTY = "Press Check after a sign-in: it asks the API whose token this is."
NOTE = "A Check costs none of the five calls a minute"
CHECKS = (
    AnswerCheck("State", CheckOutcome.PASSED, "returned as sent", "RFC 6749 10.12"),
    AnswerCheck("Issuer", CheckOutcome.NOT_APPLICABLE, "not announced", "RFC 9207"),
    AnswerCheck("Owner", CheckOutcome.FAILED, "another person than last time"),
    AnswerCheck("Life", CheckOutcome.DIFFERS, "asked 600 s, granted 3600 s"),
)


@pytest.fixture
def panel(qtbot: QtBot) -> AccountPanel:
    widget = AccountPanel(lambda: NOW)
    qtbot.addWidget(widget)
    widget.resize(NARROW + 160, 600)
    widget.show()
    return widget


def _table(panel: AccountPanel) -> PermissionTable:
    table = panel.findChild(PermissionTable)
    assert table is not None
    return table


def _question(panel: AccountPanel) -> PermissionQuestion:
    question = panel.findChild(PermissionQuestion)
    assert question is not None
    return question


def _answer(panel: AccountPanel) -> QTextEdit:
    return child(panel, QTextEdit, "permissionAnswer")


def test_before_a_check_it_says_what_to_press(panel: AccountPanel) -> None:
    panel.show_check(None)
    panel.show_answer_checks(())

    assert visible_texts(panel) == [EMPTY, NOTE]
    assert not _table(panel).isVisible()


def test_an_accepted_token_shows_whose_it_is(panel: AccountPanel) -> None:
    panel.show_check(FULL, SCOPE)

    shown = card_rows(panel)
    assert shown.pop("Checked").endswith(" · 92 ms")
    assert shown == {
        "Signed in as": "Ada Lovelace\nada@example.com",
        "Extension": "101 · 256440016 · User · Enabled",
        "Account": "Example Ltd · 400129284008 · Confirmed",
        "Main number": "+16505550100",
        "Brand": "RingCentral · 1210",
        "Role": "Super Admin",
        "Access token": "The API accepts it.",
    }


def test_a_brand_that_only_has_an_id_is_named_all_the_same(
    panel: AccountPanel,
) -> None:
    panel.show_check(dataclasses.replace(FULL, account=Account(brand_id="6010")))

    assert card_rows(panel)["Brand"] == "Avaya Cloud Office · 6010"


def test_a_brand_that_nobody_knows_is_told_by_its_id(panel: AccountPanel) -> None:
    panel.show_check(dataclasses.replace(FULL, account=Account(brand_id="1")))

    assert card_rows(panel)["Brand"] == "1"


def test_scopes_stand_beside_the_users_permissions(panel: AccountPanel) -> None:
    panel.show_check(FULL, SCOPE)

    lacks = "the user's role lacks it · CMN-408"
    not_asked = "the app does not ask for it · CMN-401"
    assert table_rows(panel) == [
        ("ReadAccounts", "✓ yes", "✓ yes", "allowed"),
        ("ReadCallLog", "✓ yes", "✓ yes", "allowed"),
        ("SMS", "✓ yes", "✕ no", lacks),
        ("RingOut", "✓ yes", "✓ yes", "allowed"),
        ("EditExtensions", "✕ no", "✓ yes", not_asked),
    ]


def test_what_the_api_did_not_tell_has_no_row(panel: AccountPanel) -> None:
    bare = dataclasses.replace(ACCEPTED, identity=Identity(extension_id="7"))

    panel.show_check(bare)

    assert list(card_rows(panel)) == ["Extension", "Access token", "Checked"]
    assert not _table(panel).isVisible()


def test_what_one_call_did_not_tell_is_told_with_its_reason(
    panel: AccountPanel,
) -> None:
    refusal = Refusal(403, codes=("CMN-408",))
    partly = dataclasses.replace(FULL, untold=(Untold(Subject.ACCOUNT, refusal),))

    panel.show_check(partly, SCOPE)

    assert card_rows(panel)["Account info"] == (
        "not told · the user lacks the permission ReadCompanyInfo (CMN-408)"
    )


@pytest.mark.parametrize(
    ("verdict", "refusal", "words"),
    [
        (Verdict.APP_LACKS_SCOPE, Refusal(403), "the app lacks the scope"),
        (Verdict.USER_LACKS_PERMISSION, Refusal(403), "the user lacks the permission"),
        (Verdict.REFUSED, Refusal(401, codes=("OAU-213",)), "OAU-213 · HTTP 401"),
        (Verdict.NOT_JUDGED, Refusal(404), "Not judged"),
    ],
)
def test_every_other_verdict_is_told_in_words(
    panel: AccountPanel, verdict: Verdict, refusal: Refusal, words: str
) -> None:
    panel.show_check(CheckResult(verdict, None, refusal, NOW, 0.05))

    assert words in card_rows(panel)["Access token"]


def test_a_verdict_on_the_token_before_a_refresh_is_not_said_of_the_new_one(
    panel: AccountPanel,
) -> None:
    panel.show_check(FULL.of_former_token(), SCOPE)

    assert card_rows(panel)["Access token"] == (
        "Refreshed since: the new token was not checked yet."
    )
    assert card_rows(panel)["Role"] == "Super Admin"


def test_another_check_takes_the_place_of_the_one_before(panel: AccountPanel) -> None:
    panel.show_check(FULL, SCOPE)
    grace = dataclasses.replace(ADA, name="Grace", email=None)

    panel.show_check(dataclasses.replace(ACCEPTED, identity=grace))

    assert card_rows(panel)["Signed in as"] == "Grace"
    assert "Brand" not in card_rows(panel)
    assert table_rows(panel) == []


def test_the_rows_go_with_the_token(panel: AccountPanel) -> None:
    panel.show_check(FULL, SCOPE)

    panel.show_check(None)

    assert card_rows(panel) == {}
    assert table_rows(panel) == []
    assert EMPTY in visible_texts(panel)


def test_an_answer_is_shown_below_the_field_and_as_a_row(panel: AccountPanel) -> None:
    asked = PermissionAnswer("ReadCallRecording", Standing.HAS)
    known = dataclasses.replace(FULL, answers=(*FULL.answers, asked), asked=asked)

    panel.show_check(known, SCOPE)

    assert _answer(panel).toPlainText() == "✓ ReadCallRecording: the user has it"
    assert table_rows(panel)[4][:3] == ("ReadCallRecording", "✕ no", "✓ yes")


def test_the_answer_comes_into_sight_wherever_its_row_has_moved_it(
    qtbot: QtBot, panel: AccountPanel
) -> None:
    panel.resize(NARROW - 1, 300)
    panel.show_check(FULL, SCOPE)
    text = _answer(panel).viewport()
    qtbot.waitUntil(lambda: _question(panel).y() > panel.height())
    asked = PermissionAnswer("ReadCallRecording", Standing.HAS)
    known = dataclasses.replace(FULL, answers=(*FULL.answers, asked), asked=asked)

    panel.show_check(known, SCOPE)

    qtbot.waitUntil(lambda: text.visibleRegion().boundingRect() == text.rect())


def test_the_answer_goes_with_the_next_check(panel: AccountPanel) -> None:
    asked = PermissionAnswer("ReadCallRecording", Standing.HAS)
    panel.show_check(dataclasses.replace(FULL, answers=(asked,), asked=asked), SCOPE)

    panel.show_check(FULL, SCOPE)

    assert not _answer(panel).isVisible()


def test_card_and_table_stand_side_by_side_where_there_is_room(
    qtbot: QtBot, panel: AccountPanel
) -> None:
    panel.show_check(FULL, SCOPE)

    qtbot.waitUntil(lambda: _table(panel).x() > 100)
    panel.resize(NARROW - 1, 600)
    qtbot.waitUntil(lambda: _table(panel).x() == 0)


def test_one_above_the_other_they_leave_no_gap(
    qtbot: QtBot, panel: AccountPanel
) -> None:
    panel.resize(NARROW - 1, 600)
    panel.show_check(FULL, SCOPE)

    table = _table(panel)
    (card,) = panel.findChildren(IdentityCard)
    qtbot.waitUntil(lambda: table.y() == card.y() + card.height() + GAP)


def test_tab_goes_through_the_account_as_the_eye_does(panel: AccountPanel) -> None:
    panel.show_check(dataclasses.replace(ACCEPTED, permissions=FULL.permissions))
    panel.show_check(FULL, SCOPE)

    card = ["signedInAsValue", "extensionValue", "accountValue", "mainNumberValue"]
    card += ["brandValue", "roleValue", "tokenVerdictValue", "checkedValue"]
    rest = ["permissionTable", "furtherPermissionsButton", "permissionEdit"]
    names = focus_order(child(panel, QTextEdit, card[0]))
    assert [name for name in names if name in {*card, *rest}] == [*card, *rest]


def test_each_check_of_the_answer_has_its_sign_and_source(
    qtbot: QtBot, panel: AccountPanel
) -> None:
    panel.show_answer_checks(CHECKS)

    expected = [
        "How the answer was checked",
        *("✓", "State", "returned as sent", "RFC 6749 10.12"),
        *("–", "Issuer", "not announced", "RFC 9207"),
        *("✕", "Owner", "another person than last time"),
        *("≠", "Life", "asked 600 s, granted 3600 s"),
    ]
    qtbot.waitUntil(lambda: visible_texts(panel)[2:] == expected)
