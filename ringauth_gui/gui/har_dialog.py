"""The dialog that saves the HTTP log as an archive: a look at it, then the file."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.confirm_secrets import ConfirmSecrets
from ringauth_gui.gui.named_controls import named, named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.secrets_switch import SecretsSwitch
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.takeaway.hiding import Secrets

IN_SIGHT = 20  # exchanges; the rest of a long log is like them
LONGEST = 64 * 1024  # characters in sight; a text view is slow with more
_SIZE, _LEAST = (700, 500), (560, 400)

WriteArchive = Callable[[Sequence[Exchange], Secrets], Iterable[str]]


class HarDialog(NamedDialog):
    """Shows the archive before it is saved (R26), and how far the saving is.

    Signals:
        file_wanted: What is to stand in place of secrets; choose where the file goes.
        cancelled: The saving is to end; the file stays as it was.
    """

    file_wanted = Signal(object)
    cancelled = Signal()

    def __init__(
        self, exchanges: Sequence[Exchange], write: WriteArchive, parent: QWidget
    ) -> None:
        """Offer ``exchanges``, which ``write`` makes the parts of an archive of."""
        super().__init__("harDialog", self.tr("Save the HTTP log as HAR"), parent)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._exchanges = exchanges
        self._write = write
        self._is_saving = False
        self._is_ending = False
        self._state = PlainLabel(role="quiet")
        self._state.setObjectName("harState")
        self._text = named(QPlainTextEdit(), "harText", self.tr("Text of the file"))
        self._progress = named(QProgressBar(), "harProgress", self.tr("Saving"))
        self._with_secrets = SecretsSwitch("harWithSecretsCheck")
        self._confirm = ConfirmSecrets()
        self._save = named_button("saveHarFileButton", self.tr("&Save as…"))
        self._close = named_button("closeHarButton", self.tr("Close"))
        self._dress()
        self._lay_out()
        self._connect()
        self._show()

    def show_progress(self, done: int) -> None:
        """Say how many exchanges have been written."""
        self._is_saving = True
        self._progress.setValue(done)
        self._progress.show()
        self._save.setEnabled(False)
        self._with_secrets.setEnabled(False)
        if not self._is_ending:
            self._close.setText(self.tr("Cancel"))

    def show_end(self, text: str, *, is_problem: bool) -> None:
        """Say what became of the file."""
        self._is_saving = self._is_ending = False
        self._progress.hide()
        self._save.setEnabled(True)
        self._with_secrets.setEnabled(True)
        self._close.setText(self.tr("Close"))
        self._say(text, "error" if is_problem else "quiet")

    @override
    def reject(self) -> None:
        """Close; while the file is written, end that first, unless that hangs."""
        if self._is_saving and not self._is_ending:
            self._is_ending = True
            self._close.setText(self.tr("Close"))
            self.cancelled.emit()
        else:
            super().reject()

    @property
    def _secrets(self) -> Secrets:
        is_on = self._with_secrets.isChecked()
        return Secrets.SHOWN if is_on else Secrets.MASKED

    def _show(self) -> None:
        self._confirm.withdraw()
        in_sight = self._exchanges[:IN_SIGHT]
        text, is_cut = _beginning(self._write(in_sight, self._secrets))
        self._text.setPlainText(text)
        is_secret = self._secrets is Secrets.SHOWN
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.NoTextInteraction
            if is_secret
            else Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._say(self._summary(is_cut=is_cut), "quiet")

    def _summary(self, *, is_cut: bool) -> str:
        count = len(self._exchanges)
        what = self.tr("1 exchange, as the log shows it now.")
        if count != 1:
            what = self.tr("{0} exchanges, as the log shows them now.").format(count)
        if is_cut:
            what = f"{what} {self.tr('Their beginning is in sight.')}"
        elif count > IN_SIGHT:
            first = self.tr("The first {0} are in sight.").format(IN_SIGHT)
            what = f"{what} {first}"
        if self._secrets is Secrets.SHOWN:
            return f"{what} " + self.tr("Whoever gets the file can act as you.")
        return f"{what} " + self.tr("Secrets are masked; addresses and names are not.")

    def _say(self, text: str, role: str) -> None:
        self._state.setText(text)
        set_role(self._state, role)

    def _dress(self) -> None:
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("role", "mono")
        self._progress.setRange(0, len(self._exchanges))
        self._progress.setTextVisible(False)
        self._progress.hide()
        for button in (self._save, self._close):
            button.setAutoDefault(False)
        set_role(self._save, "primary")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._with_secrets)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self._state)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._confirm)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._with_secrets.toggled.connect(lambda _is_on: self._show())
        self._save.clicked.connect(self._on_save_clicked)
        self._close.clicked.connect(self.reject)
        self._confirm.confirmed.connect(self._on_confirm_confirmed)

    def _on_save_clicked(self) -> None:
        if self._secrets is Secrets.SHOWN:
            self._confirm.ask(
                self.tr(
                    "The secrets are in the file then, for whoever can read it. A "
                    "ticket is seen by many."
                ),
                self.tr("Save with secrets"),
            )
        else:
            self.file_wanted.emit(self._secrets)

    def _on_confirm_confirmed(self) -> None:
        secrets = self._secrets
        # Now, not when the file is chosen: that would take back what is said then.
        self._with_secrets.setChecked(False)
        self.file_wanted.emit(secrets)


def _beginning(parts: Iterable[str]) -> tuple[str, bool]:
    """Return as much of ``parts`` as is put in sight, and whether that is not all."""
    taken, size = [], 0
    for part in parts:
        taken.append(part)
        size += len(part)
        if size > LONGEST:
            return "".join(taken)[:LONGEST], True
    return "".join(taken), False
