from dataclasses import replace
from pathlib import Path

import pytest

from debian import provide_packages, read_packages
from machine import MachineLacks
from tests.packaging.fake_run import FakeRun
from tests.packaging.test_machine import FRESH_DEBIAN

INSTALLED = (0, "installed dbus\nconfig-files xvfb\ninstalled openbox\n")


def test_a_list_is_read_without_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# a screen\nxvfb\n\n  openbox\n")

    packages = read_packages(path)

    assert packages == ["xvfb", "openbox"]


def test_what_is_installed_is_not_installed_again() -> None:
    run = FakeRun({"dpkg-query": INSTALLED})

    provide_packages(["dbus", "openbox"], FRESH_DEBIAN, run)

    assert len(run.commands) == 1


def test_only_what_is_missing_is_installed_for_root() -> None:
    run = FakeRun({"dpkg-query": INSTALLED})

    provide_packages(["dbus", "xvfb"], FRESH_DEBIAN, run)

    assert [command[-1] for command in run.commands[1:]] == ["update", "xvfb"]
    assert "dbus" not in run.commands[2]


def test_somebody_else_than_root_is_given_the_command() -> None:
    run = FakeRun({"dpkg-query": INSTALLED})
    person = replace(FRESH_DEBIAN, is_root=False)

    with pytest.raises(MachineLacks, match=r"apt-get install xvfb chromium$"):
        provide_packages(["dbus", "xvfb", "chromium"], person, run)

    assert len(run.commands) == 1


def test_without_a_network_nothing_is_installed_and_apt_is_quoted() -> None:
    run = FakeRun(
        {
            "dpkg-query": INSTALLED,
            "update": (100, "Ign:1 x\nE: Temporary failure resolving 'x'\nDone"),
        }
    )

    with pytest.raises(MachineLacks, match=r"is there a network.*E: Temporary failure"):
        provide_packages(["xvfb"], FRESH_DEBIAN, run)

    assert run.ran("install") == []
