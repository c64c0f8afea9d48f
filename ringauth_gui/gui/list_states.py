"""What can be done with the list of profiles now, and why not the rest; no Qt."""

from dataclasses import dataclass

NOTHING_SHOWN = "No profile is shown."


@dataclass(frozen=True)
class ListStates:
    """Why each thing cannot be done now; None when it can.

    Attributes:
        edit: Duplicate and rename the profile in sight.
        delete: Delete it.
        undo: Bring back the profile that was deleted last.
        move_up: Let it change places with the one above.
        move_down: The same with the one below.
    """

    edit: str | None = NOTHING_SHOWN
    delete: str | None = NOTHING_SHOWN
    undo: str | None = "No profile was deleted since this window opened."
    move_up: str | None = NOTHING_SHOWN
    move_down: str | None = NOTHING_SHOWN


def why_no_move(place: int, last: int, *, is_filtered: bool) -> str | None:
    """Return why no profile can stand at ``place``; None when one can.

    Args:
        place: Where it would stand.
        last: The last place that there is.
        is_filtered: Whether some of the others are not shown.
    """
    if is_filtered:
        return "Clear the filter first: some profiles are not shown."
    if place < 0:
        return "It is the first one already."
    return "It is the last one already." if place > last else None
