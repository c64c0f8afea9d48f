"""The field for the address of a browser on another computer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.pasted_address import PastedAddress
from tests.gui.reading import button, child, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ADDRESS = "http://localhost:27464/callback?code=c&state=s"


@pytest.fixture
def field(qtbot: QtBot) -> PastedAddress:
    widget = PastedAddress()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def edit(field: PastedAddress) -> QLineEdit:
    return child(field, QLineEdit, "pastedAddressEdit")


@pytest.mark.case("AR-19")
def test_it_warns_against_handing_the_address_to_a_person(field: PastedAddress) -> None:
    words = " ".join(visible_texts(field))

    assert "Paste it here only, never to a person." in words


def test_its_names_are_those_of_the_contract(
    field: PastedAddress, edit: QLineEdit
) -> None:
    assert edit.accessibleName() == "Pasted address"
    assert button(field, "useAddressButton").accessibleName() == "Use address"


def test_an_empty_field_offers_nothing_to_use(field: PastedAddress) -> None:
    use = button(field, "useAddressButton")

    assert not use.isEnabled()
    assert use.toolTip() == "Paste the address first."


def test_what_was_pasted_is_given_without_blanks_around(
    qtbot: QtBot, field: PastedAddress, edit: QLineEdit
) -> None:
    edit.setText(f"  {ADDRESS} ")

    with qtbot.waitSignal(field.address_given) as given:
        button(field, "useAddressButton").click()

    assert given.args == [ADDRESS]


def test_enter_uses_the_address(
    qtbot: QtBot, field: PastedAddress, edit: QLineEdit
) -> None:
    edit.setText(ADDRESS)

    with qtbot.waitSignal(field.address_given):
        QTest.keyClick(edit, Qt.Key.Key_Return)


def test_enter_on_an_empty_field_does_nothing(
    qtbot: QtBot, field: PastedAddress, edit: QLineEdit
) -> None:
    with qtbot.assertNotEmitted(field.address_given):
        QTest.keyClick(edit, Qt.Key.Key_Return)


def test_a_refused_address_is_marked_and_stays(
    field: PastedAddress, edit: QLineEdit
) -> None:
    edit.setText(ADDRESS)

    field.reject("This is not the answer to this sign-in.")

    assert edit.text() == ADDRESS
    assert edit.property("invalid") is True
    assert edit.accessibleDescription() == "This is not the answer to this sign-in."
    assert visible_texts(field)[-1] == "This is not the answer to this sign-in."


def test_the_mark_goes_when_the_address_is_changed(
    field: PastedAddress, edit: QLineEdit
) -> None:
    edit.setText(ADDRESS)
    field.reject("This is not the answer to this sign-in.")

    edit.setText(f"{ADDRESS}x")

    assert edit.property("invalid") is False
    assert "This is not the answer" not in " ".join(visible_texts(field))


def test_a_cleared_address_cannot_be_undone_into_sight(
    field: PastedAddress, edit: QLineEdit
) -> None:
    QTest.keyClicks(edit, ADDRESS)

    field.clear()
    edit.undo()

    assert edit.text() == ""
