"""Makes the text fields of the profile form, each in its line."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPushButton

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.secret_edit import SecretEdit, SecretRow
from ringauth_gui.gui.tips import tip

_NO_LIMIT = 2**31 - 1  # Qt's own would cut what is pasted without a word (IN-04)


def make_edits(secret: SecretEdit) -> dict[str, QLineEdit]:
    """Return the text fields by the names that errors use; ``secret`` is one."""
    edits: dict[str, QLineEdit] = {
        "name": _named(QLineEdit(), "profileNameEdit", _tr("Name")),
        "server_url": _named(QLineEdit(), "serverUrlEdit", _tr("Server URL")),
        "client_id": _named(QLineEdit(), "clientIdEdit", _tr("Client ID")),
        "client_secret": _named(secret, "clientSecretEdit", _tr("Client secret")),
        "redirect_uri": _named(QLineEdit(), "redirectUriEdit", _tr("Redirect URI")),
        "further_redirect_uris": _named(
            QLineEdit(), "furtherRedirectUrisEdit", _tr("Further redirect URIs")
        ),
    }
    edits["server_url"].setPlaceholderText("https://")
    edits["further_redirect_uris"].setPlaceholderText(_tr("None"))
    return edits


def make_rows(
    edits: dict[str, QLineEdit], secret: SecretEdit, copy: QPushButton
) -> dict[str, FieldRow]:
    """Return a line for each of ``edits``; ``copy`` stands beside the redirect URI."""
    must_be_listed = _tr(
        "Must be listed, letter for letter, in the app's settings in the RingCentral "
        "developer console."
    )
    when_taken = _tr(
        "Used when the port of the first is taken. Register each, and put a space "
        "between two."
    )
    return {
        "name": FieldRow(_tr("&Name"), edits["name"]),
        "server_url": FieldRow(_tr("Server &URL"), edits["server_url"]),
        "client_id": FieldRow(_tr("Client &ID"), edits["client_id"]),
        "client_secret": SecretRow(_tr("C&lient secret"), secret),
        "redirect_uri": FieldRow(
            _tr("Redirect URI"), edits["redirect_uri"], [copy], must_be_listed
        ),
        "further_redirect_uris": FieldRow(
            _tr("Further redirect URIs"),
            edits["further_redirect_uris"],
            note=when_taken,
        ),
    }


def _named(edit: QLineEdit, object_name: str, accessible_name: str) -> QLineEdit:
    edit.setObjectName(object_name)
    edit.setAccessibleName(accessible_name)
    edit.setToolTip(tip(object_name))
    edit.setMaxLength(_NO_LIMIT)
    return edit


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileForm", text)
