"""What the Explain screen shows below its field: cards, a list to pick from, a word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ringauth_gui.gui.common_codes import CommonCodes
from ringauth_gui.gui.error_explanation import Explanation
from ringauth_gui.gui.error_unexplained import Unexplained
from ringauth_gui.gui.explanation_card import ExplanationCard
from ringauth_gui.gui.plain_label import PlainLabel


class ExplainPage(QWidget):
    """Shows one thing at a time: the commonest codes, cards, or why there is none.

    Signals:
        chosen: A code of the list was pressed.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        """Show the commonest codes."""
        super().__init__()
        self._common = CommonCodes()
        self._common.chosen.connect(self.chosen)
        self._title = PlainLabel()
        self._title.setObjectName("unexplainedTitle")
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._advice = PlainLabel()
        self._advice.setObjectName("unexplainedAdvice")
        self._advice.make_selectable()
        self._unexplained = self._note()
        self._explanations: tuple[Explanation, ...] = ()
        self._cards: list[ExplanationCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._common)
        self._column.addWidget(self._unexplained)
        self._column.addStretch(1)
        self.show_common()

    def show_common(self) -> None:
        """Offer the commonest codes."""
        self.show_explanations((), None)
        self._common.show()

    def show_explanations(
        self, explanations: tuple[Explanation, ...], without: Unexplained | None
    ) -> None:
        """Show a card for each, and what is said of codes ``without`` one."""
        self._common.hide()
        self._show_cards(explanations)
        self._unexplained.setVisible(without is not None)
        if without is not None:
            self._title.setText(without.title)
            self._advice.setText(without.advice)

    def _show_cards(self, explanations: tuple[Explanation, ...]) -> None:
        """Build the cards anew, but not at each letter that changes nothing."""
        if explanations == self._explanations:
            return
        self._explanations = explanations
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [ExplanationCard(each) for each in explanations]
        for at, card in enumerate(self._cards):
            self._column.insertWidget(at, card)
            card.show()

    def _note(self) -> QFrame:
        note = QFrame()
        note.setObjectName("unexplained")
        note.setProperty("role", "message-warning")
        layout = QVBoxLayout(note)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._advice)
        return note
