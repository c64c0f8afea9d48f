"""What the window remembers of itself: one typed value in a file of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ringauth_gui.moment import Clock
from ringauth_gui.storage.json_file import JsonFile

LOCK_SECONDS = 0.2  # a window that closes saves them, and must not seem to hang
THEMES = ("system", "light", "dark")


@dataclass(frozen=True)
class Settings:
    """What is remembered from one start to the next.

    Attributes:
        selected_profile: The id of the profile in sight; empty for none.
        theme: One of ``THEMES``: what decides between light and dark.
        window_geometry: Qt's own text for size and place, in base64.
        unknown: Members of the file that this version does not know.
    """

    selected_profile: str = ""
    theme: str = THEMES[0]
    window_geometry: str = ""
    unknown: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class LoadedSettings:
    """The settings, and in a sentence what was wrong with their file, if anything."""

    settings: Settings
    problem: str | None = None


class SettingsFile:
    """Reads and replaces the settings file."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Take where the file is, and the clock for names of files set aside."""
        self._file = JsonFile(path, clock, LOCK_SECONDS)

    def load(self) -> LoadedSettings:
        """Return the settings; a value that cannot be used is as if it were not set."""
        loaded = self._file.load()
        unknown = dict(loaded.members)
        settings = Settings(
            selected_profile=_text(unknown.pop("selected_profile", "")),
            theme=_theme(unknown.pop("theme", None)),
            window_geometry=_text(unknown.pop("window_geometry", "")),
            unknown=unknown,
        )
        return LoadedSettings(settings, loaded.problem)

    def save(self, settings: Settings, base: Settings = Settings()) -> None:
        """Write what is different from ``base``; the rest is as others left it.

        Of a setting that two windows changed, the last one's value stays.

        Raises:
            ProfileFileError: It cannot be written, or must not be.
        """
        # Late: nothing is saved before the window is painted.
        from ringauth_gui.storage.three_way import merge_members

        was, now = _members(base), _members(settings)
        self._file.change(
            lambda loaded: merge_members(was, now, loaded.members).members
        )


def _members(settings: Settings) -> dict[str, object]:
    return {
        **settings.unknown,
        "selected_profile": settings.selected_profile,
        "theme": settings.theme,
        "window_geometry": settings.window_geometry,
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _theme(value: object) -> str:
    return next((each for each in THEMES if each == value), THEMES[0])
