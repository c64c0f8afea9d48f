"""The command line: never a secret, one line for a mistake."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from typing_extensions import override

from ringauth_gui import __version__

WRONG_ARGUMENT = 2


class _Parser(argparse.ArgumentParser):
    """Says one line and ends with exit code 2; never repeats a value (PR-15)."""

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_ARGUMENT, f"ringauth: {message} Try --help.\n")


def parse_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return ``practice`` and ``profile``; exits for --help, --version and mistakes."""
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
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        # Only the option's own name: what follows it may be a secret.
        name = unknown[0].partition("=")[0] if unknown[0].startswith("-") else ""
        named = f"the argument {name[:40]!r}" if name.isprintable() and name else "one"
        parser.error(f"there is no such argument: {named}; secrets are never taken.")
    return arguments
