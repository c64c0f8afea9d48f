"""The dialog for a token that another program obtained."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.named_controls import named_button, named_check
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.paste_token_row import PasteTokenRow
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.oauth.pasted_token import PastedTokens

SIZE = (600, 360)  # with room for two lines below each field


class PasteTokenDialog(NamedDialog):
    """Takes an access token and, if there is one, its refresh token.

    Signals:
        given: The PastedTokens that are to be used.
    """

    given = Signal(object)

    def __init__(self, profile_name: str, *, replaces: bool, parent: QWidget) -> None:
        """Ask for the profile of that name, which ``replaces`` a token of its own."""
        super().__init__(
            "pasteTokenDialog", self.tr("Use a token from elsewhere"), parent
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*SIZE)
        self._intro = PlainLabel(
            self.tr(
                "For the profile {0}. The token was issued to its client ID at its "
                "server; RingAuth cannot tell when it ends."
            ).format(profile_name)
        )
        self._access = PasteTokenRow(
            "AccessToken",
            self.tr("&Access token"),
            self.tr("Needed: a refresh token alone cannot be shown or checked."),
        )
        self._refresh = PasteTokenRow(
            "RefreshToken",
            self.tr("&Refresh token"),
            self.tr("May stay empty; then the token cannot be refreshed here."),
        )
        self._replace = named_check(
            "replaceTokenCheck",
            self.tr("Re&place the token that this profile holds (it is not revoked)"),
            self.tr("Replace the token"),
        )
        self._use = named_button("useTokenButton", self.tr("&Use token"))
        self._cancel = named_button("cancelPasteButton", self.tr("Cancel"))
        self._replace.setVisible(replaces)
        self._name_children()
        self._lay_out()
        self._connect()
        self._show_use()

    @override
    def done(self, result: int) -> None:
        """Close, and hold no secret any more."""
        for row in (self._access, self._refresh):
            row.forget()
        super().done(result)

    def _name_children(self) -> None:
        self._intro.setObjectName("pasteTokenIntro")
        self._use.setProperty("role", "primary")
        self._cancel.setAutoDefault(False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.setSpacing(12)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self._intro)
        layout.addWidget(self._access)
        layout.addWidget(self._refresh)
        layout.addWidget(self._replace)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._access.changed.connect(self._show_use)
        self._refresh.changed.connect(self._show_use)
        self._replace.toggled.connect(self._show_use)
        self._use.clicked.connect(self._on_use_clicked)
        self._cancel.clicked.connect(self.reject)

    def _show_use(self) -> None:
        reason = self._why_not()
        self._use.setEnabled(not reason)
        self._use.setToolTip(reason)

    def _why_not(self) -> str:
        access, refresh = self._access.pasted, self._refresh.pasted
        if access is None or refresh is None:
            return self.tr("One of the fields holds no token.")
        if not access.token:
            return self.tr("Paste the access token first.")
        if not self._replace.isHidden() and not self._replace.isChecked():
            return self.tr("Say first that the token here may be replaced.")
        return ""

    def _on_use_clicked(self) -> None:
        access, refresh = self._access.pasted, self._refresh.pasted
        if access is not None and refresh is not None:
            self.given.emit(PastedTokens(access.token, refresh.token or None))
            self.accept()
