"""Another server's endpoints in the form: read, typed, confirmed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.oauth.server_metadata import ENDPOINTS, ServerMetadata
from tests.gui.profile_form_use import (
    SECRET,
    choose,
    edit,
    find,
    press,
    reason,
    retype,
    save,
    shown_form,
    texts,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ADDRESS = "https://idp.example.com"
METADATA = ServerMetadata(
    authorization_endpoint=f"{ADDRESS}/authorize",
    token_endpoint="https://tokens.example.org/token",
    issuer=ADDRESS,
)
NOT_ENCRYPTED = "Not encrypted: for this computer only."


@pytest.fixture
def form(qtbot: QtBot) -> ProfileForm:
    form = shown_form(qtbot)
    choose(form, "Other server")
    find(form, QCheckBox, "hasSecretCheck").setChecked(False)
    return form


def _type_endpoints(form: ProfileForm) -> None:
    find(form, QCheckBox, "typeEndpointsCheck").setChecked(True)


def _read(form: ProfileForm, metadata: ServerMetadata = METADATA) -> None:
    edit(form, "serverUrlEdit").setText(ADDRESS)
    form.show_metadata(ADDRESS, metadata)


def _confirmation(form: ProfileForm) -> QCheckBox:
    return find(form, QCheckBox, "confirmHostsCheck")


def test_endpoints_are_out_of_sight_until_they_are_to_be_typed(
    form: ProfileForm,
) -> None:
    before = form.findChild(QLineEdit, "tokenEndpointEdit")

    _type_endpoints(form)

    assert before is None
    assert edit(form, "tokenEndpointEdit").isVisible()


def test_the_fields_stand_in_one_column_in_a_wide_font_too(form: ProfileForm) -> None:
    form.setStyleSheet("font-size: 22px")
    _type_endpoints(form)

    names = ("serverUrlEdit", "authorizationEndpointEdit", "tokenEndpointEdit")
    fields = [edit(form, name) for name in names]
    assert len({field.mapTo(form, QPoint()).x() for field in fields}) == 1


def test_what_is_optional_says_so(form: ProfileForm) -> None:
    _type_endpoints(form)

    assert sum(text.startswith("Optional.") for text in texts(form)) == 4


def test_typed_endpoints_are_saved_without_an_address(
    qtbot: QtBot, form: ProfileForm
) -> None:
    _type_endpoints(form)
    edit(form, "authorizationEndpointEdit").setText(f" {ADDRESS}/authorize ")
    edit(form, "tokenEndpointEdit").setText(f"{ADDRESS}/token")

    with qtbot.assertNotEmitted(form.metadata_wanted):
        draft = save(qtbot, form)

    assert draft.types_endpoints
    assert draft.endpoints == {
        "authorization_endpoint": f"{ADDRESS}/authorize",
        "token_endpoint": f"{ADDRESS}/token",
    }


def test_each_wrong_endpoint_is_marked_in_its_place(form: ProfileForm) -> None:
    _type_endpoints(form)
    edit(form, "authorizationEndpointEdit").setText("http://evil.example/")
    edit(form, "jwksUriEdit").setText("https://pl\u0430tform.ringcentral.com/")

    press(form, "saveProfileButton")

    assert "https://" in reason(form, "authorizationEndpointEdit")
    assert "missing" in reason(form, "tokenEndpointEdit")
    assert "xn--" in reason(form, "jwksUriEdit")
    assert edit(form, "authorizationEndpointEdit").hasFocus()


def test_a_wrong_endpoint_is_marked_when_it_is_left(form: ProfileForm) -> None:
    _type_endpoints(form)
    field = edit(form, "tokenEndpointEdit")
    retype(field, "http://evil.example/token")

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert "https://" in reason(form, "tokenEndpointEdit")


def test_what_the_server_named_is_shown_where_it_would_be_typed(
    form: ProfileForm,
) -> None:
    _read(form)

    _type_endpoints(form)

    shown = {
        name: row.typed
        for name, row in form._fields.rows.items()
        if name in ENDPOINTS and row.typed
    }
    assert shown == {name: text for name, text in METADATA.texts().items() if text}


def test_what_is_typed_is_not_replaced_by_what_is_read_late(form: ProfileForm) -> None:
    edit(form, "serverUrlEdit").setText(ADDRESS)
    _type_endpoints(form)
    edit(form, "tokenEndpointEdit").setText("https://mine.example/token")

    form.show_metadata(ADDRESS, METADATA)

    assert edit(form, "tokenEndpointEdit").text() == "https://mine.example/token"


@pytest.mark.case("IN-06")
@pytest.mark.parametrize("name", ["serverUrlEdit", "tokenEndpointEdit"])
def test_an_address_without_encryption_is_marked(form: ProfileForm, name: str) -> None:
    _type_endpoints(form)

    edit(form, name).setText("http://127.0.0.1:8080")
    marked = texts(form).count(NOT_ENCRYPTED)
    edit(form, name).setText("https://127.0.0.1:8080")

    assert (marked, texts(form).count(NOT_ENCRYPTED)) == (1, 0)


@pytest.mark.case("IN-09")
def test_a_secret_goes_to_a_foreign_host_only_once_it_is_confirmed(
    qtbot: QtBot, form: ProfileForm
) -> None:
    _read(form)
    find(form, QCheckBox, "hasSecretCheck").setChecked(True)
    edit(form, "clientSecretEdit").setText(SECRET)

    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")
    told = reason(form, "confirmHostsCheck")
    QTest.keyClick(_confirmation(form), Qt.Key.Key_Space)

    assert "tokens.example.org" in told
    assert "tokens.example.org" in texts(form)
    assert "tokens.example.org" in _confirmation(form).accessibleName()
    assert save(qtbot, form).confirmed_hosts == {"tokens.example.org"}


def test_a_confirmation_does_not_pass_to_another_host(form: ProfileForm) -> None:
    _read(form)
    find(form, QCheckBox, "hasSecretCheck").setChecked(True)
    edit(form, "clientSecretEdit").setText(SECRET)
    _confirmation(form).setChecked(True)

    _type_endpoints(form)
    edit(form, "tokenEndpointEdit").setText("https://evil.example/token")

    assert not _confirmation(form).isChecked()
    assert "evil.example" in texts(form)


def test_nobody_is_asked_about_a_host_while_there_is_no_secret(
    form: ProfileForm,
) -> None:
    _read(form)

    assert not _confirmation(form).isVisible()


def test_a_host_of_any_length_is_shown_to_its_end(form: ProfileForm) -> None:
    label = "a" * 60
    host = f"platform.ringcentral.com.{label}.{label}.evil.example"
    find(form, QCheckBox, "hasSecretCheck").setChecked(True)
    edit(form, "clientSecretEdit").setText(SECRET)
    form.resize(500, 700)
    width = form._fields.minimumSizeHint().width()

    _read(form, ServerMetadata(f"{ADDRESS}/a", f"https://{host}/token"))

    shown = [
        each
        for each in form.findChildren(QLabel)
        if each.isVisible() and each.text().replace("\u200b", "") == host
    ]
    assert len(shown) == 1
    assert form._fields.minimumSizeHint().width() == width


def test_discarding_brings_the_endpoints_back(form: ProfileForm) -> None:
    _type_endpoints(form)
    edit(form, "tokenEndpointEdit").setText("https://mine.example/token")

    press(form, "discardProfileButton")
    choose(form, "Other server")

    assert not find(form, QCheckBox, "typeEndpointsCheck").isChecked()
    assert edit(form, "tokenEndpointEdit").text() == ""
