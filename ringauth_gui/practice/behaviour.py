"""How the practice server behaves now; changed while it serves."""

from dataclasses import replace

from ringauth_gui.practice.settings import DEFAULT_SETTINGS, Settings


class Behaviour:
    """Holds the settings in force; safe to change while requests are answered."""

    def __init__(self, settings: Settings = DEFAULT_SETTINGS) -> None:
        """Behave as ``settings`` say, until told otherwise."""
        self._initial = settings
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings in force, all of one moment."""
        return self._settings

    def change(self, settings: Settings) -> None:
        """Behave as ``settings`` say from now on."""
        self._settings = settings

    def reset(self) -> None:
        """Behave as at the start again."""
        self._settings = replace(self._initial)
