"""The virtual environment ``.venv`` and what is installed in it."""

import hashlib
import re
from pathlib import Path

from debian import Run, last_complaint, run_quietly
from machine import MachineLacks

OLDEST_PIP = (22, 3)  # the first with --python, so that the environment needs no pip
PIP_OPTIONS = (
    # The files pin all that is needed; older pips take coverage[toml], which a pinned
    # package asks for, for another package than the pinned coverage.
    "--no-deps",
    "--require-hashes",
    "--only-binary=:all:",
    "--disable-pip-version-check",
    "--no-input",
    "--quiet",
)


class Environment:
    """A virtual environment made by one Python, with pinned requirements in it."""

    def __init__(self, folder: Path, base_python: str, run: Run = run_quietly) -> None:
        """Keep the environment of ``base_python`` in ``folder``."""
        self.python = folder / "bin" / "python"
        self._folder = folder
        self._base_python = base_python
        self._run = run

    def provide(self, requirements: Path) -> None:
        """Bring the environment up to what the file ``requirements`` pins.

        Raises:
            MachineLacks: It could not be made, or a package could not be installed.
        """
        if self._is_current(requirements):
            return
        print(f"Installing {requirements.name} into {self._folder}", flush=True)
        if not self._is_ours():
            self._make()
        self._install(requirements)
        stamp = self._stamp(requirements)
        stamp.write_text(self._fingerprint(requirements), "utf-8")

    def require_pip_for(self, requirements: Path) -> None:
        """Raise MachineLacks when ``provide`` will need pip and there is none."""
        if self._is_current(requirements):
            return
        done = self._run([self._base_python, "-m", "pip", "--version"])
        found = re.match(r"pip (\d+)\.(\d+)", done.stdout)
        if found is None or tuple(map(int, found.groups())) < OLDEST_PIP:
            raise MachineLacks(
                f"{self._base_python} needs pip 22.3 or newer (on Debian, the package "
                "python3-pip)."
            )

    def _is_current(self, requirements: Path) -> bool:
        stamp = self._stamp(requirements)
        wanted = self._fingerprint(requirements)
        return stamp.is_file() and stamp.read_text("utf-8") == wanted

    def _stamp(self, requirements: Path) -> Path:
        return self._folder / f"{requirements.stem}.installed"

    def _fingerprint(self, requirements: Path) -> str:
        pins = hashlib.sha256(requirements.read_bytes()).hexdigest()
        return f"{pins} {self._version(self._base_python)}\n"

    def _is_ours(self) -> bool:
        if not self.python.exists():
            return False
        return self._version(str(self.python)) == self._version(self._base_python)

    def _version(self, python: str) -> str:
        return " ".join(self._run([python, "-VV"]).stdout.split())

    def _make(self) -> None:
        options = ["--clear", "--without-pip"]
        done = self._run([self._base_python, "-m", "venv", *options, str(self._folder)])
        if done.returncode:
            raise MachineLacks(
                f"{self._base_python} could not make {self._folder}; it said: "
                f"{last_complaint(done.stdout, ('Error',))}"
            )

    def _install(self, requirements: Path) -> None:
        pip = [self._base_python, "-m", "pip", "--python", str(self.python), "install"]
        done = self._run([*pip, *PIP_OPTIONS, "--requirement", str(requirements)])
        if done.returncode:
            raise MachineLacks(
                f"pip could not install {requirements.name} (is there a network?); "
                f"it said: {last_complaint(done.stdout, ('ERROR',))}"
            )
