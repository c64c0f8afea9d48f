"""The Token tab, read and operated as a person does."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.countdown_card import CountdownCard
from ringauth_gui.gui.countdown_rings import CountdownRings
from ringauth_gui.gui.palette import DARK, LIGHT
from ringauth_gui.gui.scope_chips import ScopeChips
from ringauth_gui.gui.token_details import TokenDetails
from ringauth_gui.gui.token_panel import TokenPanel
from ringauth_gui.gui.value_text import ValueText
from tests.fakes.id_tokens import unsigned
from tests.gui.token_examples import ACCESS_TOKEN, REFRESH_TOKEN, later, token

W = TypeVar("W", bound=QWidget)
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> TokenPanel:
    widget = TokenPanel()
    qtbot.addWidget(widget)
    widget.resize(800, 560)
    widget.show_token(token(), later(329))
    widget.show()
    return widget


def one(widget: QWidget, kind: type[W], name: str = "") -> W:
    found = widget.findChild(kind, name) if name else widget.findChild(kind)
    assert found is not None
    return found


def value(widget: QWidget, name: str) -> str:
    return one(widget, ValueText, name).toPlainText()


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_each_value_stands_beside_its_label(panel: TokenPanel) -> None:
    for name, label in {
        "tokenTypeValue": "Token type",
        "ownerIdValue": "Owner ID",
        "endpointIdValue": "Endpoint ID",
        "issuedValue": "Issued",
        "accessExpiryValue": "Access expires",
        "refreshExpiryValue": "Sign in again by",
    }.items():
        assert label in labels(panel)
        assert one(panel, ValueText, name).accessibleName() == label


def test_the_values_are_the_token_s(panel: TokenPanel) -> None:
    assert value(panel, "tokenTypeValue") == "bearer"
    assert value(panel, "ownerIdValue") == "256440016"
    assert value(panel, "endpointIdValue") == "bLJWqGqGQ7C9pZ"
    assert one(panel, ScopeChips).text() == "ReadAccounts ReadCallLog SMS RingOut"
    assert "in 54 min 31 s · lifetime 1 h" in value(panel, "accessExpiryValue")
    assert "in 6 d 23 h" in value(panel, "refreshExpiryValue")


def test_no_text_in_the_panel_holds_a_secret(panel: TokenPanel) -> None:
    texts = [line.text() for line in panel.findChildren(QLineEdit)]
    texts += [text.toPlainText() for text in panel.findChildren(ValueText)]
    texts += [label.text() for label in panel.findChildren(QLabel)]

    assert not [text for text in texts if "canary" in text]


def test_the_rings_say_the_same(panel: TokenPanel) -> None:
    assert one(panel, CountdownRings).accessibleDescription() == (
        "Access token: 54 min 31 s left. Refresh token: 6 d 23 h left."
    )
    assert "6 d 23 h left" in labels(panel)


def test_a_tick_counts_on(panel: TokenPanel) -> None:
    panel.tick(later(330))

    assert "in 54 min 30 s" in value(panel, "accessExpiryValue")
    assert (
        one(panel, CountdownRings)
        .accessibleDescription()
        .startswith("Access token: 54 min 30 s left.")
    )


def test_a_tick_keeps_what_a_person_selected_elsewhere(panel: TokenPanel) -> None:
    owner = one(panel, ValueText, "ownerIdValue")
    owner.selectAll()

    panel.tick(later(330))

    assert owner.textCursor().selectedText() == "256440016"


def test_a_tick_without_a_token_is_nothing(qtbot: QtBot) -> None:
    widget = TokenPanel()
    qtbot.addWidget(widget)

    widget.tick(later(0))

    assert one(widget, QLineEdit, "accessTokenField").text() == "–"


@pytest.mark.parametrize(
    ("button", "wish"),
    [
        ("copyAccessTokenButton", "access_token"),
        ("copyRefreshTokenButton", "refresh_token"),
        ("copyHeaderButton", "authorization_header"),
    ],
)
def test_each_copy_button_names_what_is_wanted(
    qtbot: QtBot, panel: TokenPanel, button: str, wish: str
) -> None:
    with qtbot.waitSignal(panel.copy_requested) as requested:
        QTest.mouseClick(one(panel, QPushButton, button), LEFT)

    assert requested.args == [wish]


def test_an_id_token_has_a_row_only_when_there_is_one(
    qtbot: QtBot, panel: TokenPanel
) -> None:
    assert "ID token" not in labels(panel)

    panel.show_token(token(id_token="eyJh" + "canary" * 9 + ".b.c"), later(0))

    assert "ID token" in labels(panel)
    with qtbot.waitSignal(panel.copy_requested) as requested:
        QTest.mouseClick(one(panel, QPushButton, "copyIdTokenButton"), LEFT)
    assert requested.args == ["id_token"]


def test_the_claims_of_an_id_token_come_and_go_with_it(panel: TokenPanel) -> None:
    id_token = unsigned({"sub": "101", "name": "<b>Ada</b>"})
    title = "What the ID token says"
    assert title not in labels(panel)

    panel.show_token(token(id_token=id_token), later(0))
    assert {title, "Subject", "Name"} <= set(labels(panel))
    assert value(panel, "claimValue0") == "101"
    assert value(panel, "claimValue1") == "<b>Ada</b>"

    panel.show_token(token(), later(0))
    assert not {title, "Subject", "Name"} & set(labels(panel))


def test_other_members_come_and_go_with_the_token(panel: TokenPanel) -> None:
    assert "Also in the answer" not in labels(panel)

    panel.show_token(token(other={"brand": "1210"}), later(0))
    assert {"Also in the answer", "brand"} <= set(labels(panel))
    assert value(panel, "otherValue0") == "1210"

    panel.show_token(token(), later(0))
    assert not {"Also in the answer", "brand"} & set(labels(panel))
    assert not one(panel, ValueText, "otherValue0").isVisible()


def test_markup_in_an_answer_stays_text(panel: TokenPanel) -> None:
    panel.show_token(token(other={"<b>name</b>": "<img src=x>"}), later(0))

    assert value(panel, "otherValue0") == "<img src=x>"
    (label,) = [la for la in panel.findChildren(QLabel) if "name" in la.text()]
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_without_a_refresh_token_its_buttons_say_why(panel: TokenPanel) -> None:
    without = token(refresh_token=None, refresh_issued=None)

    panel.show_token(without, later(0))

    button = one(panel, QPushButton, "copyRefreshTokenButton")
    assert not button.isEnabled()
    assert button.toolTip() == "The server issued no refresh token."
    assert "none" in labels(panel)


def test_an_opaque_token_is_called_opaque(panel: TokenPanel) -> None:
    assert any(text.startswith("Opaque token") for text in labels(panel))


def test_refreshing_by_itself_is_the_person_s_wish(
    qtbot: QtBot, panel: TokenPanel
) -> None:
    check = one(panel, QCheckBox, "autoRefreshCheck")
    panel.set_auto_refresh(on=False, enabled=True, reason="")

    with qtbot.waitSignal(panel.auto_refresh_toggled) as toggled:
        check.click()

    assert toggled.args == [True]
    assert check.accessibleName() == "Refresh by itself before expiry"


def test_a_screen_reader_that_toggles_without_a_click_tells_the_wish_too(
    qtbot: QtBot, panel: TokenPanel
) -> None:
    panel.set_auto_refresh(on=True, enabled=True, reason="")

    with qtbot.waitSignal(panel.auto_refresh_toggled) as toggled:
        one(panel, QCheckBox, "autoRefreshCheck").toggle()

    assert toggled.args == [False]


def test_showing_the_wish_is_no_new_wish(qtbot: QtBot, panel: TokenPanel) -> None:
    with qtbot.assertNotEmitted(panel.auto_refresh_toggled):
        panel.set_auto_refresh(on=True, enabled=False, reason="No refresh token.")

    check = one(panel, QCheckBox, "autoRefreshCheck")
    assert check.isChecked()
    assert not check.isEnabled()
    assert check.toolTip() == "No refresh token."


def test_concealing_masks_what_is_shown(panel: TokenPanel) -> None:
    field = one(panel, QLineEdit, "accessTokenField")
    QTest.mouseClick(one(panel, QPushButton, "showAccessTokenButton"), LEFT)
    assert field.text() == ACCESS_TOKEN

    panel.conceal()

    assert field.text() != ACCESS_TOKEN


def test_a_forgotten_token_leaves_nothing_to_copy(panel: TokenPanel) -> None:
    panel.forget()

    assert one(panel, QLineEdit, "refreshTokenField").text() == "–"
    for name in ("copyAccessTokenButton", "copyRefreshTokenButton", "copyHeaderButton"):
        assert not one(panel, QPushButton, name).isEnabled()
    assert REFRESH_TOKEN not in repr(vars(panel))


def test_the_cards_stand_side_by_side_where_there_is_room(panel: TokenPanel) -> None:
    countdown, details = one(panel, CountdownCard), one(panel, TokenDetails)

    panel.resize(800, 500)
    QTest.qWait(0)
    assert countdown.geometry().right() < details.geometry().left()

    panel.resize(520, 400)
    QTest.qWait(0)
    assert countdown.geometry().bottom() < details.geometry().top()


def test_nothing_is_cut_off_in_the_smallest_window(panel: TokenPanel) -> None:
    scopes = tuple(f"Permission{number}" for number in range(45))
    panel.show_token(token(scope=scopes, other={"note": "word " * 60}), later(0))

    panel.resize(520, 360)
    QTest.qWait(0)

    viewport = one(panel, QScrollArea).viewport()
    room = viewport.width()
    for kind in (ValueText, ScopeChips, QPushButton, QCheckBox):
        for widget in panel.findChildren(kind):
            if widget.isVisible():
                right = widget.mapTo(
                    one(panel, QScrollArea).viewport(), widget.rect().topRight()
                ).x()
                assert right < room
    note = one(panel, ValueText, "otherValue0")
    assert note.height() >= note.document().size().height()
    chips = one(panel, ScopeChips)
    assert chips.height() >= chips.heightForWidth(chips.width())


def test_quiet_parts_follow_the_palette(panel: TokenPanel) -> None:
    expiry = one(panel, ValueText, "accessExpiryValue")

    panel.set_palette(DARK)

    html = expiry.toHtml()
    assert DARK.quiet in html
    assert LIGHT.quiet not in html
