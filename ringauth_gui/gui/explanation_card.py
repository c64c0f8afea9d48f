"""A card that explains one code."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from ringauth_gui.gui.error_explanation import Explanation
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.ringcentral.error_code import Certainty

_LABEL_WIDTH = 104
_BADGES = {
    Certainty.DOCUMENTED: "badge-good",
    Certainty.STANDARD: "badge-good",
    Certainty.SEEN: "badge-note",
    Certainty.REPORTED: "badge-warning",
    Certainty.UNCERTAIN: "badge-warning",
}


class ExplanationCard(QFrame):
    """Says what a code means, what to do, where to click, and how sure that is."""

    def __init__(self, explanation: Explanation) -> None:
        """Show ``explanation``."""
        super().__init__()
        self.setObjectName("explanationCard")
        self.setAccessibleName(explanation.code)
        self.setAccessibleDescription(explanation.text)
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(6)
        layout.addLayout(_heading(explanation))
        layout.addWidget(_meaning(explanation.meaning))
        layout.addLayout(self._rows(explanation))

    def _rows(self, explanation: Explanation) -> QGridLayout:
        rows = (
            ("explanationRemedy", self.tr("What to do"), explanation.remedy),
            ("explanationWhere", self.tr("Where to click"), explanation.where),
            ("explanationNote", self.tr("Good to know"), explanation.note),
            ("explanationSource", self.tr("Known from"), explanation.source),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for at, (name, label, text) in enumerate(rows):
            if text:
                value = _selectable(name, text)
                caption = PlainLabel(label, "quiet", wraps=False)
                caption.setBuddy(value)  # a screen reader says what the text is
                grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(value, at, 1)
        return grid


def _heading(explanation: Explanation) -> QHBoxLayout:
    code = _selectable("explanationCode", explanation.code, "heading", wraps=False)
    comes_with = PlainLabel(explanation.comes_with, "small")
    comes_with.setObjectName("explanationComesWith")
    badge = PlainLabel(
        explanation.certainty.value, _BADGES[explanation.certainty], wraps=False
    )
    badge.setObjectName("explanationCertainty")
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(code)
    row.addWidget(comes_with, 1)
    row.addWidget(badge)
    return row


def _meaning(text: str) -> PlainLabel:
    label = _selectable("explanationMeaning", text)
    bold = label.font()
    bold.setBold(True)
    label.setFont(bold)
    return label


def _selectable(
    name: str, text: str, role: str = "", *, wraps: bool = True
) -> PlainLabel:
    label = PlainLabel(text, role, wraps=wraps)
    label.setObjectName(name)
    label.make_selectable()
    return label
