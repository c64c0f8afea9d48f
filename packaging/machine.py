"""What this machine is, and what it lacks before RingAuth can be set up on it."""

import os
import platform
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

OLDEST_GLIBC = (2, 34)  # what the wheels of PySide6 ask for
ARCHITECTURES = ("x86_64", "aarch64")
CHROMIUM_NAMES = ("chrom", "brave", "edge", "opera", "vivaldi")


class MachineLacks(Exception):
    """Something is missing; the message is one sentence for the person."""


@dataclass(frozen=True)
class Machine:
    """The facts that decide what has to be set up.

    Attributes:
        system: ``platform.system()``.
        architecture: ``platform.machine()``.
        glibc: The version of the GNU C library; empty where there is another one.
        is_root: Whether packages can be installed.
        variables: The environment variables.
        find: Where a command is, as ``shutil.which`` tells it.
    """

    system: str
    architecture: str
    glibc: tuple[int, ...]
    is_root: bool
    variables: Mapping[str, str]
    find: Callable[[str], str | None]

    @property
    def has_apt(self) -> bool:
        """Whether Debian packages can be asked for here."""
        return bool(self.find("apt-get") and self.find("dpkg-query"))


def this_machine() -> Machine:
    """Return the facts about the machine that this runs on."""
    name, version = platform.libc_ver()
    numbers = version.split(".") if name == "glibc" else []
    return Machine(
        system=platform.system(),
        architecture=platform.machine(),
        glibc=tuple(int(number) for number in numbers if number.isdigit()),
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
        variables=os.environ,
        find=shutil.which,
    )


def require_supported(machine: Machine, root: Path) -> None:
    """Raise MachineLacks unless RingAuth's set-up can work on ``machine``."""
    if machine.system != "Linux":
        raise MachineLacks(
            f"This set-up is for Linux and this is {machine.system}: here, install "
            'RingAuth with "python -m pip install ." and start "ringauth".'
        )
    if machine.architecture not in ARCHITECTURES:
        raise MachineLacks(
            "RingAuth needs a 64-bit processor for which Qt is published "
            f"({' or '.join(ARCHITECTURES)}), and this one is {machine.architecture}."
        )
    if machine.glibc < OLDEST_GLIBC:
        raise MachineLacks(
            "RingAuth needs the GNU C library 2.34 or newer, as in Debian 12, and this "
            f"system has {'.'.join(map(str, machine.glibc)) or 'another C library'}."
        )
    if not os.access(root, os.W_OK):
        raise MachineLacks(
            f"The set-up writes into {root}, and this user may not write there."
        )


def require_screen(machine: Machine) -> None:
    """Raise MachineLacks unless a window can be shown."""
    if not any(
        machine.variables.get(name)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise MachineLacks(
            "RingAuth needs a screen, and neither DISPLAY nor WAYLAND_DISPLAY is set: "
            "start it from a desktop session."
        )


def has_browser(machine: Machine) -> bool:
    """Tell whether the person who starts RingAuth has a browser that will open.

    Browsers built on Chromium refuse to run as root, so for root they do not count.
    """
    if machine.variables.get("BROWSER"):
        return True
    if machine.find("firefox") or machine.find("firefox-esr"):
        return True
    chosen = machine.find("x-www-browser")
    if not machine.is_root:
        return bool(chosen or machine.find("xdg-open"))
    return bool(chosen) and not _is_chromium(Path(str(chosen)).resolve())


def _is_chromium(program: Path) -> bool:
    return any(name in program.name for name in CHROMIUM_NAMES)
