"""The profile file: every profile that a person set up, without any secret."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.moment import Clock
from ringauth_gui.storage.files import Stamp
from ringauth_gui.storage.json_file import JsonFile, LoadedFile
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import profile_to_json
from ringauth_gui.storage.profile_reading import ReadProfiles, read_profiles

if TYPE_CHECKING:
    from ringauth_gui.storage.profile_merge import Clash, MergedProfiles


@dataclass(frozen=True)
class LoadedProfiles:
    """What the profile file held.

    Attributes:
        profiles: Those that can be used, in their order.
        set_aside: Where the file, or a copy of it, is kept, when it was damaged.
        read_only: Whether the file must not be written by this version of RingAuth.
        problems: What was wrong with the file, a sentence each; to be shown.
    """

    profiles: tuple[Profile, ...]
    set_aside: Path | None = None
    read_only: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeenProfiles:
    """What others wrote, and the stamp of the file that they wrote."""

    profiles: tuple[Profile, ...]
    stamp: Stamp | None


@dataclass(frozen=True)
class SavedProfiles:
    """What the profile file holds after a save, and what became of the old one.

    Attributes:
        profiles: Ours, with what others wrote meanwhile.
        clashes: What others wrote that could not be kept beside ours.
        copy: Where the file as others wrote it is kept; None when nothing of it is
            lost.
        problems: What was wrong with the file, a sentence each; to be shown.
        stamp: Of the file as it is then.
    """

    profiles: tuple[Profile, ...]
    clashes: "tuple[Clash, ...]" = ()
    copy: Path | None = None
    problems: tuple[str, ...] = ()
    stamp: Stamp | None = None


class ProfileFile:
    """Reads the profile file, and merges what is saved with what others wrote."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Take where the file is, and the clock for names of files set aside."""
        self._file = JsonFile(path, clock)
        self._unknown: Mapping[str, object] = {}

    @property
    def stamp(self) -> Stamp | None:
        """What is different once the file was changed; None while there is none."""
        return self._file.stamp

    def load(self) -> LoadedProfiles:
        """Return the profiles; what is wrong with the file is told, never raised."""
        loaded = self._file.load()
        read = read_profiles(loaded.members)
        self._unknown = read.unknown
        problems = [*filter(None, [loaded.problem]), *read.notes, *read.reasons]
        if read.reasons and not loaded.read_only:
            try:
                saved = self.save(())
            except ProfileFileError as error:
                problems.append(str(error))
            else:
                return LoadedProfiles(
                    saved.profiles, saved.copy, problems=saved.problems
                )
        return LoadedProfiles(
            read.profiles, loaded.set_aside, loaded.read_only, tuple(problems)
        )

    def look(self, known: Sequence[Profile]) -> SeenProfiles:
        """Return the profiles as others wrote them, and leave the file alone.

        What cannot be read of it is as it is ``known``.
        """
        stamp = self.stamp
        loaded = self._file.look()
        if not loaded.found:
            return SeenProfiles(tuple(known), stamp)
        return SeenProfiles(read_profiles(loaded.members, known).profiles, stamp)

    def save(
        self, profiles: Sequence[Profile], base: Sequence[Profile] = ()
    ) -> SavedProfiles:
        """Write ``profiles`` with what others wrote since the file was as ``base``.

        A file that is gone or was junk tells nothing of what others wanted.

        Raises:
            ProfileFileError: It cannot be written, or must not be.
        """
        # Late: nothing is saved before the window is painted.
        from ringauth_gui.storage.profile_merge import merge_profiles

        saved = SavedProfiles(tuple(profiles))

        def change(loaded: LoadedFile) -> Mapping[str, object]:
            nonlocal saved
            read = read_profiles(loaded.members, base)
            if loaded.found:
                self._unknown = read.unknown
            theirs = read.profiles if loaded.found else base
            merged = merge_profiles(base, profiles, theirs)
            saved = self._saved(merged, read, loaded)
            written = [profile_to_json(profile) for profile in merged.profiles]
            return {**self._unknown, "profiles": written}

        stamp = self._file.change(change)
        return replace(saved, stamp=stamp)

    def _saved(
        self, merged: "MergedProfiles", read: ReadProfiles, loaded: LoadedFile
    ) -> SavedProfiles:
        """Keep a copy of the file where the merged one lacks something of it."""
        from ringauth_gui.storage.aside_files import DAMAGED, WRITTEN_OVER

        problems = [*filter(None, [loaded.problem]), *read.notes, *read.reasons]
        copy = None
        if read.reasons:
            copy = self._file.keep_copy(read.members, DAMAGED)
            problems.append(f"What the file held is kept as {copy.name}.")
        elif any(clash.loses_theirs for clash in merged.clashes):
            copy = self._file.keep_copy(read.members, WRITTEN_OVER)
        return SavedProfiles(merged.profiles, merged.clashes, copy, tuple(problems))
