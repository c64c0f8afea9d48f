"""A profile file that holds junk of every kind."""

import json
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage.files import LARGEST_FILE
from ringauth_gui.storage.profile_json import profile_to_json
from ringauth_gui.storage.settings import Settings, SettingsFile
from tests.fuzz.strategies.profile_files import junk
from tests.fuzz.targets.profile_file import check, survived
from tests.storage.profile_examples import ANNA, BERTA, CLARA, NOW, profile_file

GOOD = json.dumps(
    {"version": 1, "profiles": [profile_to_json(each) for each in (ANNA, BERTA)]},
    indent=2,
).encode()
MEMBER = json.dumps(profile_to_json(ANNA))
FEW = settings(max_examples=40)  # each writes some files


@pytest.mark.case("PF-01")
@FEW
@given(st.binary(max_size=300))
def test_any_bytes_are_survived_and_kept(content: bytes) -> None:
    check(content)


@pytest.mark.case("PF-01")
@FEW
@given(st.integers(0, len(GOOD) - 1))
def test_a_file_that_was_cut_is_set_aside_as_it_is(length: int) -> None:
    loaded, kept = survived(GOOD[:length])

    assert loaded.set_aside is not None
    assert kept[loaded.set_aside.name] == GOOD[:length]
    assert "damaged" in loaded.problems[0]


@pytest.mark.case("PF-01")
@FEW
@given(st.lists(st.integers(0, 8 * len(GOOD) - 1), min_size=1, max_size=5))
def test_flipped_bits_are_survived_and_nothing_is_lost(bits: list[int]) -> None:
    content = bytearray(GOOD)
    for bit in bits:
        content[bit // 8] ^= 1 << bit % 8

    check(bytes(content))


@FEW
@given(st.fixed_dictionaries({"version": junk, "profiles": junk}), st.booleans())
def test_any_json_is_survived_and_nothing_is_lost(
    members: Mapping[str, object], is_version_good: bool
) -> None:
    document = {**members, "version": 1} if is_version_good else members

    check(json.dumps(document).encode())


@FEW
@given(st.dictionaries(st.sampled_from(sorted(profile_to_json(ANNA))), junk))
def test_any_member_of_a_profile_is_survived_and_nothing_is_lost(
    members: Mapping[str, object],
) -> None:
    profiles = [{**profile_to_json(ANNA), **members}, profile_to_json(BERTA)]

    check(json.dumps({"version": 1, "profiles": profiles}).encode())


@pytest.mark.case("PF-01")
@pytest.mark.parametrize(
    "content",
    [
        b"\x00" * 4096,
        b"[" * 1_000_000,
        b'{"version": 1, "a": ' + b"[" * 13 + b"]" * 13 + b"}",
        b'{"version": 1, "a": ' + b"9" * 5000 + b"}",
        b'{"version": 1, "a": 1e999}',
        b'{"version": 1, "a": "\\ud800"}',
        b'{"version": 1, "version": 1, "profiles": []}',
        b'{"version": 1, "profiles": [' + MEMBER[:-1].encode() + b', "id": "zz"}]}',
        b'{"version": 1}\r{"version": 1}',
        GOOD.decode().encode("utf-16"),
    ],
    ids=[
        "NUL",
        "deep",
        "13 levels",
        "huge number",
        "infinity",
        "half a pair",
        "version twice",
        "id twice",
        "two documents",
        "UTF-16",
    ],
)
def test_junk_is_set_aside_byte_for_byte(content: bytes) -> None:
    loaded, kept = survived(content)

    assert loaded.profiles == ()
    assert loaded.set_aside is not None
    assert kept[loaded.set_aside.name] == content


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbf" + GOOD, GOOD.replace(b"\n", b"\r"), GOOD.replace(b"\n", b"\r\n")],
    ids=["BOM", "lone CR", "CRLF"],
)
def test_what_editors_of_others_add_is_no_junk(content: bytes) -> None:
    loaded, _kept = survived(content)

    assert loaded.profiles == (ANNA, BERTA)
    assert loaded.problems == ()


def _padded(size: int) -> bytes:
    start, end = GOOD[:-2] + b',\n"later": "', b'"\n}'
    return start + b"x" * (size - len(start) - len(end)) + end


def test_a_file_of_5_mib_opens_without_a_stall_that_anybody_sees(
    tmp_path: Path,
) -> None:
    path = tmp_path / "profiles.json"
    path.write_bytes(_padded(LARGEST_FILE))
    began = time.thread_time()

    loaded = profile_file(path).load()

    assert loaded.profiles == (ANNA, BERTA)
    assert time.thread_time() - began < 2.0  # some hundredths
    profile_file(path).save([ANNA], [ANNA, BERTA])
    assert profile_file(path).load().profiles == (ANNA,)


def test_a_file_of_one_byte_more_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    path.write_bytes(_padded(LARGEST_FILE + 1))

    loaded = profile_file(path).load()

    assert (loaded.profiles, loaded.read_only) == ((), True)
    assert loaded.problems == ("profiles.json is larger than 5242880 bytes.",)
    with pytest.raises(ProfileFileError, match="larger than"):
        profile_file(path).save([ANNA])
    assert path.stat().st_size == LARGEST_FILE + 1


def test_no_file_is_written_that_could_not_be_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    path.write_bytes(_padded(LARGEST_FILE))
    before = path.read_bytes()
    large = replace(CLARA, unknown={"later": "x" * 4096})

    with pytest.raises(ProfileFileError, match="larger than"):
        profile_file(path).save([ANNA, BERTA, large], [ANNA, BERTA])

    assert path.read_bytes() == before


@pytest.mark.case("PF-01")
@FEW
@given(st.binary(max_size=200) | junk.map(lambda each: json.dumps(each).encode()))
def test_any_settings_file_is_survived(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_bytes(content)
        file = SettingsFile(path, lambda: NOW)

        loaded = file.load()
        file.save(Settings("5f2c", "dark"), base=loaded.settings)

        assert file.load().settings.theme == "dark"
