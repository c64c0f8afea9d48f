"""Imports credentials on the window, once somebody wishes to."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ringauth_gui.gui.file_drop import FileDrop
from ringauth_gui.gui.keyring_note import KeyringNote
from ringauth_gui.late import Late

if TYPE_CHECKING:
    from ringauth_gui.gui.credentials_import import CredentialsImport, ImportTools


class ImportWishes(QObject):
    """Opens the import by the menu, or by a file that is dropped.

    Signals:
        taken: The ``ProfileDraft`` that the person wants to go on with.
    """

    taken = Signal(object)

    def __init__(
        self, window: QWidget, tools: "Callable[[], ImportTools]", keyring: KeyringNote
    ) -> None:
        """Import on ``window``; nothing is made of ``tools`` before that."""
        super().__init__(window)
        self._window = window
        self._tools = tools
        self._keyring = keyring
        self._import = Late(self._new_import)
        self._drop = FileDrop(window)
        self._drop.dropped.connect(self._on_drop_dropped)
        keyring.changed.connect(self._on_keyring_changed)

    def open(self) -> None:
        """Let the person choose where to import credentials from."""
        self._import().open()

    def _new_import(self) -> "CredentialsImport":
        from ringauth_gui.gui.credentials_import import CredentialsImport

        new = CredentialsImport(self._tools(), self._window)
        new.set_secret_place(self._keyring.secret_place)
        new.taken.connect(self.taken)
        return new

    def _on_drop_dropped(self, path: Path) -> None:
        self._import().open_file(path)

    def _on_keyring_changed(self) -> None:
        if self._import.built is not None:
            self._import.built.set_secret_place(self._keyring.secret_place)
