"""Brings into the window what files hold, and into files what the window has."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.file_drop import FileDrop
from ringauth_gui.gui.keyring_note import KeyringNote
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.late import Late

if TYPE_CHECKING:
    from ringauth_gui.gui.credentials_import import CredentialsImport
    from ringauth_gui.gui.file_menu import FileMenu
    from ringauth_gui.gui.profiles_export import ProfilesExport
    from ringauth_gui.gui.profiles_import import ProfilesImport


class FileWishes(QObject):
    """Opens the dialogs, by the menu or for a file that is dropped.

    Signals:
        taken: The ``ProfileDraft`` of credentials that the person goes on with.
        said: The Message that tells what became of profiles.
    """

    taken = Signal(object)
    said = Signal(object)

    def __init__(self, parts: WindowParts, keyring: KeyringNote) -> None:
        """Work on the window of ``parts``; nothing is built before it is wished."""
        super().__init__(parts.window)
        self._window = parts.window
        self._sessions = parts.sessions
        self._tools = Late(parts.imports)
        self._keyring = keyring
        self._credentials = Late(self._new_credentials)
        self._profiles = Late(self._new_profiles)
        self._export = Late(self._new_export)
        self._drop = FileDrop(parts.window)
        self._drop.dropped.connect(self._on_drop_dropped)
        keyring.changed.connect(self._on_keyring_changed)

    def listen_for(self, menu: "FileMenu") -> None:
        """Do what is chosen in ``menu`` from now on."""
        menu.import_credentials.connect(self.import_credentials)
        menu.import_profiles.connect(lambda: self._profiles().open())
        menu.export_profiles.connect(lambda: self._export().open())

    def import_credentials(self) -> None:
        """Let the person choose where to import credentials from."""
        self._credentials().open()

    def _new_credentials(self) -> "CredentialsImport":
        from ringauth_gui.gui.credentials_import import CredentialsImport

        new = CredentialsImport(self._tools(), self._window)
        new.set_secret_place(self._keyring.secret_place)
        new.taken.connect(self.taken)
        new.profiles_found.connect(self._on_credentials_profiles_found)
        return new

    def _new_profiles(self) -> "ProfilesImport":
        from ringauth_gui.gui.profiles_import import ProfilesImport

        tools = self._tools()
        new = ProfilesImport(
            self._sessions, tools.runner, tools.source.redaction.know, self._window
        )
        new.said.connect(self.said)
        return new

    def _new_export(self) -> "ProfilesExport":
        from ringauth_gui.gui.profiles_export import ProfilesExport

        new = ProfilesExport(self._sessions, self._tools().runner, self._window)
        new.said.connect(self.said)
        return new

    def _on_drop_dropped(self, path: Path) -> None:
        self._credentials().open_file(path)

    def _on_credentials_profiles_found(self, path: Path) -> None:
        self._profiles().open_file(path)

    def _on_keyring_changed(self) -> None:
        if self._credentials.built is not None:
            self._credentials.built.set_secret_place(self._keyring.secret_place)
