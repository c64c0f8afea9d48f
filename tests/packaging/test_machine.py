from dataclasses import replace
from pathlib import Path

import pytest

from machine import (
    Machine,
    MachineLacks,
    has_browser,
    require_screen,
    require_supported,
    this_machine,
)

FRESH_DEBIAN = Machine(
    system="Linux",
    architecture="x86_64",
    glibc=(2, 36),
    is_root=True,
    variables={},
    find={"apt-get": "/a", "dpkg-query": "/d"}.get,
)


def _with(*programs: Path, is_root: bool) -> Machine:
    found = {program.name: str(program) for program in programs}
    return replace(FRESH_DEBIAN, is_root=is_root, find=found.get)


def test_a_fresh_debian_is_supported(tmp_path: Path) -> None:
    require_supported(FRESH_DEBIAN, tmp_path)

    assert FRESH_DEBIAN.has_apt


@pytest.mark.parametrize(
    ("machine", "named"),
    [
        (replace(FRESH_DEBIAN, system="Darwin"), "this is Darwin"),
        (replace(FRESH_DEBIAN, architecture="armv7l"), "this one is armv7l"),
        (replace(FRESH_DEBIAN, glibc=(2, 31)), "has 2.31"),
        (replace(FRESH_DEBIAN, glibc=()), "has another C library"),
    ],
)
def test_another_machine_is_told_what_it_lacks_in_one_sentence(
    machine: Machine, named: str, tmp_path: Path
) -> None:
    with pytest.raises(MachineLacks, match=named) as lack:
        require_supported(machine, tmp_path)

    assert str(lack.value).endswith(".")
    assert "\n" not in str(lack.value)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    absent = tmp_path / "absent"

    with pytest.raises(MachineLacks, match="absent"):
        require_supported(FRESH_DEBIAN, absent)


def test_without_a_screen_the_person_is_told_so() -> None:
    with pytest.raises(MachineLacks, match="needs a screen"):
        require_screen(FRESH_DEBIAN)


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_kind_of_screen_will_do(name: str) -> None:
    require_screen(replace(FRESH_DEBIAN, variables={name: ":0"}))


def test_a_fresh_machine_has_no_browser() -> None:
    assert not has_browser(FRESH_DEBIAN)


def test_the_browser_that_the_person_chose_counts() -> None:
    assert has_browser(replace(FRESH_DEBIAN, variables={"BROWSER": "lynx"}))


def test_firefox_counts_for_everybody() -> None:
    firefox = Path("/usr/bin/firefox-esr")

    assert has_browser(_with(firefox, is_root=True))
    assert has_browser(_with(firefox, is_root=False))


def test_a_browser_that_refuses_to_run_as_root_does_not_count_for_root(
    tmp_path: Path,
) -> None:
    (tmp_path / "chromium").touch()
    chosen = tmp_path / "x-www-browser"
    chosen.symlink_to(tmp_path / "chromium")

    assert not has_browser(_with(chosen, is_root=True))
    assert has_browser(_with(chosen, is_root=False))


def test_another_browser_of_the_system_counts_for_root(tmp_path: Path) -> None:
    (tmp_path / "epiphany").touch()
    chosen = tmp_path / "x-www-browser"
    chosen.symlink_to(tmp_path / "epiphany")

    assert has_browser(_with(chosen, is_root=True))


def test_the_facts_of_this_machine_are_read() -> None:
    machine = this_machine()

    assert machine.system == "Linux"
    assert machine.glibc >= (2, 34)
