"""Makes the text fields of the profile form, each in its line."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from ringauth_gui.gui.choice_row import CalmCombo, ChoiceRow
from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.kept_secret_row import KeptSecretRow
from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.named_controls import named
from ringauth_gui.gui.secret_edit import SecretEdit
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import ServerKind


def make_rows(copy: QPushButton) -> dict[str, FieldRow]:
    """Return a line for each text, by the names that errors use.

    Args:
        copy: Stands beside the redirect URI.
    """
    when_taken = _tr(
        "Used when the port of the first is taken. Register each, and put a space "
        "between two."
    )
    redirect_uri = named(LineEdit(), "redirectUriEdit", _tr("Redirect URI"))
    further = named(LineEdit(), "furtherRedirectUrisEdit", _tr("Further redirect URIs"))
    rows = {
        "name": _line("profileNameEdit", _tr("&Name"), _tr("Name")),
        "server_url": _line("serverUrlEdit", _tr("Server &URL"), _tr("Server URL")),
        "client_id": _line("clientIdEdit", _tr("Client &ID"), _tr("Client ID")),
        "client_secret": KeptSecretRow(
            _tr("C&lient secret"),
            _secret("clientSecretEdit", _tr("Client secret")),
            "ClientSecret",
            _tr("Show client secret"),
            _tr("Forget client secret"),
        ),
        "jwt_credential": KeptSecretRow(
            _tr("&JWT credential"),
            _secret("jwtCredentialEdit", _tr("JWT credential")),
            "JwtCredential",
            _tr("Show JWT credential"),
            _tr("Forget JWT credential"),
        ),
        "redirect_uri": FieldRow(_tr("Redirect URI"), redirect_uri, [copy]),
        "further_redirect_uris": FieldRow(
            _tr("Further redirect URIs"), further, note=when_taken
        ),
    }
    rows["server_url"].set_placeholder("https://")
    rows["further_redirect_uris"].set_placeholder(_tr("None"))
    return rows


def redirect_uri_note(server: ServerKind) -> str:
    """Return where the redirect URI has to be made known."""
    if server is ServerKind.PRACTICE:
        return _tr("The practice server knows those of its apps, letter for letter.")
    if server is ServerKind.OTHER:
        return _tr("Must be registered for the app at the server, letter for letter.")
    return _tr(
        "Must be listed, letter for letter, in the app's settings in the RingCentral "
        "developer console."
    )


def make_sign_in_row() -> ChoiceRow[GrantType]:
    """Return the line that chooses how a token is come by."""
    combo = named(CalmCombo(), "signInCombo", _tr("Sign-in"))
    return ChoiceRow(
        _tr("Si&gn-in"),
        combo,
        (
            (_tr("Through the browser"), GrantType.AUTHORIZATION_CODE),
            (_tr("With a JWT credential"), GrantType.JWT_BEARER),
        ),
    )


def _line(object_name: str, label: str, accessible_name: str) -> FieldRow:
    return FieldRow(label, named(LineEdit(), object_name, accessible_name))


def _secret(object_name: str, accessible_name: str) -> SecretEdit:
    return named(SecretEdit(), object_name, accessible_name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileForm", text)
