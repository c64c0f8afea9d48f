import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.moment import Moment
from ringauth_gui.storage.aside_files import DAMAGED
from ringauth_gui.storage.json_file import JsonFile

ASIDE = "profiles.broken-2026-11-23T13-32-10.json"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profiles.json"


@pytest.fixture
def file(path: Path) -> JsonFile:
    return JsonFile(path, lambda: Moment(1_795_440_730.0))


def save(file: JsonFile, members: Mapping[str, object]) -> None:
    file.change(lambda _loaded: members)


def test_no_file_is_an_empty_object(file: JsonFile) -> None:
    loaded = file.load()

    assert (loaded.members, loaded.problem, loaded.read_only) == ({}, None, False)


def test_what_was_saved_is_loaded_and_reads_well(file: JsonFile, path: Path) -> None:
    save(file, {"b": "Grüße", "a": [1]})

    assert file.load().members == {"a": [1], "b": "Grüße"}
    assert path.read_text("utf-8").splitlines()[-3:] == [
        '  "b": "Grüße",',
        '  "version": 1',
        "}",
    ]


@pytest.mark.case("PF-01")
@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b'{"version": 1, "profiles": [',
        b"\x00\xff\xfe binary",
        b"[]",
        b"{}",
        b'{"version": "1"}',
        b'{"version": true}',
        b'{"version": 0}',
        b'{"version": 1, "a": NaN}',
        b'{"version": 1, "a": 1e999}',
        b'{"version": 1, "a": "\\ud800"}',
        b"[" * 100_000,
    ],
)
def test_junk_is_set_aside_and_named(file: JsonFile, path: Path, junk: bytes) -> None:
    path.write_bytes(junk)

    loaded = file.load()

    assert loaded.members == {}
    assert loaded.problem == f"profiles.json was damaged and is now named {ASIDE}."
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_bytes() == junk
    save(file, {"a": 1})
    assert file.load().members == {"a": 1}


@pytest.mark.case("PF-02")
def test_a_file_of_a_newer_version_is_read_but_never_written(
    file: JsonFile, path: Path
) -> None:
    path.write_text('{"version": 2, "a": 1}', "utf-8")

    loaded = file.load()

    assert (loaded.members, loaded.read_only) == ({"a": 1}, True)
    with pytest.raises(ProfileFileError, match="newer RingAuth"):
        save(file, {})
    assert path.read_text("utf-8") == '{"version": 2, "a": 1}'


def test_a_file_that_cannot_be_read_is_not_replaced(file: JsonFile, path: Path) -> None:
    os.mkfifo(path)

    loaded = file.load()

    assert loaded.read_only
    assert loaded.problem == "profiles.json is not a plain file and is not used."
    with pytest.raises(ProfileFileError):
        save(file, {})
    assert path.is_fifo()


def test_a_copy_is_kept_under_a_new_name(file: JsonFile) -> None:
    aside = file.keep_copy({"a": 1}, DAMAGED)

    assert aside.name == ASIDE
    assert json.loads(aside.read_text("utf-8")) == {"a": 1, "version": 1}


def test_junk_that_cannot_be_set_aside_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / f"{'p' * 245}.json"  # no room for a longer name beside it
    path.write_bytes(b"junk")
    file = JsonFile(path, lambda: Moment(0.0))

    loaded = file.load()

    assert loaded.read_only
    assert loaded.problem is not None
    assert "damaged" in loaded.problem
    assert "cannot be set aside" in loaded.problem
    assert path.read_bytes() == b"junk"
