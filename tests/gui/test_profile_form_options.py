"""The request options in the form: folded away, with their traps told in place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.oauth.request_options import TYPED_OPTIONS, options_from
from tests.gui.profile_form_use import (
    SECRET_STORED,
    SUPPORT,
    choose,
    edit,
    find,
    press,
    reason,
    retype,
    save,
    texts,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not")

EDITS = {
    "scope": "scopeEdit",
    "prompt": "promptEdit",
    "display": "displayEdit",
    "ui_locales": "uiLocalesEdit",
    "login_hint": "loginHintEdit",
    "brand_id": "brandIdEdit",
    "access_token_ttl": "accessTokenTtlEdit",
    "refresh_token_ttl": "refreshTokenTtlEdit",
}
VALUES = {
    "scope": "openid ReadAccounts",
    "prompt": "login sso consent",
    "display": "popup",
    "ui_locales": "en-GB",
    "login_hint": "Ada Lovelace",
    "brand_id": "3420",
    "access_token_ttl": "600",
    "refresh_token_ttl": "0",
}
WITH_OPTIONS = replace(SUPPORT, options=options_from(VALUES, sends_nonce=True))


@pytest.fixture
def opened(form: ProfileForm) -> ProfileForm:
    _fold(form).click()
    return form


def _fold(form: ProfileForm) -> QToolButton:
    return find(form, QToolButton, "advancedButton")


def _is_open(form: ProfileForm) -> bool:
    field = form.findChild(QLineEdit, "scopeEdit")
    return field is not None and field.isVisible()


def _windows_in_sight() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def _says(form: ProfileForm, text: str) -> bool:
    return any(text in each for each in texts(form))


def _remedies(form: ProfileForm) -> dict[str, str]:
    buttons = form.findChildren(QPushButton)
    return {
        each.objectName(): each.text()
        for each in buttons
        if each.objectName().endswith("RemedyButton") and each.isVisible()
    }


def test_the_options_are_not_even_built_before_they_are_needed(
    form: ProfileForm,
) -> None:
    assert form.findChild(QLineEdit, "scopeEdit") is None
    assert set(EDITS) == set(TYPED_OPTIONS)


def test_a_key_opens_the_options_and_closes_them(form: ProfileForm) -> None:
    _fold(form).setFocus()

    QTest.keyClick(_fold(form), Qt.Key.Key_Space)
    was_open = _is_open(form)
    QTest.keyClick(_fold(form), Qt.Key.Key_Space)

    assert (was_open, _is_open(form)) == (True, False)
    assert _fold(form).accessibleName() == "Advanced options"


def test_they_open_in_the_form_and_not_in_a_window_of_their_own(
    form: ProfileForm,
) -> None:
    before = set(_windows_in_sight())

    _fold(form).click()

    assert set(_windows_in_sight()) == before
    assert form.isActiveWindow()


def test_they_open_by_themselves_where_one_is_set(form: ProfileForm) -> None:
    form.show_profile(WITH_OPTIONS, SECRET_STORED)

    assert _is_open(form)
    assert {name: edit(form, EDITS[name]).text() for name in EDITS} == VALUES
    assert find(form, QCheckBox, "nonceCheck").isChecked()
    assert not form.is_dirty


def test_they_fold_again_for_a_profile_without_any(form: ProfileForm) -> None:
    form.show_profile(WITH_OPTIONS, SECRET_STORED)

    form.show_profile(SUPPORT, SECRET_STORED)

    assert not _is_open(form)
    assert form.draft().options == {}


def test_what_a_person_opened_stays_open(opened: ProfileForm) -> None:
    opened.show_profile(SUPPORT, SECRET_STORED)

    assert _is_open(opened)


def test_what_a_screen_reader_opened_without_a_click_stays_open(
    form: ProfileForm,
) -> None:
    _fold(form).toggle()

    form.show_profile(SUPPORT, SECRET_STORED)

    assert _is_open(form)


def test_every_option_is_saved(qtbot: QtBot, opened: ProfileForm) -> None:
    for name, value in VALUES.items():
        retype(edit(opened, EDITS[name]), value)
    find(opened, QCheckBox, "nonceCheck").setChecked(True)

    draft = save(qtbot, opened)

    assert draft.options == VALUES
    assert draft.sends_nonce


def test_a_wrong_option_opens_the_fold_and_is_marked(
    qtbot: QtBot, opened: ProfileForm
) -> None:
    edit(opened, "promptEdit").setText("none login")
    edit(opened, "accessTokenTtlEdit").setText("an hour")
    _fold(opened).click()

    with qtbot.assertNotEmitted(opened.save_requested):
        press(opened, "saveProfileButton")

    assert _is_open(opened)
    assert "stand alone" in reason(opened, "promptCombo")
    assert "whole seconds" in reason(opened, "accessTokenTtlEdit")
    assert find(opened, QComboBox, "promptCombo").hasFocus()


def test_a_wrong_option_is_marked_when_it_is_left(opened: ProfileForm) -> None:
    field = edit(opened, "promptEdit")
    find(opened, QComboBox, "promptCombo").setFocus()
    field.setText("none login")

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert "stand alone" in reason(opened, "promptCombo")


def test_a_trap_is_told_as_it_is_typed_and_one_press_mends_it(
    opened: ProfileForm,
) -> None:
    retype(edit(opened, "promptEdit"), "consent")
    told, offered = _says(opened, "API_ERROR_208"), _remedies(opened)

    press(opened, "promptComboRemedyButton")

    assert told
    assert offered == {"promptComboRemedyButton": "Use “login sso consent”"}
    assert edit(opened, "promptEdit").text() == "login sso consent"
    assert not _says(opened, "API_ERROR_208")
    assert _remedies(opened) == {}
    assert reason(opened, "promptCombo") == ""


def test_1210_is_better_left_out(opened: ProfileForm) -> None:
    edit(opened, "brandIdEdit").setText("1210")
    offered = _remedies(opened)

    press(opened, "brandIdComboRemedyButton")

    assert offered == {"brandIdComboRemedyButton": "Leave it empty"}
    assert opened.draft().options == {}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("access_token_ttl", "60", "1 min. RingCentral gives no less than 600 s"),
        ("access_token_ttl", "3600", "1 h."),
        ("refresh_token_ttl", "0", "no refresh token comes at all"),
        ("scope", "ReadAccounts", "RingCentral may ignore it"),
        ("brand_id", "3420", "AT&T Office@Hand."),
    ],
)
def test_what_a_value_means_is_said_below_it(
    opened: ProfileForm, name: str, text: str, said: str
) -> None:
    edit(opened, EDITS[name]).setText(text)

    assert _says(opened, said)


def test_a_nonce_without_openid_is_told_to_do_nothing(opened: ProfileForm) -> None:
    find(opened, QCheckBox, "nonceCheck").click()
    told = _says(opened, "Without “openid”")

    edit(opened, "scopeEdit").setText("openid")

    assert told
    assert not _says(opened, "Without “openid”")


def test_another_server_has_no_options_of_ringcentral(opened: ProfileForm) -> None:
    for name, value in VALUES.items():
        edit(opened, EDITS[name]).setText(value)
    edit(opened, "promptEdit").setText("consent")

    choose(opened, "Other server")

    hidden = {name for name in EDITS if not edit(opened, EDITS[name]).isVisible()}
    assert hidden == {"brand_id", "access_token_ttl", "refresh_token_ttl"}
    assert hidden.isdisjoint(opened.draft().options)
    assert not _says(opened, "API_ERROR_208")


def test_without_a_browser_scope_and_lifetimes_can_be_asked_for(
    opened: ProfileForm,
) -> None:
    combo = find(opened, QComboBox, "signInCombo")

    combo.setCurrentIndex(combo.findText("With a JWT credential"))

    in_sight = {name for name in EDITS if edit(opened, EDITS[name]).isVisible()}
    assert in_sight == {"scope", "access_token_ttl", "refresh_token_ttl"}


def test_the_list_says_what_values_mean_and_fills_in_the_value(
    opened: ProfileForm,
) -> None:
    combo = find(opened, QComboBox, "brandIdCombo")
    view = combo.view()
    row = view.model().index(combo.findText("3420"), 0)
    shown = row.data(Qt.ItemDataRole.AccessibleTextRole)

    combo.showPopup()
    height = view.height()
    view.setCurrentIndex(row)
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert shown == "3420: AT&T Office@Hand"
    assert height > 100
    assert edit(opened, "brandIdEdit").text() == "3420"


def test_what_is_typed_is_not_completed_to_something_else(opened: ProfileForm) -> None:
    field = edit(opened, "promptEdit")

    retype(field, "login")
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == "login"


def test_a_turn_of_the_wheel_over_the_form_changes_nothing(form: ProfileForm) -> None:
    combo = find(form, QComboBox, "serverCombo")
    turn = QWheelEvent(
        QPointF(5, 5),
        combo.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place
    )

    QApplication.sendEvent(combo, turn)

    assert combo.currentText() == "RingCentral"
    assert not turn.isAccepted()


def test_each_option_explains_itself(opened: ProfileForm) -> None:
    named = [edit(opened, name) for name in EDITS.values()]

    tips = [field.toolTip() for field in named]

    assert all(tips)
    assert all(
        tip.startswith(f"{name}: ") for name, tip in zip(EDITS, tips, strict=True)
    )


def test_discarding_takes_the_options_back(opened: ProfileForm) -> None:
    edit(opened, "scopeEdit").setText("openid")
    find(opened, QCheckBox, "nonceCheck").click()

    press(opened, "discardProfileButton")

    assert (opened.draft().options, opened.draft().sends_nonce) == ({}, False)
    assert not opened.is_dirty


def test_what_was_typed_is_shown_again(form: ProfileForm) -> None:
    typed = replace(form.draft(), options={"scope": "openid"}, sends_nonce=True)

    form.show_typed(typed)

    assert form.draft() == typed
    assert _is_open(form)
