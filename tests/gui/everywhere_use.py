"""The sign-out of all profiles as a person meets it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from ringauth_gui.gui.sign_out_dialog import SignOutDialog
from ringauth_gui.gui.sign_out_table import SignOutTable
from tests.gui.menu_use import actions
from tests.gui.reading import child
from tests.gui.shell import Shell

START, CANCEL, GO_ON, CLOSE = (
    "signOutAllButton",
    "cancelSignOutAllButton",
    "goOnSignOutAllButton",
    "closeSignOutAllButton",
)


class EverywhereUse:
    """Opens the dialog, reads it and presses what it offers."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        actions(shell)["Sign out everywhere RingAuth knows…"].trigger()
        self.dialog = child(shell.window, SignOutDialog, "signOutAllDialog")

    def rows(self) -> list[str]:
        """Return where each profile stands."""
        model = child(self.dialog, SignOutTable, "signOutAllTable").model()
        return [str(model.index(at, 2).data()) for at in range(model.rowCount())]

    def colour(self, row: int) -> str:
        """Return the colour of what a row says."""
        model = child(self.dialog, SignOutTable, "signOutAllTable").model()
        colour = model.index(row, 2).data(Qt.ItemDataRole.ForegroundRole)
        return str(colour.name())

    def said(self) -> str:
        """Return what stands above the list."""
        return child(self.dialog, QLabel, "signOutAllSummary").text()

    def elsewhere(self) -> str:
        """Return what is said of sessions that no profile holds."""
        label = child(self.dialog, QLabel, "signOutAllElsewhere")
        return label.text() if label.isVisible() else ""

    def click(self, name: str) -> None:
        """Click a button that is in sight and can be pressed."""
        button = child(self.dialog, QPushButton, name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def offers(self) -> list[str]:
        """Return the buttons that can be pressed."""
        names = (START, CANCEL, GO_ON, CLOSE)
        buttons = {name: child(self.dialog, QPushButton, name) for name in names}
        return [
            name
            for name, button in buttons.items()
            if button.isVisible() and button.isEnabled()
        ]

    def wait_for(self, *rows: str) -> None:
        """Wait until the rows say so."""
        self.shell.wait_until(lambda: self.rows() == list(rows))

    def wait_until_rest(self) -> None:
        """Wait until nothing runs any more."""
        self.shell.wait_until(lambda: CLOSE in self.offers())

    def tick(self, seconds: float) -> None:
        """Let time pass, as the dialog's own clock notices it."""
        self.shell.clock.advance(seconds)
        self.shell.control._menu._everywhere()._tick.timeout.emit()
