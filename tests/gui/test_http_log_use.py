"""The HTTP log as a person uses it in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.errors import Refusal, TokenRequestRefused
from ringauth_gui.gui.exchange_log import ExchangeLog
from ringauth_gui.gui.exchange_view import ExchangeView
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.redaction import MASK, Redaction
from tests.gui.exchange_examples import CANARY, answered, lost
from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def table(shell: Shell) -> QTableView:
    return child(shell.window, QTableView, "httpLogTable")


def column(shell: Shell, number: int) -> list[str]:
    model = table(shell).model()
    return [str(model.index(at, number).data()) for at in range(model.rowCount())]


def pane(shell: Shell, name: str) -> QPlainTextEdit:
    return child(shell.window, QPlainTextEdit, name)


@pytest.fixture
def logged(shell: Shell) -> Shell:
    """Return a window whose log holds exchanges of two profiles and of none."""
    shell.start_signed_in()
    shell.sessions.insert(DEVELOPER, 1)
    refused = {"error": "invalid_grant", "errors": [{"errorCode": "OAU-213"}]}
    for exchange in (
        answered(form={"code": CANARY}, note="authorization_code", profile_id="5f2c"),
        answered(400, refused, note="refresh_token", profile_id="5f2c"),
        answered(path="/restapi/v1.0", note="check", profile_id="77aa"),
        answered(path="/.well-known/x", note="metadata"),
    ):
        shell.control.append_exchange(exchange)
    shell.show_tab("HTTP log")
    return shell


def test_the_profile_in_sight_comes_first_and_all_are_a_choice_away(
    logged: Shell,
) -> None:
    ours = column(logged, 5)
    child(logged.window, QComboBox, "httpLogScopeCombo").setCurrentIndex(1)

    assert ours == ["authorization_code", "refresh_token · OAU-213"]
    assert column(logged, 5) == [*ours, "check", "metadata"]
    assert column(logged, 6) == ["Support desk", "Support desk", "Developer", ""]
    assert not table(logged).isColumnHidden(6)


def test_another_profile_shows_its_own(logged: Shell) -> None:
    logged.sessions.select(DEVELOPER.id)

    assert column(logged, 5) == ["check"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("oau-213", ["refresh_token · OAU-213"]),
        ("400", ["refresh_token · OAU-213"]),
        ("Authorization_Code", ["authorization_code"]),
        ("token 200", ["authorization_code"]),
        ("nothing", []),
    ],
)
def test_it_is_filtered_as_one_types(
    logged: Shell, typed: str, left: list[str]
) -> None:
    press(logged, "Find in the HTTP log")
    QTest.keyClicks(child(logged.window, QLineEdit, "httpLogFilterEdit"), typed)

    assert column(logged, 5) == left
    assert table(logged).isVisible() is bool(left)
    if not left:
        assert "No exchange is like that." in logged.text("httpLogEmpty")


def test_what_comes_while_it_is_filtered_is_filtered_too(logged: Shell) -> None:
    child(logged.window, QLineEdit, "httpLogFilterEdit").setText("lost")

    logged.control.append_exchange(lost(profile_id="5f2c"))
    logged.control.append_exchange(answered(profile_id="5f2c"))

    assert column(logged, 5) == ["refresh_token · it was lost"]


def test_the_chosen_exchange_is_shown_side_by_side_without_secrets(
    logged: Shell,
) -> None:
    assert not child(logged.window, ExchangeView, "exchangeView").isVisible()

    table(logged).selectRow(0)

    assert child(logged.window, ExchangeView, "exchangeView").isVisible()
    assert f"code={MASK}" in pane(logged, "requestText").toPlainText()
    assert CANARY not in pane(logged, "requestText").toPlainText()
    assert "rcrequestid: 52f8" in pane(logged, "responseText").toPlainText()


def test_the_line_with_the_cursor_is_explained(logged: Shell) -> None:
    table(logged).selectRow(0)
    text = pane(logged, "responseText")
    text.setFocus()

    QTest.keyClick(text, Qt.Key.Key_End)

    meaning = child(logged.window, QLabel, "wireMeaning").text()
    assert meaning == "RingCentral's number of this request. Quote it to its support."


def test_secrets_are_shown_when_asked_for_and_cannot_be_copied(logged: Shell) -> None:
    table(logged).selectRow(0)
    shown = pane(logged, "requestText")

    child(logged.window, QPushButton, "showLogSecretsButton").click()
    is_shown = CANARY in shown.toPlainText()
    shown.selectAll()
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert is_shown
    assert shown.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    assert CANARY not in logged.clipboard._clipboard.text()


@pytest.mark.case("CL-04")
def test_shown_secrets_are_hidden_when_the_window_is_left(logged: Shell) -> None:
    table(logged).selectRow(0)
    child(logged.window, QPushButton, "showLogSecretsButton").click()

    logged.window.concealed.emit()

    assert CANARY not in pane(logged, "requestText").toPlainText()


@pytest.mark.case("CL-04")
def test_shown_secrets_are_hidden_when_another_tab_is_chosen(logged: Shell) -> None:
    table(logged).selectRow(0)
    child(logged.window, QPushButton, "showLogSecretsButton").click()
    assert CANARY in pane(logged, "requestText").toPlainText()

    logged.show_tab("Account")

    assert CANARY not in pane(logged, "requestText").toPlainText()


@pytest.mark.case("CL-04")
def test_shown_secrets_are_hidden_after_a_while(qtbot: QtBot) -> None:
    view = ExchangeView(Redaction(), reveal=30)
    qtbot.addWidget(view)
    view.show_row(ExchangeLog(str).append(answered(form={"code": CANARY})))
    text = child(view, QPlainTextEdit, "requestText")

    child(view, QPushButton, "showLogSecretsButton").click()

    assert CANARY in text.toPlainText()
    qtbot.waitUntil(lambda: CANARY not in text.toPlainText())


def test_the_next_exchange_is_shown_without_secrets(logged: Shell) -> None:
    table(logged).selectRow(0)
    child(logged.window, QPushButton, "showLogSecretsButton").click()

    table(logged).selectRow(1)
    table(logged).selectRow(0)

    assert CANARY not in pane(logged, "requestText").toPlainText()


def test_a_failed_exchange_leads_to_its_explanation(logged: Shell) -> None:
    table(logged).selectRow(1)

    child(logged.window, QPushButton, "explainExchangeButton").click()

    assert logged.text("explanationCode") == "OAU-213"


def test_an_exchange_is_copied_as_curl_with_words_for_its_secrets(
    logged: Shell,
) -> None:
    assert not logged.button("copyCurlButton").isEnabled()
    table(logged).selectRow(0)

    logged.button("copyCurlButton").click()

    command = logged.clipboard._clipboard.text()
    assert command.startswith("curl --request POST https://platform.ringcentral.com")
    assert "code=YOUR_CODE" in command
    assert CANARY not in command


def refuse(shell: Shell, *sent: Exchange) -> None:
    """Refresh in vain, with what is ``sent`` meanwhile."""
    refusal = Refusal(400, "invalid_grant", codes=("OAU-213",))
    shell.authorizer.outcomes["refresh"] = TokenRequestRefused(refusal)
    shell.authorizer.held.add("refresh")
    shell.button("refreshButton").click()
    for exchange in sent:
        shell.control.append_exchange(replace(exchange, sent=shell.clock()))
    shell.authorizer.release()
    shell.wait_idle()


def test_a_message_leads_to_its_exchange(shell: Shell) -> None:
    shell.start_signed_in()
    shell.control.append_exchange(answered(profile_id="5f2c"))
    shell.clock.advance(1)
    refuse(shell, answered(400, note="refresh_token", profile_id="5f2c"))

    shell.button("showExchangeButton").click()

    rows = table(shell).selectionModel().selectedRows()
    assert [index.row() for index in rows] == [1]
    assert table(shell).isVisible()


def test_a_message_leads_to_an_exchange_that_the_filter_hides(shell: Shell) -> None:
    shell.start_signed_in()
    refuse(shell, answered(400, note="refresh_token", profile_id="5f2c"))
    shell.show_tab("HTTP log")
    child(shell.window, QLineEdit, "httpLogFilterEdit").setText("nothing")

    shell.button("showExchangeButton").click()

    assert column(shell, 5) == ["refresh_token"]


def test_a_failure_without_an_exchange_leads_nowhere(shell: Shell) -> None:
    shell.start_signed_in()
    shell.control.append_exchange(answered(profile_id="5f2c"))
    shell.clock.advance(1)

    refuse(shell)

    assert not shell.button("showExchangeButton").isVisible()


def test_the_log_is_forgotten_when_asked(logged: Shell) -> None:
    logged.button("clearLogButton").click()

    assert column(logged, 0) == []
    assert "Nothing was sent yet" in logged.text("httpLogEmpty")


def test_the_choice_stays_while_the_filter_changes(logged: Shell) -> None:
    table(logged).selectRow(1)

    child(logged.window, QLineEdit, "httpLogFilterEdit").setText("oau-213")

    rows = table(logged).selectionModel().selectedRows()
    assert [index.row() for index in rows] == [0]
    assert SUPPORT.name == logged.state.profile.name


def test_in_a_low_window_the_tab_scrolls_and_squeezes_nothing(logged: Shell) -> None:
    logged.window.resize(820, 560)
    for number in range(20):
        logged.control.append_exchange(
            answered(note=f"call {number}", profile_id=SUPPORT.id)
        )

    table(logged).selectRow(21)
    logged.wait_until(lambda: pane(logged, "requestText").height() >= 80)

    line = table(logged).visualRect(table(logged).model().index(21, 0))
    assert table(logged).viewport().rect().intersects(line)
    assert table(logged).height() >= 110
