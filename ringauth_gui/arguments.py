"""The command line: never a secret, one line for a mistake."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from typing_extensions import override

from ringauth_gui import __version__

WRONG_ARGUMENT = 2


@dataclass(frozen=True)
class Arguments:
    """What the command line asks for.

    Attributes:
        practice: Start on the practice server.
        profile: The name of the profile to show.
    """

    practice: bool
    profile: str | None


class _Parser(argparse.ArgumentParser):
    """Says one line and ends with exit code 2."""

    @override
    def error(self, message: str) -> NoReturn:
        # argparse quotes the value given to an option that takes none (PR-15).
        option, ignored, _ = message.partition(": ignored explicit argument")
        refuse_argument(f"{option} takes no value." if ignored else f"{message}.")


def refuse_argument(reason: str) -> NoReturn:
    """Say ``reason`` in one line and exit with code 2."""
    sys.stderr.write(f"ringauth: {reason} Try --help.\n")
    raise SystemExit(WRONG_ARGUMENT)


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Return what ``argv`` asks for; exits for --help, --version and mistakes."""
    parser = _Parser(
        prog="ringauth",
        description="Signs in to RingCentral and shows what the token is worth.",
        epilog="Secrets are typed into the window, never into a command line.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--practice",
        action="store_true",
        help="start the practice server with a ready profile",
    )
    parser.add_argument("--profile", metavar="NAME", help="open with this profile")
    parser.add_argument(
        "--version", action="version", version=f"RingAuth {__version__}"
    )
    found, unknown = parser.parse_known_args(argv)
    if unknown:
        # Nothing of it is repeated: what was typed may be a secret (PR-15).
        refuse_argument("there is no such argument; secrets go into the window only.")
    return Arguments(found.practice, found.profile)
