"""The endpoints of another server, typed by hand where it shows no metadata."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.named_controls import named, named_check
from ringauth_gui.gui.tab_order import follow
from ringauth_gui.gui.unencrypted import unencrypted_note


class EndpointFields(QWidget):
    """A line for each endpoint, built and in sight once they are to be typed.

    Signals:
        changed: Something was typed or ticked.
        left: The name of an endpoint whose field was left.
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        """Start with nothing typed."""
        super().__init__()
        self._types = named_check(
            "typeEndpointsCheck",
            self.tr("T&ype the endpoints instead"),
            self.tr("Type the endpoints instead"),
        )
        self._rows: dict[str, FieldRow] = {}
        self._shown: Mapping[str, str] = {}
        self._fields = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(FieldRow("", self._types))
        column.addWidget(self._fields)
        self._fields.hide()
        self._types.toggled.connect(self._on_types_toggled)

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The lines by the endpoint's name (RFC 8414); none before they are needed."""
        return self._rows

    @property
    def are_typed(self) -> bool:
        """Whether the endpoints are typed instead of being read."""
        return self._types.isChecked()

    @property
    def texts(self) -> dict[str, str]:
        """What the fields hold, by name; without empty ones."""
        typed = {name: row.typed for name, row in self._rows.items()}
        return {name: text for name, text in typed.items() if text}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Fill the fields; what they held is gone."""
        self._shown = texts
        for name, row in self._rows.items():
            row.set_typed(texts.get(name, ""))

    def show_typed(self, *, are_typed: bool) -> None:
        """Let them be typed, or not."""
        self._types.setChecked(are_typed)

    def _build(self) -> None:
        self._rows = _make_rows()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        for name, row in self._rows.items():
            fields.addWidget(row)
            row.changed.connect(partial(self._on_row_changed, row, row.note))
            row.left.connect(partial(self.left.emit, name))
        follow(self._types, *self._rows.values())
        self.show_texts(self._shown)

    def _on_types_toggled(self, are_typed: bool) -> None:
        if are_typed and not self._rows:
            self._build()
        self._fields.setVisible(are_typed)
        self.changed.emit()

    def _on_row_changed(self, row: FieldRow, note: str) -> None:
        warning = unencrypted_note(row.typed)
        row.show_note(warning or note, is_warning=bool(warning))
        self.changed.emit()


def _make_rows() -> dict[str, FieldRow]:
    return {
        "authorization_endpoint": _row(
            "authorizationEndpointEdit", _tr("Authorization endpoint")
        ),
        "token_endpoint": _row("tokenEndpointEdit", _tr("Token endpoint")),
        "revocation_endpoint": _row(
            "revocationEndpointEdit",
            _tr("Revocation endpoint"),
            _tr("Optional. Without it the server cannot be told to revoke."),
        ),
        "userinfo_endpoint": _row(
            "userinfoEndpointEdit",
            _tr("Userinfo endpoint"),
            _tr("Optional. Without it nobody can be asked who signed in."),
        ),
        "jwks_uri": _row(
            "jwksUriEdit",
            _tr("JWKS URI"),
            _tr("Optional. Without it no ID token's signature can be checked."),
        ),
        "issuer": _row(
            "issuerEdit",
            _tr("Issuer"),
            _tr("Optional. Without it nothing shows whose answer came."),
        ),
    }


def _row(object_name: str, label: str, note: str = "") -> FieldRow:
    edit = named(LineEdit(), object_name, label)
    edit.setPlaceholderText("https://")
    return FieldRow(label, edit, note=note)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileForm", text)
