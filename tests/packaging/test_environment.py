from collections.abc import Sequence
from pathlib import Path

import pytest

from environment import Environment
from machine import MachineLacks
from tests.packaging.fake_run import FakeRun

PIP = (0, "pip 23.0.1 from /usr/lib/python3 (python 3.11)")
BASE = "/usr/bin/python3"


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("h11==0.16.0\n")
    return path


@pytest.fixture
def run(tmp_path: Path) -> FakeRun:
    fake = FakeRun({"--version": PIP, "-VV": (0, "Python 3.11.2\n")})
    python = tmp_path / ".venv" / "bin" / "python"

    def make_python(command: Sequence[str]) -> None:
        if "venv" in command:
            python.parent.mkdir(parents=True)
            python.touch()

    fake.then = make_python
    return fake


def test_the_first_time_it_is_made_and_filled_with_checked_hashes(
    tmp_path: Path, requirements: Path, run: FakeRun
) -> None:
    environment = Environment(tmp_path / ".venv", BASE, run)

    environment.provide(requirements)

    (made,) = run.ran("venv")
    (filled,) = run.ran("install")
    assert "--without-pip" in made
    assert "--require-hashes" in filled
    assert filled[:5] == [BASE, "-m", "pip", "--python", str(environment.python)]


def test_the_second_time_nothing_is_done(
    tmp_path: Path, requirements: Path, run: FakeRun
) -> None:
    Environment(tmp_path / ".venv", BASE, run).provide(requirements)
    run.commands.clear()

    Environment(tmp_path / ".venv", BASE, run).provide(requirements)

    assert run.ran("venv") + run.ran("install") == []


def test_changed_pins_are_installed_into_what_is_there(
    tmp_path: Path, requirements: Path, run: FakeRun
) -> None:
    environment = Environment(tmp_path / ".venv", BASE, run)
    environment.provide(requirements)
    requirements.write_text("h11==0.17.0\n")

    environment.provide(requirements)

    assert len(run.ran("venv")) == 1
    assert len(run.ran("install")) == 2


def test_an_installation_that_failed_is_tried_again(
    tmp_path: Path, requirements: Path, run: FakeRun
) -> None:
    environment = Environment(tmp_path / ".venv", BASE, run)
    run.answers["install"] = (1, "Collecting h11\nERROR: no network\n")
    with pytest.raises(MachineLacks, match="it said: ERROR: no network"):
        environment.provide(requirements)
    del run.answers["install"]

    environment.provide(requirements)

    assert len(run.ran("install")) == 2


@pytest.mark.parametrize("answer", [(1, "No module named pip"), (0, "pip 20.3.4 from")])
def test_a_python_without_a_new_enough_pip_is_told_so_before_anything_is_made(
    answer: tuple[int, str], tmp_path: Path, requirements: Path, run: FakeRun
) -> None:
    run.answers["--version"] = answer

    with pytest.raises(MachineLacks, match=r"needs pip 22\.3 or newer"):
        Environment(tmp_path / ".venv", BASE, run).require_pip_for(requirements)

    assert not (tmp_path / ".venv").exists()


def test_pip_is_not_asked_for_when_there_is_nothing_to_install(
    tmp_path: Path, requirements: Path, run: FakeRun
) -> None:
    environment = Environment(tmp_path / ".venv", BASE, run)
    environment.provide(requirements)
    run.answers["--version"] = (1, "No module named pip")

    environment.require_pip_for(requirements)

    assert run.ran("pip") == run.ran("install")


def test_a_python_that_cannot_make_environments_is_told_so(
    tmp_path: Path, requirements: Path, run: FakeRun
) -> None:
    run.answers["venv"] = (1, "Error: no module ensurepip")

    with pytest.raises(MachineLacks, match=r"could not make .*ensurepip"):
        Environment(tmp_path / ".venv", BASE, run).provide(requirements)
