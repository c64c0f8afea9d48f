"""``python -m tests.screenshots FOLDER``: every state of the window, light and dark."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.desktop import Desktop
from tests.screenshots.account_pictures import accounts, failed_id_token
from tests.screenshots.dialog_pictures import (
    explanations,
    imports,
    practice_switches,
    profile_files,
)
from tests.screenshots.keyring_pictures import locked_keyring
from tests.screenshots.leaving_pictures import what_leaves
from tests.screenshots.limit_pictures import a_pause, calls, sixth_session
from tests.screenshots.list_pictures import forty_profiles
from tests.screenshots.profile_pictures import (
    advanced_options,
    edited_elsewhere,
    jwt,
    other_server,
)
from tests.screenshots.sign_in_pictures import a_sign_in, errors, first_minutes
from tests.screenshots.sign_out_pictures import signing_out_everywhere
from tests.screenshots.studio import Studio
from tests.screenshots.token_pictures import (
    a_token_from_elsewhere,
    a_wrong_clock,
    countdowns,
    no_keyring,
    no_refresh_token,
    session_ends,
)
from tests.screenshots.window_pictures import other_windows

Scene = Callable[[Studio], None]

SCREEN = "1400x1500x24"  # as high as the longest page
SCENES: tuple[Scene, ...] = (
    *(first_minutes, a_sign_in, errors),
    *(countdowns, no_keyring, session_ends, no_refresh_token, a_token_from_elsewhere),
    locked_keyring,
    a_wrong_clock,
    *(accounts, failed_id_token),
    *(jwt, other_server, advanced_options, edited_elsewhere),
    forty_profiles,
    *(calls, a_pause, sixth_session),
    other_windows,
    signing_out_everywhere,
    what_leaves,
    *(imports, profile_files, explanations, practice_switches),
)


def main() -> None:
    """Take the pictures of all scenes, or of those that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "scenes", nargs="*", help="such as errors; all if none is named"
    )
    arguments = parser.parse_args()
    known = [scene.__name__ for scene in SCENES]
    if unknown := [name for name in arguments.scenes if name not in known]:
        parser.error(f"no scene is named {', '.join(unknown)}; {', '.join(known)} are")
    folder = arguments.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        if arguments.scenes and scene.__name__ not in arguments.scenes:
            continue
        with (
            tempfile.TemporaryDirectory(prefix="ringauth-") as name,
            _desktop(Path(name), scene) as desktop,
        ):
            scene(Studio(desktop, Path(name), folder))


def _desktop(folder: Path, scene: Scene) -> Desktop:
    return Desktop(folder, has_keyring=scene is not no_keyring, screen=SCREEN)


if __name__ == "__main__":
    main()
