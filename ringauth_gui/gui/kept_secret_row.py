"""The line of a secret that may be kept, with the button that forgets it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ringauth_gui.gui.secret_edit import SecretEdit, SecretRow


class KeptSecretRow(SecretRow):
    """Shows what is typed, and forgets what is kept.

    Signals:
        forget_requested: What is kept is not to be kept any longer.
    """

    forget_requested = Signal()

    def __init__(
        self, label: str, edit: SecretEdit, name: str, show: str, forget: str
    ) -> None:
        """Lay ``edit`` out.

        Args:
            label: With a mnemonic.
            edit: Named and with an accessible name.
            name: Of the secret in object names, such as "ClientSecret".
            show: What the button that shows it is called.
            forget: What the button that forgets it is called.
        """
        button = QPushButton()
        super().__init__(label, edit, f"show{name}Button", show, [button])
        self._forget = button
        self._forget.setText(self.tr("Forget"))
        self._forget.setObjectName(f"forget{name}Button")
        self._forget.setAccessibleName(forget)
        self._forget.setToolTip(self.tr("Removes it from this computer."))
        self._forget.setProperty("role", "link")
        self._forget.clicked.connect(self.forget_requested)
        self.show_kept(is_kept=False)

    def show_kept(self, *, is_kept: bool) -> None:
        """Offer to forget what is kept, where something is and nothing is typed."""
        self._forget.setVisible(is_kept)
        self._button.setVisible(not is_kept)  # there is nothing to show then
