"""The card that tells all of a token, row by row."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ringauth_gui.gui.claim_rows import claim_rows
from ringauth_gui.gui.expiry_row import TokenRow
from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.row_grid import RowGrid
from ringauth_gui.gui.scope_chips import ScopeChips
from ringauth_gui.gui.secret_field import SecretField
from ringauth_gui.gui.token_rows import (
    id_rows,
    kind_sentence,
    other_rows,
    time_rows,
    type_row,
)
from ringauth_gui.gui.value_text import ValueText
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token

MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 16, 14, 14
REFRESH_ROW = 1


class TokenDetails(QFrame):
    """Secrets, scope, IDs, times, and whatever else the answer held.

    Signals:
        copy_requested: ``access_token``, ``refresh_token`` or ``id_token``.
    """

    copy_requested = Signal(str)

    def __init__(self) -> None:
        """Show no token yet."""
        super().__init__()
        self.setProperty("role", "card")
        self._palette = LIGHT
        self._values: dict[str, ValueText] = {}
        self._secrets = {
            "access_token": SecretField("AccessToken", self.tr("Access token"), self),
            "refresh_token": SecretField(
                "RefreshToken", self.tr("Refresh token"), self
            ),
            "id_token": SecretField("IdToken", self.tr("ID token"), self),
        }
        self._scope = ScopeChips(self)
        self._claims_title = self._title(self.tr("What the ID token says"))
        self._others_title = self._title(self.tr("Also in the answer"))
        self._secrets["id_token"].hide()  # until an answer has it
        self._no_refresh = PlainLabel(role="small")
        self._no_refresh.setObjectName("noRefreshReason")
        self._no_refresh.setParent(self)
        self._no_refresh.hide()
        self._kind = QLabel(self)
        self._kind.setProperty("role", "small")
        self._kind.setWordWrap(True)
        self._grid = RowGrid()
        self._lay_out()
        self._connect()

    def show_token(self, token: Token, now: Moment) -> None:
        """Show all of ``token``."""
        self._secrets["access_token"].show_secret(token.access_token)
        self._secrets["refresh_token"].show_secret(
            token.refresh_token, self.tr("The server issued no refresh token.")
        )
        self._secrets["id_token"].show_secret(token.id_token)
        self._scope.show_scope(token.scope)
        self._kind.setText(kind_sentence(token))
        rows: list[tuple[str, QWidget]] = [
            (field.label, field)
            for name, field in self._secrets.items()
            if name != "id_token" or token.id_token is not None
        ]
        if token.refresh_token is None:
            rows.insert(REFRESH_ROW + 1, ("", self._no_refresh))
        rows += self._shown([type_row(token)])
        rows.append((self.tr("Scope"), self._scope))
        rows += self._shown([*id_rows(token), *time_rows(token, now)])
        rows += self._titled(self._claims_title, claim_rows(token.id_token, now))
        rows += self._titled(self._others_title, other_rows(token))
        rows.append(("", self._kind))
        self._grid.arrange(rows)
        self._order_focus([widget for _label, widget in rows])

    def explain_no_refresh_token(self, reason: str) -> None:
        """Say below the field why it is empty."""
        self._no_refresh.setText(reason)

    def tick(self, token: Token, now: Moment) -> None:
        """Show the times of the same ``token`` as they are ``now``."""
        self._shown(time_rows(token, now))

    def forget(self) -> None:
        """Hold no secret any more."""
        for field in self._secrets.values():
            field.show_secret(None, self.tr("There is no token."))

    def conceal(self) -> None:
        """Mask every secret."""
        for field in self._secrets.values():
            field.conceal()

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._palette = palette
        self._scope.set_palette(palette)
        for value in self._values.values():
            value.set_palette(palette)

    def _title(self, text: str) -> QLabel:
        title = QLabel(text, self)
        title.setProperty("role", "caption-strong")
        title.hide()  # until there are rows below it
        return title

    def _titled(
        self, title: QLabel, rows: tuple[TokenRow, ...]
    ) -> list[tuple[str, QWidget]]:
        return [("", title), *self._shown(rows)] if rows else []

    def _shown(self, rows: Iterable[TokenRow]) -> list[tuple[str, QWidget]]:
        shown: list[tuple[str, QWidget]] = []
        for row in rows:
            value = self._value(row)
            value.setAccessibleName(row.label)
            value.show_value(row.text, row.quiet)
            shown.append((row.label, value))
        return shown

    def _value(self, row: TokenRow) -> ValueText:
        if row.key not in self._values:
            value = ValueText(row.key, row.label, self)
            value.setProperty("role", "value-mono" if row.is_mono else "value")
            value.set_palette(self._palette)
            self._values[row.key] = value
        return self._values[row.key]

    def _order_focus(self, widgets: Iterable[QWidget]) -> None:
        """Let Tab go as the eye does, whatever was built last."""
        fields: dict[QWidget, tuple[QWidget, ...]]
        fields = {field: field.controls for field in self._secrets.values()}
        controls = [
            control
            for widget in widgets
            for control in fields.get(widget, (widget,))
            if control.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, TOP_MARGIN, MARGIN, BOTTOM_MARGIN)
        layout.addLayout(self._grid)

    def _connect(self) -> None:
        for name, field in self._secrets.items():
            field.copy_requested.connect(
                lambda name=name: self.copy_requested.emit(name)
            )
