import enum
import re
from dataclasses import Field, fields

import pytest

from ringauth_gui.practice.settings import DEFAULT_SETTINGS, Settings

FIELDS = fields(Settings)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: str(field.name))
def test_every_setting_says_what_it_is(field: Field[object]) -> None:
    assert field.metadata["label"]
    assert re.search(r"\(.*\d.*\)\.$", field.metadata["about"])


def test_labels_are_told_apart() -> None:
    labels = [field.metadata["label"] for field in FIELDS]

    assert len(set(labels)) == len(labels)


def test_every_setting_is_of_a_kind_that_a_page_can_show() -> None:
    for field in FIELDS:
        value = getattr(DEFAULT_SETTINGS, field.name)

        assert isinstance(value, int | str | enum.Enum)
        assert field.default == value


def test_the_values_of_a_choice_are_texts() -> None:
    for field in FIELDS:
        if isinstance(field.default, enum.Enum):
            assert all(isinstance(one.value, str) for one in type(field.default))
