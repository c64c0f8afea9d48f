"""What an import found of one app, before any of it is taken."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ringauth_gui.gui.choice_row import CalmCombo, ChoiceRow
from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.import_offer import ImportOffer, OfferMaker
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.warning_note import WarningNote
from ringauth_gui.ringcentral.found_credentials import FoundCredentials, FoundJwt


class FoundCard(QFrame):
    """Shows the credentials of one app, and lets a JWT credential be chosen."""

    def __init__(self, found: FoundCredentials, offers: OfferMaker) -> None:
        """Show ``found``, with the JWT credential that suits it best chosen.

        Args:
            found: What was found.
            offers: Makes an offer of it and of the JWT credential chosen.
        """
        super().__init__()
        self.setObjectName("foundCard")
        self.setAccessibleName(self.tr("Found"))
        self.setProperty("role", "card")
        self._found = found
        self._offers = offers
        self._jwt = self._jwt_row()
        self._notes = WarningNote("foundNotes")
        self._lay_out()
        self._jwt.changed.connect(self._on_jwt_changed)
        self._on_jwt_changed()

    @property
    def offer(self) -> ImportOffer:
        """What would be taken."""
        return self._offers.offer(self._found, self._jwt.choice)

    def _jwt_row(self) -> ChoiceRow[FoundJwt | None]:
        combo = CalmCombo()
        combo.setObjectName("importJwtCombo")
        combo.setAccessibleName(self.tr("Sign in with"))
        choices: list[tuple[str, FoundJwt | None]] = [
            (self._jwt_text(jwt), jwt) for jwt in self._offers.jwts_of(self._found)
        ]
        choices.append((self.tr("The browser"), None))
        row = ChoiceRow(self.tr("Sign in &with"), combo, choices)
        row.choose(self._offers.first_jwt(self._found))
        return row

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
        self._notes.show_text("\n".join(f"• {note}" for note in offer.notes))


def _row(label: str, name: str, untrusted_text: str) -> FieldRow:
    value = PlainLabel(untrusted_text)
    value.setObjectName(name)
    value.make_selectable()
    return FieldRow(label, value)
