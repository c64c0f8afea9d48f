"""A button that folds what is below it away, and out again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton


class FoldButton(QToolButton):
    """Checked while what belongs to it is in sight; an arrow says the same."""

    def __init__(self, object_name: str, text: str, accessible_name: str) -> None:
        """Start folded."""
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(accessible_name)
        self.setText(text)
        self.setProperty("role", "fold")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCheckable(True)
        self.toggled.connect(self._show_arrow)
        self._show_arrow(False)  # noqa: FBT003 - as the signal gives it

    def _show_arrow(self, is_open: bool) -> None:
        arrow = Qt.ArrowType
        self.setArrowType(arrow.DownArrow if is_open else arrow.RightArrow)
