"""Every kept input, found by hand or by a fuzzer, does to its parser what it may do."""

import pytest

from tests.fuzz.target_run import CORPUS
from tests.fuzz.targets import TARGETS, target


@pytest.mark.parametrize("name", TARGETS)
def test_every_kept_input_keeps_what_its_parser_promises(name: str) -> None:
    check = target(name)
    inputs = sorted((CORPUS / name).iterdir())

    assert inputs != []
    for each in inputs:
        try:
            check(each.read_bytes())
        except Exception as error:
            error.add_note(f"the input {each.name}")
            raise


def test_every_folder_of_inputs_belongs_to_a_target() -> None:
    folders = [each.name for each in CORPUS.iterdir() if each.is_dir()]

    assert sorted(folders) == TARGETS
