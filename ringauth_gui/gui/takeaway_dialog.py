"""The dialog in which a person takes a token or a request away."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ringauth_gui.gui.confirm_secrets import ConfirmSecrets
from ringauth_gui.gui.named_controls import named, named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.secrets_switch import SecretsSwitch
from ringauth_gui.takeaway.form import Form
from ringauth_gui.takeaway.hiding import Secrets

_SIZE, _LEAST = (760, 520), (600, 420)
_LIST_WIDTH = 220


class TakeawayDialog(NamedDialog):
    """Shows each form before it leaves (R26), with words in place of its secrets.

    Signals:
        copy_wanted: The text for the clipboard, and whether secrets are in it.
        file_wanted: The Form that is to be saved, and its text.
    """

    copy_wanted = Signal(str, bool)
    file_wanted = Signal(object, str)

    def __init__(self, title: str, parent: QWidget) -> None:
        """Wait for the forms."""
        super().__init__("takeawayDialog", title, parent)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._forms: tuple[Form, ...] = ()
        self._shown = ""  # Qt's own copy has no blanks that do not break, for example
        self._state = PlainLabel(self.tr("One moment…"), "quiet")
        self._state.setObjectName("takeawayState")
        self._list = named(QListWidget(), "takeawayForms", self.tr("Forms"))
        self._text = named(QPlainTextEdit(), "takeawayText", self.tr("Text"))
        self._with_secrets = SecretsSwitch("withSecretsCheck")
        self._confirm = ConfirmSecrets()
        self._go_on: Callable[[], None] | None = None
        self._copy = named_button("copyTakeawayButton", self.tr("&Copy"))
        self._save = named_button("saveTakeawayButton", self.tr("&Save as…"))
        self._close = named_button("closeTakeawayButton", self.tr("Close"))
        self._dress()
        self._lay_out()
        self._connect()
        self._show()

    def show_forms(self, forms: Sequence[Form]) -> None:
        """Offer these; the first is chosen."""
        self._forms = tuple(forms)
        self._list.addItems([form.label for form in self._forms])
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def show_done(self, text: str) -> None:
        """Say what became of the text."""
        self._state.setText(text)
        set_role(self._state, "quiet")

    def show_problem(self, reason: str) -> None:
        """Say why something could not be done."""
        self._state.setText(reason)
        set_role(self._state, "error")

    @property
    def _form(self) -> Form | None:
        row = self._list.currentRow()
        return self._forms[row] if row >= 0 else None

    @property
    def _is_secret(self) -> bool:
        return self._with_secrets.isChecked()

    def _show(self) -> None:
        form = self._form
        self._confirm.withdraw()
        secrets = Secrets.SHOWN if self._is_secret else Secrets.PLACEHOLDER
        self._shown = "" if form is None else form.text_of(secrets)
        self._text.setPlainText(self._shown)
        for button in (self._copy, self._save, self._with_secrets):
            button.setEnabled(form is not None)
        # What is selected here would leave without the question (R23).
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.NoTextInteraction
            if self._is_secret
            else Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if form is not None:
            self.show_done(
                self.tr("Whoever gets this text can act as you.")
                if self._is_secret
                else self.tr("Words that begin with YOUR_ stand for the secrets.")
            )

    def _dress(self) -> None:
        self._list.setFixedWidth(_LIST_WIDTH)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("role", "mono")
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        for button in (self._copy, self._save, self._close):
            button.setAutoDefault(False)
        set_role(self._copy, "primary")

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list)
        middle.addWidget(self._text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._with_secrets)
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._save)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self._state)
        layout.addLayout(middle, 1)
        layout.addWidget(self._confirm)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(lambda _row: self._show())
        self._with_secrets.toggled.connect(lambda _is_on: self._show())
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._close.clicked.connect(self.close)
        self._confirm.confirmed.connect(self._on_confirmed)

    def _on_copy_clicked(self) -> None:
        self._leave(
            partial(self.copy_wanted.emit, self._shown, self._is_secret),
            self.tr(
                "The secrets are in the clipboard then, where other programs can read "
                "them, until RingAuth clears it."
            ),
            self.tr("Copy with secrets"),
        )

    def _on_save_clicked(self) -> None:
        self._leave(
            partial(self.file_wanted.emit, self._form, self._shown),
            self.tr("The secrets are in the file then, for whoever can read it."),
            self.tr("Save with secrets"),
        )

    def _leave(self, go_on: Callable[[], None], question: str, answer: str) -> None:
        """Let the text leave; with secrets in it only after a question."""
        if not self._is_secret:
            go_on()
            return
        self._go_on = go_on
        self._confirm.ask(question, answer)

    def _on_confirmed(self) -> None:
        go_on, self._go_on = self._go_on, None
        # Now, not by itself later: that would take back what is said then.
        self._with_secrets.setChecked(False)
        if go_on is not None:
            go_on()
