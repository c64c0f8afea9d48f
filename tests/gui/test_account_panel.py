"""Whose token it is, and how the answer was checked."""

import dataclasses

import pytest
from pytestqt.qtbot import QtBot

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.account_panel import AccountPanel
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict
from tests.gui.reading import visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOW = Moment(1_795_000_000.0)
EMPTY = "Press Check to ask the API whose token this is."
ADA = Identity(
    extension_id="256440016",
    name="Ada Lovelace",
    email="ada@example.com",
    extension_number="101",
    extension_type="User",
    status="Enabled",
    account_id="400129284008",
    company="Example Ltd",
    roles=("Super Admin",),
)
ACCEPTED = CheckResult(Verdict.ACCEPTED, ADA, None, NOW, 0.092)
CHECKS = (
    AnswerCheck("State", CheckOutcome.PASSED, "returned as sent", "RFC 6749 10.12"),
    AnswerCheck("Issuer", CheckOutcome.NOT_APPLICABLE, "not announced", "RFC 9207"),
    AnswerCheck("Owner", CheckOutcome.FAILED, "another person than last time"),
)


@pytest.fixture
def panel(qtbot: QtBot) -> AccountPanel:
    widget = AccountPanel(lambda: NOW)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def rows(qtbot: QtBot, panel: AccountPanel) -> dict[str, str]:
    # New rows come into sight with the next turn of the event loop.
    qtbot.waitUntil(lambda: "Checked" in visible_texts(panel))
    texts = visible_texts(panel)
    return dict(zip(texts[::2], texts[1::2], strict=True))


def test_before_a_check_it_says_what_to_press(panel: AccountPanel) -> None:
    panel.show_check(None)
    panel.show_answer_checks(())

    assert visible_texts(panel) == [EMPTY]


def test_an_accepted_token_shows_whose_it_is(qtbot: QtBot, panel: AccountPanel) -> None:
    panel.show_check(ACCEPTED)

    shown = rows(qtbot, panel)
    checked = shown.pop("Checked")
    assert checked.endswith(" · 92 ms")
    assert shown == {
        "Signed in as": "Ada Lovelace · ada@example.com",
        "Extension": "101 · 256440016 · User · Enabled",
        "Account": "Example Ltd · 400129284008",
        "Role": "Super Admin",
        "Access token": "The API accepts it.",
    }


def test_what_the_api_did_not_tell_has_no_row(
    qtbot: QtBot, panel: AccountPanel
) -> None:
    bare = dataclasses.replace(ACCEPTED, identity=Identity(extension_id="7"))

    panel.show_check(bare)

    assert list(rows(qtbot, panel)) == ["Extension", "Access token", "Checked"]


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
    qtbot: QtBot,
    panel: AccountPanel,
    verdict: Verdict,
    refusal: Refusal,
    words: str,
) -> None:
    panel.show_check(CheckResult(verdict, None, refusal, NOW, 0.05))

    assert words in rows(qtbot, panel)["Access token"]


def test_another_check_takes_the_place_of_the_one_before(
    qtbot: QtBot, panel: AccountPanel
) -> None:
    panel.show_check(ACCEPTED)
    grace = dataclasses.replace(ADA, name="Grace", email=None)

    panel.show_check(dataclasses.replace(ACCEPTED, identity=grace))

    assert rows(qtbot, panel)["Signed in as"] == "Grace"
    assert not any("Ada" in text for text in visible_texts(panel))


def test_the_rows_go_with_the_token(qtbot: QtBot, panel: AccountPanel) -> None:
    panel.show_check(ACCEPTED)
    rows(qtbot, panel)

    panel.show_check(None)

    assert visible_texts(panel) == [EMPTY]


def test_each_check_of_the_answer_has_its_sign_and_source(
    qtbot: QtBot, panel: AccountPanel
) -> None:
    panel.show_answer_checks(CHECKS)

    expected = [
        "How the answer was checked",
        *("✓", "State", "returned as sent", "RFC 6749 10.12"),
        *("–", "Issuer", "not announced", "RFC 9207"),
        *("✕", "Owner", "another person than last time"),
    ]
    qtbot.waitUntil(lambda: visible_texts(panel)[1:] == expected)
