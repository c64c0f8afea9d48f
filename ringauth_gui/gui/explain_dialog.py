"""Help > Explain a code: what a code from a browser or a log means."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.announcement import announce
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.error_explanation import Explanation, explained
from ringauth_gui.gui.error_unexplained import unexplained
from ringauth_gui.gui.explain_page import ExplainPage
from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.named_controls import named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import ScrollPage
from ringauth_gui.ringcentral.codes_in_text import LONGEST_TEXT, CodesInText, codes_in

_SIZE, _SMALLEST = (640, 520), (520, 360)


class ExplainDialog(NamedDialog):
    """Explains while one types or pastes; keeps nothing of it."""

    def __init__(
        self,
        parent: QWidget,
        context: Callable[[], MessageContext | None],
        copy: Callable[[str], None],
        *,
        announce: Callable[[QWidget, str], None] = announce,
    ) -> None:
        """Speak of the profile that ``context`` tells; copy with ``copy``."""
        super().__init__("explainDialog", self.tr("Explain a code"), parent)
        self._context = context
        self._copy_text = copy
        self._announce = announce
        self._explanations: tuple[Explanation, ...] = ()
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self._label = QLabel(self.tr("Co&de or error text"))
        self._edit = LineEdit(longest=LONGEST_TEXT)
        self._note = PlainLabel(role="small")
        self._page = ExplainPage()
        self._scroll = ScrollPage()
        copy_text = self.tr("&Copy explanation")
        self._copy = named_button("copyExplanationButton", copy_text)
        self._close = named_button("closeExplainButton", self.tr("C&lose"))
        self._name_children()
        self._lay_out()
        self._connect()
        self._show("", None)

    def open_for(self, text: str = "", context: MessageContext | None = None) -> None:
        """Come to the front and explain ``text``, in ``context`` if it has its own."""
        with QSignalBlocker(self._edit):
            self._edit.setText(text)
        self._show(text, context or self._context())
        self.show()
        self.raise_()
        self.activateWindow()
        self._edit.setFocus()
        self._edit.selectAll()

    @override
    def done(self, result: int) -> None:
        """Close, and forget what was typed."""
        super().done(result)
        with QSignalBlocker(self._edit):
            self._edit.setText("")
        self._show("", None)

    def _name_children(self) -> None:
        self._label.setBuddy(self._edit)
        self._edit.setObjectName("explainEdit")
        self._edit.setAccessibleName(self.tr("Code or error text"))
        self._edit.setClearButtonEnabled(True)
        self._edit.setPlaceholderText(
            self.tr("OAU-109, a line of a log, or a whole error answer")
        )
        self._note.setObjectName("explainNote")
        # Enter in the field must neither copy nor close.
        self._copy.setAutoDefault(False)
        self._close.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._scroll.hold(self._page)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self._edit)
        layout.addWidget(self._note)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._on_edit_text_changed)
        self._page.chosen.connect(self._on_page_chosen)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._close.clicked.connect(self.reject)

    def _on_edit_text_changed(self, text: str) -> None:
        self._show(text, self._context())

    def _on_page_chosen(self, code: str) -> None:
        self._edit.setText(code)
        self._edit.setFocus()

    def _on_copy_clicked(self) -> None:
        self._copy_text("\n\n".join(each.text for each in self._explanations))

    def _show(self, untrusted_text: str, context: MessageContext | None) -> None:
        found = codes_in(untrusted_text)
        self._show_note(untrusted_text, found)
        before, self._explanations = self._explanations, explained(found, context)
        self._copy.setEnabled(bool(self._explanations))
        if untrusted_text.strip():
            self._page.show_explanations(self._explanations, unexplained(found))
        else:
            self._page.show_common()
        if self._explanations and self._explanations != before:
            first = self._explanations[0]
            self._announce(self, f"{first.code}: {first.meaning}. {first.remedy}")

    def _show_note(self, untrusted_text: str, found: CodesInText) -> None:
        """Say what became of the text; a secret leaves the field at once."""
        if found.holds_secret:
            with QSignalBlocker(self._edit):
                self._edit.setText("")
            note = self.tr(
                "A token, code or secret seemed to be in it, so the field was emptied."
            )
        elif len(untrusted_text) > LONGEST_TEXT:
            note = self.tr("Only the first {0} characters were read.").format(
                f"{LONGEST_TEXT:,}"
            )
        else:
            note = self.tr("What you enter stays here and is forgotten on closing.")
        self._note.setText(note)
