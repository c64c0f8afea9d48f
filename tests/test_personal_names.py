"""Paths that leave the machine do not tell whose it is (R26)."""

import platform
from pathlib import Path

import pytest

from ringauth_gui.personal_names import PersonalNames, personal_names

ANN = PersonalNames("/home/ann", "ann")


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ('File "/home/ann/app/main.py"', 'File "~/app/main.py"'),
        ("/media/ann/stick, /tmp/ann", "/media/[user]/stick, /tmp/[user]"),
        ("ann cannot plan", "ann cannot plan"),
        ("/planned/annex", "/planned/annex"),
        ("/home/anna/x beside /home/ann", "/home/anna/x beside ~"),
        ("/mnt/ann: denied; /home/ann.", "/mnt/[user]: denied; ~."),
    ],
)
def test_home_and_name_are_replaced_in_paths_alone(text: str, neutral: str) -> None:
    assert ANN.replaced_in(text) == neutral


def test_a_path_in_a_representation_is_found_too() -> None:
    names = PersonalNames(r"C:\Users\Ann", "Ann")

    assert names.replaced_in(repr(r"C:\Users\Ann\app")) == r"'~\\app'"
    assert names.replaced_in(r"D:\Ann\app") == r"D:\[user]\app"


def test_without_names_nothing_changes() -> None:
    assert PersonalNames("", "").replaced_in("/some//x") == "/some//x"


def test_a_home_that_is_the_whole_disk_is_not_replaced() -> None:
    assert PersonalNames("/", "").replaced_in("/usr/lib") == "/usr/lib"


def test_the_names_are_those_of_this_process() -> None:
    names = personal_names()

    assert names.home == str(Path.home())
    assert names.user


def test_a_person_whom_the_system_does_not_know_has_a_computer_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HOME", "LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    pwd = pytest.importorskip("pwd")

    def unknown(_number: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)

    assert personal_names() == PersonalNames("", "", platform.node())
