"""Profiles as tests of the profile file need them."""

from dataclasses import replace
from pathlib import Path

from ringauth_gui.moment import Moment
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profiles import ProfileFile

NOW = Moment(1_795_440_730.0)  # 2026-11-23 13:32:10 UTC
ANNA = Profile("a1", "Anna", ServerKind.RINGCENTRAL, "client-a", has_secret=False)
BERTA = replace(ANNA, id="b2", name="Berta", client_id="client-b")
CLARA = replace(ANNA, id="c3", name="Clara", client_id="client-c")


def profile_file(path: Path) -> ProfileFile:
    """Return the profile file at ``path``, as one window knows it."""
    return ProfileFile(path, lambda: NOW)
