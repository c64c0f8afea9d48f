"""The Debian packages that RingAuth needs: what is missing, and its installation."""

import os
import shlex
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from machine import Machine, MachineLacks

Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]

# An unreachable server is an error of "update" too, so that nothing begins without it;
# another apt that runs at this moment is waited for.
APT = ("apt-get", "-q", "-o", "DPkg::Lock::Timeout=120")
UPDATE = (*APT, "-o", "APT::Update::Error-Mode=any", "update")
INSTALL = (*APT, "install", "--yes", "--no-install-recommends")
COMPLAINTS = ("E: ", "Err:")
QUERY = ("dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n")


def run_quietly(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run ``command`` with its output kept, in English and without questions."""
    return subprocess.run(
        command,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
    )


def read_packages(path: Path) -> list[str]:
    """Return the packages that the list at ``path`` names."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def provide_packages(
    wanted: Iterable[str], machine: Machine, run: Run = run_quietly
) -> None:
    """Install what of ``wanted`` is missing.

    Raises:
        MachineLacks: This user may not install packages, or the installation failed.
    """
    missing = _missing(wanted, run)
    if not missing:
        return
    if not machine.is_root:
        raise MachineLacks(
            "Some Debian packages are missing: install them as root with: "
            + shlex.join(["apt-get", "install", *missing])
        )
    print(f"Installing Debian packages: {' '.join(missing)}", flush=True)
    update = run(UPDATE)
    if update.returncode:
        raise MachineLacks(
            "Debian packages are missing and their servers cannot be reached (is there "
            f"a network?); apt-get said: {last_complaint(update.stdout, COMPLAINTS)}"
        )
    install = run((*INSTALL, *missing))
    if install.returncode:
        raise MachineLacks(
            f"apt-get could not install {' '.join(missing)}; "
            f"it said: {last_complaint(install.stdout, COMPLAINTS)}"
        )


def last_complaint(output: str, marks: tuple[str, ...]) -> str:
    """Return the last line of ``output`` that is an error, or else its last line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    complaints = [line for line in lines if line.startswith(marks)]
    return (complaints or lines or ["nothing"])[-1]


def _missing(wanted: Iterable[str], run: Run) -> list[str]:
    lines = run(QUERY).stdout.splitlines()
    installed = {line.split()[1] for line in lines if line.startswith("installed ")}
    return [package for package in wanted if package not in installed]
