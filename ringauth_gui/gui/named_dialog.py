"""A dialog with its names."""

from PySide6.QtWidgets import QDialog, QWidget


class NamedDialog(QDialog):
    """Is called by its title, also by a screen reader."""

    def __init__(self, object_name: str, title: str, parent: QWidget) -> None:
        """Be empty; belong to the window ``parent``."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
