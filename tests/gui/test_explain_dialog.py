"""Help > Explain a code."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.error_explanation import COMMONEST
from ringauth_gui.gui.explain_dialog import ExplainDialog
from ringauth_gui.ringcentral.codes_in_text import LONGEST_TEXT
from tests.gui.error_examples import CONTEXT, doing_now
from tests.gui.reading import button, child, visible_texts

# What Qt's offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
CANARY = "canary-U0pDMTFQMDFQQVMwMHxBQUJCQ0NERA"


class Desk:
    """The dialog, and what it copied and had a screen reader say."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.context: MessageContext | None = None
        self.copied: list[str] = []
        self.said: list[str] = []
        self.dialog = ExplainDialog(
            self.window,
            lambda: self.context,
            self.copied.append,
            announce=lambda _source, text: self.said.append(text),
        )
        self.edit = child(self.dialog, QLineEdit, "explainEdit")

    def type_in(self, text: str) -> None:
        self.edit.selectAll()
        QTest.keyClicks(self.edit, text)

    def cards(self) -> list[str]:
        found = self.dialog.findChildren(QFrame, "explanationCard")
        return [card.accessibleName() for card in found if card.isVisible()]

    def text(self, name: str) -> str:
        labels = self.dialog.findChildren(QLabel, name)
        return next((each.text() for each in labels if each.isVisible()), "")


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot)
    desk.dialog.open_for()
    qtbot.waitExposed(desk.dialog)
    return desk


def test_the_field_is_ready_and_the_window_behind_stays_usable(desk: Desk) -> None:
    assert desk.dialog.isVisible()
    assert not desk.dialog.isModal()
    assert desk.dialog.focusWidget() is desk.edit
    assert desk.edit.accessibleName() == "Code or error text"


def test_typing_a_code_explains_it(desk: Desk) -> None:
    desk.type_in("oau 146")

    assert desk.cards() == ["OAU-146"]
    assert desk.text("explanationComesWith") == "HTTP 401"
    assert desk.text("explanationMeaning") == (
        "RingCentral refused the client ID or secret"
    )
    assert "does not belong to this client ID" in desk.text("explanationRemedy")
    assert desk.text("explanationWhere") == "RingAuth › Profile › Client secret"
    assert desk.text("explanationCertainty") == "documented by RingCentral"
    assert "basics/errors" in desk.text("explanationSource")


def test_the_profile_in_sight_is_asked_at_each_change(desk: Desk) -> None:
    desk.context = CONTEXT
    desk.type_in("OAU-109")
    with_profile = desk.text("explanationRemedy")
    desk.context = None

    desk.type_in("OAU-109 ")

    assert CONTEXT.redirect_uri in with_profile
    assert CONTEXT.redirect_uri not in desk.text("explanationRemedy")


def test_a_code_of_the_message_bar_is_explained_in_its_words(desk: Desk) -> None:
    desk.dialog.open_for("OAU-210", doing_now("authorize"))

    assert desk.edit.text() == "OAU-210"
    assert desk.text("explanationMeaning") == "The authorization code had expired"


def test_several_codes_have_a_card_each_the_most_telling_first(desk: Desk) -> None:
    desk.edit.setText(
        '{"errorCode": "InsufficientPermissions", "errors": [{"errorCode": "CMN-401", '
        '"permissionName": "ReadAccounts"}]}'
    )

    assert desk.cards() == ["CMN-401", "InsufficientPermissions"]
    assert "ReadAccounts" in desk.text("explanationMeaning")


def test_the_cards_of_the_text_before_are_gone(desk: Desk) -> None:
    desk.type_in("OAU-146")

    desk.type_in("CMN-301")

    assert desk.cards() == ["CMN-301"]


def test_an_unknown_code_is_said_to_be_unknown(desk: Desk) -> None:
    desk.type_in("OAU-999")

    assert desk.cards() == []
    assert desk.text("unexplainedTitle") == "RingAuth does not know OAU-999"
    assert "request ID" in desk.text("unexplainedAdvice")
    assert not button(desk.dialog, "copyExplanationButton").isEnabled()


@pytest.mark.parametrize("code", COMMONEST)
def test_an_empty_field_offers_the_commonest_codes(desk: Desk, code: str) -> None:
    link = button(desk.dialog, f"explain-{code}")
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus

    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)

    assert desk.edit.text() == code
    assert desk.cards() == [code]
    assert not link.isVisible()


def test_the_explanations_are_copied_as_plain_text(desk: Desk) -> None:
    desk.type_in("OAU-146 CMN-301")

    button(desk.dialog, "copyExplanationButton").click()

    (text,) = desk.copied
    first, second = text.split("\n\n")
    assert first.startswith("OAU-146 · HTTP 401\nWhat it means: ")
    assert second.startswith("CMN-301 · HTTP 429\n")


def test_a_secret_leaves_the_field_at_once(desk: Desk) -> None:
    desk.edit.insert(f'{{"access_token": "{CANARY}", "errorCode": "OAU-213"}}')

    assert desk.edit.text() == ""
    assert not desk.edit.isUndoAvailable()
    assert desk.cards() == ["OAU-213"]
    assert desk.text("explainNote") == (
        "A token, code or secret seemed to be in it, so the field was emptied."
    )
    button(desk.dialog, "copyExplanationButton").click()
    shown = " ".join((*visible_texts(desk.dialog), *desk.copied, *desk.said))
    assert "canary" not in shown


def test_a_text_that_is_too_long_is_not_cut_silently(desk: Desk) -> None:
    desk.edit.setText("OAU-109 " + "x " * LONGEST_TEXT)

    assert desk.cards() == ["OAU-109"]
    assert desk.text("explainNote") == "Only the first 20,000 characters were read."


@pytest.mark.parametrize("closes", ["escape", "button"])
def test_closing_forgets_what_was_typed(desk: Desk, closes: str) -> None:
    desk.type_in("OAU-146")

    if closes == "escape":
        QTest.keyClick(desk.edit, Qt.Key.Key_Escape)
    else:
        button(desk.dialog, "closeExplainButton").click()

    assert not desk.dialog.isVisible()
    assert desk.edit.text() == ""
    assert not desk.edit.isUndoAvailable()
    desk.dialog.open_for()
    assert desk.cards() == []
    assert child(desk.dialog, QFrame, "commonCodes").isVisible()


def test_enter_neither_closes_nor_copies(desk: Desk) -> None:
    desk.type_in("OAU-146")

    QTest.keyClick(desk.edit, Qt.Key.Key_Return)

    assert desk.dialog.isVisible()
    assert desk.copied == []


def test_a_screen_reader_hears_each_explanation_once(desk: Desk) -> None:
    desk.type_in("OAU-128, ")

    assert desk.said == [
        "OAU-128: The access token has expired. Refresh it. Where there is no refresh "
        "token, sign in again."
    ]


def test_every_text_is_plain_and_can_be_selected(desk: Desk) -> None:
    desk.context = replace(doing_now("check"), server_name="<b>x</b>")

    desk.type_in("OAU-213")

    label = child(desk.dialog, QLabel, "explanationMeaning")
    assert label.text() == "<b>x</b> no longer knows this token"
    assert label.textFormat() is Qt.TextFormat.PlainText
    flags = label.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_everything_has_a_name_for_screen_readers(desk: Desk) -> None:
    desk.type_in("OAU-213")

    for each in desk.dialog.findChildren(QPushButton):
        assert each.accessibleName()
