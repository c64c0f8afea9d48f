"""Saves the profiles, one save after the other."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profiles import SavedProfiles

# Given what is to be saved, and what the file held when it was last the same.
SaveProfiles = Callable[[Sequence[Profile], Sequence[Profile]], SavedProfiles]


class ProfileSaver(QObject):
    """Saves on a worker; what changes meanwhile is saved right afterwards.

    Signals:
        failed: The Message that says why the profiles could not be saved.
    """

    failed = Signal(object)

    def __init__(
        self, save: SaveProfiles, runner: BackgroundRunner, base: Sequence[Profile]
    ) -> None:
        """Call ``save``, which may block, on ``runner``; ``base`` is in the file."""
        super().__init__()
        self._base = base
        self._save = save
        self._runner = runner
        self._is_saving = False
        self._due: Sequence[Profile] | None = None

    def save(self, profiles: Sequence[Profile]) -> None:
        """Save ``profiles``, all there are."""
        if self._is_saving:
            self._due = profiles
            return
        self._is_saving = True
        self._runner.run(
            partial(self._save, profiles, self._base),
            lambda _saved: self._on_save_done(profiles),
            self._on_save_failed,
        )

    def _on_save_done(self, profiles: Sequence[Profile]) -> None:
        self._base = profiles
        self._go_on()

    def _go_on(self) -> None:
        self._is_saving = False
        due, self._due = self._due, None
        if due is not None:
            self.save(due)

    def _on_save_failed(self, error: Exception) -> None:
        self._go_on()
        if not isinstance(error, ProfileFileError):
            reraise(error)
        self.failed.emit(
            Message(
                MessageKind.BAD,
                "The profiles could not be saved",
                f"{error} They are kept until RingAuth closes.",
                actions=(MessageAction("save-again", "Try again"),),
            )
        )
