"""The dialog that imports credentials: from where, what was found, and the danger."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ringauth_gui.gui.answer_row import answer_row
from ringauth_gui.gui.choice_row import CalmCombo, ChoiceRow
from ringauth_gui.gui.found_card import FoundCard
from ringauth_gui.gui.import_offer import OfferMaker
from ringauth_gui.gui.named_controls import named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.scroll_page import ScrollPage
from ringauth_gui.gui.warning_note import WarningNote
from ringauth_gui.ringcentral.found_credentials import FoundCredentials

SIZE = (640, 540)
SMALLEST = (520, 440)


@dataclass(frozen=True)
class Findings:
    """What was found in one place.

    Attributes:
        where: In words, such as the file's name.
        apps: One app or more.
        danger: What to do about secrets that lie there.
    """

    where: str
    apps: tuple[FoundCredentials, ...]
    danger: str


class ImportDialog(NamedDialog):
    """Shows what was found before any of it is taken.

    Signals:
        file_wanted: Choose a file.
        environment_wanted: Read the variables of this program.
        taken: The ``ProfileDraft`` of what was found.
    """

    file_wanted = Signal()
    environment_wanted = Signal()
    taken = Signal(object)

    def __init__(self, variable: str, offers: OfferMaker, parent: QWidget) -> None:
        """Offer a file, and the environment if it holds ``variable``.

        Args:
            variable: A variable of this program that tells of credentials, or empty.
            offers: Makes offers of what was found.
            parent: The window that it belongs to.
        """
        super().__init__("importDialog", self.tr("Import credentials"), parent)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._offers = offers
        self._file = named_button("chooseFileButton", self.tr("Choose a &file…"))
        self._environment = named_button(
            "useEnvironmentButton",
            self.tr("From the &environment ({0} found)").format(variable),
        )
        self._environment.setVisible(bool(variable))
        self._state = PlainLabel(role="quiet")
        self._state.setObjectName("importState")
        self._page = ScrollPage()
        self._content = QVBoxLayout()
        self._card: FoundCard | None = None
        self._danger = WarningNote("importDanger")
        self._use = named_button("useCredentialsButton", self.tr("&Use these…"))
        self._cancel = named_button("cancelImportButton", self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._empty(
            self.tr(
                "RingAuth reads the JSON file that RingCentral's developer console "
                "hands out, and .env files with RingCentral's usual names. "
                "You can also drop such a file on the window."
            )
        )

    def show_reading(self, what: str) -> None:
        """Say what is being read; what was shown before is taken away."""
        self._empty(self.tr("Reading {0}…").format(what))

    def show_problem(self, reason: str) -> None:
        """Say why nothing can be taken."""
        self._empty(reason, is_problem=True)

    def show_findings(self, findings: Findings) -> None:
        """Show what was found; the first app is chosen."""
        self._empty(self.tr("Found in {0}").format(findings.where))
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(12)
        if len(findings.apps) > 1:
            self._content.addWidget(self._app_row(findings.apps))
        self._show_app(findings.apps[0])
        self._content.addStretch(1)
        self._page.hold(content)
        holds_secrets = any(found.secrets for found in findings.apps)
        self._danger.show_text(findings.danger if holds_secrets else "")
        self._use.setEnabled(True)
        self._use.setFocus()

    def _empty(self, state: str, *, is_problem: bool = False) -> None:
        self._state.setText(state)
        set_role(self._state, "error" if is_problem else "quiet")
        self._card = None
        self._page.hold(QWidget())
        self._danger.show_text("")
        self._use.setEnabled(False)

    def _app_row(
        self, apps: tuple[FoundCredentials, ...]
    ) -> ChoiceRow[FoundCredentials]:
        combo = CalmCombo()
        combo.setObjectName("importAppCombo")
        combo.setAccessibleName(self.tr("App"))
        offers = [(found.client_id or self.tr("No client ID"), found) for found in apps]
        row = ChoiceRow(self.tr("&App"), combo, offers)
        row.changed.connect(lambda: self._show_app(row.choice))
        return row

    def _show_app(self, found: FoundCredentials) -> None:
        before, self._card = self._card, FoundCard(found, self._offers)
        if before is None:
            self._content.addWidget(self._card)
        else:
            self._content.replaceWidget(before, self._card)
            before.hide()
            before.deleteLater()
            self._card.show()

    def _lay_out(self) -> None:
        sources = QHBoxLayout()
        sources.setSpacing(12)
        sources.addWidget(self._file)
        sources.addWidget(self._environment)
        sources.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addLayout(sources)
        layout.addWidget(self._state)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._danger)
        layout.addLayout(answer_row(self._cancel, self._use))

    def _connect(self) -> None:
        self._file.clicked.connect(self.file_wanted)
        self._environment.clicked.connect(self.environment_wanted)
        self._cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self._on_use_clicked)

    def _on_use_clicked(self) -> None:
        if self._card is not None:
            draft = self._card.offer.draft
            self.accept()
            self.taken.emit(draft)
