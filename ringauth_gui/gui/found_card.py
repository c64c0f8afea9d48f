"""What an import found of one app, before any of it is taken."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ringauth_gui.gui.choice_row import CalmCombo, ChoiceRow
from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.import_offer import ImportOffer
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.warning_note import WarningNote
from ringauth_gui.ringcentral.found_credentials import FoundCredentials, FoundJwt

OfferOf = Callable[[FoundCredentials, FoundJwt | None], ImportOffer]


class FoundCard(QFrame):
    """Shows the credentials of one app, and lets a JWT credential be chosen."""

    def __init__(self, found: FoundCredentials, offer_of: OfferOf) -> None:
        """Show ``found``; its first JWT credential is chosen if it has one.

        Args:
            found: What was found.
            offer_of: Makes an offer of it and the JWT credential chosen.
        """
        super().__init__()
        self.setObjectName("foundCard")
        self.setAccessibleName(self.tr("Found"))
        self.setProperty("role", "card")
        self._found = found
        self._offer_of = offer_of
        self._jwt = self._jwt_row()
        self._notes = WarningNote("foundNotes")
        self._lay_out()
        self._jwt.changed.connect(self._on_jwt_changed)
        self._on_jwt_changed()

    @property
    def offer(self) -> ImportOffer:
        """What would be taken."""
        return self._offer_of(self._found, self._jwt.choice)

    def _jwt_row(self) -> ChoiceRow[FoundJwt | None]:
        combo = CalmCombo()
        combo.setObjectName("importJwtCombo")
        combo.setAccessibleName(self.tr("Sign in with"))
        jwts = self._found.jwts
        offers: list[tuple[str, FoundJwt | None]] = [
            (self._jwt_text(jwt), jwt) for jwt in jwts
        ]
        offers.append((self.tr("The browser"), None))
        return ChoiceRow(self.tr("Sign in &with"), combo, offers)

    def _jwt_text(self, jwt: FoundJwt) -> str:
        text = self.tr("JWT credential")
        return f"{text}: {jwt.label}" if jwt.label else text

    def _lay_out(self) -> None:
        offer = self.offer
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(6)
        for label, name, text in (
            (self.tr("Server"), "foundServer", offer.server),
            (self.tr("Client ID"), "foundClientId", self._found.client_id or "–"),
            (self.tr("Client secret"), "foundSecret", offer.secret),
        ):
            layout.addWidget(_row(label, name, text))
        layout.addWidget(self._jwt)
        layout.addWidget(self._notes)

    def _on_jwt_changed(self) -> None:
        offer = self.offer
        self._jwt.show_note(offer.jwt)
        self._notes.show_text("\n".join(offer.notes))


def _row(label: str, name: str, untrusted_text: str) -> FieldRow:
    value = PlainLabel(untrusted_text)
    value.setObjectName(name)
    value.make_selectable()
    return FieldRow(label, value)
