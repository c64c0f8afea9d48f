"""Settings of every type as fields of a form, and back."""

import enum

import pytest

from ringauth_gui.practice.control_form import choices, form_fields, value_of
from ringauth_gui.practice.settings import Settings


class Colour(enum.Enum):
    RED = "red"
    BLUE = 2


def test_only_what_differs_from_the_start_is_marked() -> None:
    groups = form_fields(Settings(penalty=5), Settings())

    changed = [
        each.name for inside in groups.values() for each in inside if each.is_changed
    ]
    assert changed == ["penalty"]


@pytest.mark.parametrize(
    ("kind", "offered"),
    [(int, ()), (str, ()), (bool, ("yes", "no")), (Colour, ("red", "2"))],
)
def test_what_can_be_chosen_is_offered(kind: type, offered: tuple[str, ...]) -> None:
    assert choices(kind) == offered


@pytest.mark.parametrize(
    ("kind", "sent", "read"),
    [
        (int, "5", 5),
        (int, "-5", -5),
        (int, "five", "five"),
        (str, "five", "five"),
        (bool, "yes", True),
        (bool, "no", False),
        (bool, "maybe", None),
        (Colour, "red", "red"),
        (Colour, "2", 2),
        (Colour, "green", None),
    ],
)
def test_what_is_sent_is_read_as_the_interface_would_get_it(
    kind: type, sent: str, read: object
) -> None:
    assert value_of(kind, sent) == read
