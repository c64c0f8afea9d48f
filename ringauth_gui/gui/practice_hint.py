"""Offers the apps that the practice server knows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ringauth_gui.gui.practice_app import PracticeApp


class PracticeHint(QFrame):
    """One button for each app; pressing it fills the form in.

    Signals:
        app_chosen: The ``PracticeApp``.
    """

    app_chosen = Signal(object)

    def __init__(self, apps: Sequence[PracticeApp]) -> None:
        """Offer ``apps``."""
        super().__init__()
        self.setObjectName("practiceHint")
        self.setProperty("role", "note")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(8)
        for app in apps:
            line.addWidget(self._button(app))
        line.addStretch()

    def _button(self, app: PracticeApp) -> QPushButton:
        button = QPushButton(app.kind)
        button.setAccessibleName(f"{app.kind}: {app.client_id}")
        button.setObjectName(f"{app.client_id}Button")
        button.setProperty("role", "small")
        and_secret = "" if app.client_secret is None else " and its secret"
        button.setToolTip(f"Fills in {app.client_id}{and_secret}.")
        button.clicked.connect(partial(self.app_chosen.emit, app))
        return button
