"""Disks of a test's own, in a mount namespace that ends with the test's process."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Others get the right to mount in a namespace of users too, where the system lets them.
_UNSHARE = ("unshare", "-m") if os.geteuid() == 0 else ("unshare", "-rm")


def small_disk(folder: Path, kilobytes: int) -> str:
    """Return the command that puts an empty disk of this size at ``folder``."""
    options = f"size={kilobytes}k,mode=700"
    return f"mount -t tmpfs -o {options} tmpfs {shlex.quote(str(folder))}"


def read_only(folder: Path) -> str:
    """Return the command that makes ``folder`` read-only even for root."""
    at = shlex.quote(str(folder))
    return f"mount --bind {at} {at} && mount -o remount,ro,bind {at}"


def run_on(
    mount: str,
    script: str,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a Python ``script`` where ``mount`` was done, and return what it prints."""
    _skip_without_mounts()
    python = shlex.join([sys.executable, "-c", script, *arguments])
    return subprocess.run(  # noqa: S603 - the texts of a test
        [*_UNSHARE, "sh", "-c", f"{mount} && exec {python}"],
        cwd=ROOT,
        env=None if environment is None else dict(environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout


def _skip_without_mounts() -> None:
    if shutil.which("unshare") is None:
        pytest.skip("this system has no unshare, which gives a test its own mounts")
    command = [*_UNSHARE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    tried = subprocess.run(  # noqa: S603 - the command above
        command, capture_output=True, text=True, check=False
    )
    if tried.returncode != 0:
        pytest.skip(f"this system does not let a test mount: {tried.stderr.strip()}")
