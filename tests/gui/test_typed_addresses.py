"""Addresses as a person pastes them into the window: refused, or shown as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.profile_form import ProfileForm
from tests.gui.everything_read import all_texts
from tests.gui.pasting import ENDPOINTS, bring_out, paste, reason_after_leaving
from tests.gui.profile_form_use import SECRET, edit, find, press, reason, save, texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

NOT_ENCRYPTED = "Not encrypted: for this computer only."
HERE = "http://127.0.0.1:8080"


def refused(qtbot: QtBot, form: ProfileForm, name: str, address: str) -> str:
    """Paste ``address``, see that nothing is asked or saved, return the reason."""
    field = bring_out(form, name)
    with (
        qtbot.assertNotEmitted(form.metadata_wanted),
        qtbot.assertNotEmitted(form.save_requested),
    ):
        paste(field, address)
        said = reason_after_leaving(form, field)
        press(form, "saveProfileButton")
    return said


def type_endpoints(form: ProfileForm, address: str) -> None:
    """Type the two endpoints that are needed, both at ``address``."""
    paste(bring_out(form, "authorizationEndpointEdit"), f"{address}/authorize")
    paste(edit(form, "tokenEndpointEdit"), f"{address}/token")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        pytest.param(
            "https://a.example/x#fragment",
            "must not hold a fragment",
            marks=pytest.mark.case("IN-05"),
        ),
        *(
            pytest.param(
                f"http://{host}/x",
                "must begin with https://; http:// is for this computer only",
                marks=pytest.mark.case("IN-06"),
            )
            for host in ("a.example", "127.0.0.1.a.example", "10.0.0.7")
        ),
        pytest.param(
            "https://platform.ringcentr\u0430l.com/x",
            "its real name is platform.xn--ringcentrl",
            marks=pytest.mark.case("IN-08"),
        ),
        *(
            pytest.param(
                f"https://{host}/x",
                "A link-local address cannot be a server's address",
                marks=pytest.mark.case("IN-14"),
            )
            for host in ("169.254.169.254", "[fe80::1]", "[::ffff:169.254.169.254]")
        ),
        pytest.param(
            "https://100.100.100.200/x",
            "belongs to a cloud's metadata",
            marks=pytest.mark.case("IN-14"),
        ),
    ],
)
def test_an_address_that_may_not_be_contacted_is_refused_in_every_field(
    qtbot: QtBot, form: ProfileForm, address: str, why: str
) -> None:
    for name in ENDPOINTS:
        said = refused(qtbot, form, name, address)

        # Long words may be broken by a mark that nobody sees.
        assert why in said.replace("\u200b", ""), name
        assert "\u0430" not in said


@pytest.mark.case("IN-05")
def test_a_password_in_an_address_is_refused_and_told_to_nobody(
    qtbot: QtBot, form: ProfileForm
) -> None:
    for name in ENDPOINTS:
        said = refused(qtbot, form, name, "https://user:CANARY-pass@a.example/")

        assert "must not hold a user name or a password" in said, name
        edit(form, name).clear()
        assert "CANARY-pass" not in "\n".join(all_texts(form))
    press(form, "discardProfileButton")
    assert {edit(form, name).text() for name in ENDPOINTS} == {""}


@pytest.mark.case("IN-06")
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_an_unencrypted_endpoint_of_this_computer_is_allowed_and_marked(
    qtbot: QtBot, form: ProfileForm, host: str
) -> None:
    type_endpoints(form, f"http://{host}:8080")
    paste(edit(form, "clientSecretEdit"), SECRET)

    draft = save(qtbot, form)

    assert texts(form).count(NOT_ENCRYPTED) == 2
    assert draft.endpoints["token_endpoint"].startswith(f"http://{host}:8080/")


@pytest.mark.case("IN-07")
@pytest.mark.parametrize(
    ("uri", "why"),
    [
        ("https://localhost:27464/callback", "must begin with http://"),
        ("http://a.example:27464/callback", "must be on this computer"),
        ("http://192.168.1.5:27464/callback", "must be on this computer"),
        ("http://0.0.0.0:27464/callback", "must be on this computer"),
        ("http://localhost/callback", "must name a host and a port"),
        ("http://localhost:27464@a.example:1/", "may not hold a user name"),
        ("com.example.app:/callback", "must begin with http://"),
    ],
)
def test_a_redirect_uri_elsewhere_is_refused_with_the_reason(
    qtbot: QtBot, form: ProfileForm, uri: str, why: str
) -> None:
    said = refused(qtbot, form, "redirectUriEdit", uri)

    assert why in said


@pytest.mark.case("IN-07")
@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost"])
def test_a_redirect_uri_of_this_computer_is_saved_letter_for_letter(
    qtbot: QtBot, form: ProfileForm, host: str
) -> None:
    paste(edit(form, "redirectUriEdit"), f"http://{host}:27464/Call%20back")

    assert save(qtbot, form).redirect_uris == (f"http://{host}:27464/Call%20back",)


@pytest.mark.case("IN-08", "IN-09")
def test_the_real_name_of_a_look_alike_is_shown_and_confirmed_before_a_secret_goes(
    qtbot: QtBot, form: ProfileForm
) -> None:
    host = "platform." + "ringcentr\u0430l".encode("idna").decode() + ".com"
    type_endpoints(form, f"https://{host}")
    paste(edit(form, "clientSecretEdit"), SECRET)

    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")
    confirmation = find(form, QCheckBox, "confirmHostsCheck")

    assert host in reason(form, "confirmHostsCheck").replace("\u200b", "")
    assert host in confirmation.accessibleName()
    QTest.keyClick(confirmation, Qt.Key.Key_Space)
    assert save(qtbot, form).confirmed_hosts == {host}


@pytest.mark.case("IN-09", "IN-14")
def test_another_bare_ip_is_confirmed_before_a_secret_goes_there(
    qtbot: QtBot, form: ProfileForm
) -> None:
    type_endpoints(form, "https://203.0.113.9")
    paste(edit(form, "clientSecretEdit"), SECRET)

    with qtbot.assertNotEmitted(form.save_requested):
        press(form, "saveProfileButton")

    assert "203.0.113.9" in reason(form, "confirmHostsCheck")
    QTest.keyClick(find(form, QCheckBox, "confirmHostsCheck"), Qt.Key.Key_Space)
    assert save(qtbot, form).confirmed_hosts == {"203.0.113.9"}
