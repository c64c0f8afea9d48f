"""Where RingAuth keeps what is no secret."""

from pathlib import Path

from ringauth_gui.moment import Clock
from ringauth_gui.program_log import ProgramLog
from ringauth_gui.storage.profiles import ProfileFile
from ringauth_gui.storage.settings import SettingsFile


class Files:
    """The files of the program.

    Attributes:
        profiles: What a person set up.
        settings: What the window remembers of itself.
        locks: The folder of what windows share and lock.
        log: What is written for those who look for a fault.
    """

    def __init__(
        self, config: Path, locks: Path, log: ProgramLog, clock: Clock
    ) -> None:
        """Take the folders, and the clock that tells what is old in them."""
        self.profiles = ProfileFile(config / "profiles.json", clock)
        self.settings = SettingsFile(config / "settings.json", clock)
        self.locks = locks
        self.log = log
        self._config = config
        self._clock = clock

    def tidy(self) -> None:
        """Remove what killed programs left; may block."""
        from ringauth_gui.storage.leftovers import remove_leftovers

        for folder in (self._config, self.locks):
            remove_leftovers(folder, self._clock().wall)
