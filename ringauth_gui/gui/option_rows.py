"""Makes the lines of the request options, by the names that errors use."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.named_controls import named, named_suggestions
from ringauth_gui.gui.option_row import OptionRow
from ringauth_gui.ringcentral.brands import BRANDS


def make_option_rows() -> dict[str, OptionRow]:
    """Return the lines of the options that are typed, from top to bottom."""
    usual = _tr("The server's usual")
    return {
        "scope": _line("scopeEdit", _tr("Scope"), _tr("All that the app may do")),
        "prompt": _choice("promptEdit", _tr("Prompt"), _prompts(), usual),
        "display": _choice("displayEdit", _tr("Display"), _displays(), usual),
        "ui_locales": _line(
            "uiLocalesEdit", _tr("Languages"), _tr("Those of the browser")
        ),
        "login_hint": _line("loginHintEdit", _tr("Login hint"), _tr("None")),
        "brand_id": _choice(
            "brandIdEdit", _tr("Brand ID"), _brands(), _tr("The app's own brand")
        ),
        "access_token_ttl": _seconds("accessTokenTtlEdit", _tr("Access token life")),
        "refresh_token_ttl": _seconds("refreshTokenTtlEdit", _tr("Refresh token life")),
    }


def _line(object_name: str, label: str, placeholder: str, unit: str = "") -> OptionRow:
    edit = named(LineEdit(), object_name, label)
    return _row(label, edit, placeholder, unit)


def _seconds(object_name: str, label: str) -> OptionRow:
    return _line(object_name, label, _tr("App default"), _tr("seconds"))


def _choice(
    object_name: str,
    label: str,
    suggestions: Sequence[tuple[str, str]],
    placeholder: str,
) -> OptionRow:
    return _row(label, named_suggestions(suggestions, object_name, label), placeholder)


def _row(label: str, field: QWidget, placeholder: str, unit: str = "") -> OptionRow:
    row = OptionRow(label, field, unit)
    row.set_placeholder(placeholder)
    return row


def _prompts() -> Sequence[tuple[str, str]]:
    return (
        ("", _tr("Nothing: the server's usual")),
        ("login sso", _tr("login sso: by password or single sign-on")),
        ("login", _tr("login: by password, also where somebody is signed in")),
        ("sso", _tr("sso: by single sign-on")),
        ("login sso consent", _tr("login sso consent: show the permissions again")),
        ("none", _tr("none: ask nothing, the browser must be signed in")),
    )


def _displays() -> Sequence[tuple[str, str]]:
    return (
        ("", _tr("Nothing: the server's usual")),
        ("page", _tr("page: a whole page")),
        ("popup", _tr("popup: a small window")),
        ("touch", _tr("touch: for fingers")),
        ("mobile", _tr("mobile: for a phone")),
    )


def _brands() -> Sequence[tuple[str, str]]:
    named = ((brand, f"{brand}: {name}") for brand, name in BRANDS.items())
    return (("", _tr("Nothing: the app's own brand")), *named)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileForm", text)
