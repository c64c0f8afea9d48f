import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.storage.profile import ServerKind
from tests.gui.profile_form_use import (
    APPS,
    JWT_APP,
    choose,
    edit,
    find,
    press,
    reason,
    retype,
    save,
    texts,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_servers_are_offered_by_their_names(form: ProfileForm) -> None:
    combo = find(form, QComboBox, "serverCombo")

    assert [combo.itemText(at) for at in range(combo.count())] == [
        "RingCentral",
        "RingCentral .biz",
        "Practice server",
        "Other server",
    ]


def test_an_assistive_tool_chooses_a_server_in_the_closed_list(
    form: ProfileForm,
) -> None:
    combo = find(form, QComboBox, "serverCombo")
    other = combo.model().index(combo.findText("Other server"), 0)

    combo.view().selectionModel().select(
        other, QItemSelectionModel.SelectionFlag.ClearAndSelect
    )

    assert form.draft().server is ServerKind.OTHER
    assert combo.currentText() == "Other server"


def test_the_address_is_asked_for_another_server_only(form: ProfileForm) -> None:
    field = edit(form, "serverUrlEdit")
    before = field.isVisible()

    choose(form, "Other server")

    assert (before, field.isVisible()) == (False, True)


@pytest.mark.parametrize(
    ("server", "note"),
    [
        ("RingCentral", "in the RingCentral developer console"),
        ("RingCentral .biz", "in the RingCentral developer console"),
        ("Practice server", "The practice server knows those of its apps"),
        ("Other server", "Must be registered for the app at the server"),
    ],
)
def test_it_says_where_this_server_has_to_know_the_redirect_uri(
    form: ProfileForm, server: str, note: str
) -> None:
    choose(form, server)

    assert len([text for text in texts(form) if "letter for letter" in text]) == 1
    assert any(note in text for text in texts(form))


def test_leaving_the_address_asks_for_the_servers_metadata_once(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    field = edit(form, "serverUrlEdit")
    retype(field, "IDP.example.com")

    with qtbot.waitSignal(form.metadata_wanted) as wanted:
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert wanted.args == ["https://idp.example.com"]
    assert field.text() == "https://idp.example.com"
    field.setFocus()
    with qtbot.assertNotEmitted(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)


def test_after_a_failure_leaving_the_address_asks_again(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    field = edit(form, "serverUrlEdit")
    retype(field, "https://idp.example.com")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    form.show_metadata_state("The server cannot be reached.", is_error=True)
    told = reason(form, "serverUrlEdit")
    field.setFocus()

    with qtbot.waitSignal(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert told == "The server cannot be reached."


def test_an_address_that_was_not_in_sight_when_the_answer_came_is_asked_again(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    field = edit(form, "serverUrlEdit")
    retype(field, "https://idp.example.com")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    form.ask_again("https://another.example.com")
    field.setFocus()
    with qtbot.assertNotEmitted(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)

    form.ask_again("https://idp.example.com")

    field.setFocus()
    with qtbot.waitSignal(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)


def test_a_wrong_address_is_marked_and_not_asked(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    field = edit(form, "serverUrlEdit")
    retype(field, "http://evil.example")

    with qtbot.assertNotEmitted(form.metadata_wanted):
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert "https://" in reason(form, "serverUrlEdit")


def test_saving_another_server_asks_for_metadata_first(
    qtbot: QtBot, form: ProfileForm
) -> None:
    choose(form, "Other server")
    edit(form, "serverUrlEdit").setText("https://idp.example.com")
    find(form, QCheckBox, "hasSecretCheck").setChecked(False)

    with qtbot.waitSignals([form.metadata_wanted, form.save_requested], order="strict"):
        press(form, "saveProfileButton")


@pytest.mark.parametrize("app", APPS)
def test_a_practice_app_is_filled_in_by_one_press(
    qtbot: QtBot, form: ProfileForm, app: PracticeApp
) -> None:
    form.show_new(ServerKind.PRACTICE)
    retype(edit(form, "profileNameEdit"), "Training")

    press(form, f"{app.client_id}Button")

    draft = save(qtbot, form)
    assert draft.server is ServerKind.PRACTICE
    assert (draft.client_id, draft.client_secret) == (app.client_id, app.client_secret)


def test_a_practice_app_for_jwt_sign_in_says_where_credentials_are(
    form: ProfileForm,
) -> None:
    form.show_new(ServerKind.PRACTICE)

    press(form, f"{JWT_APP.client_id}Button")

    assert form.draft().uses_jwt
    assert form.draft().client_secret == JWT_APP.client_secret
    assert any("front page lists some" in text for text in texts(form))
    press(form, f"{APPS[0].client_id}Button")
    assert not form.draft().uses_jwt


def test_practice_apps_are_offered_on_the_practice_server_only(
    form: ProfileForm,
) -> None:
    before = "Practice apps" in texts(form)

    choose(form, "Practice server")

    assert (before, "Practice apps" in texts(form)) == (False, True)


def test_what_comes_from_outside_is_shown_literally(form: ProfileForm) -> None:
    choose(form, "Other server")

    form.show_metadata_state("<b>x</b>", is_error=True)

    label = find(form, QLabel, "serverUrlEditReason")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>x</b>"
