"""Merges what two sides made of one thing; knows no files and no profiles.

*Base* is what both sides began with, *ours* and *theirs* what each made of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

_ABSENT = object()
_Values = tuple[object, ...]


@dataclass(frozen=True)
class MergedMembers:
    """An object with the changes of both sides.

    Attributes:
        members: What has come of it.
        clashes: Members that the sides changed in different ways; they are as ours.
    """

    members: Mapping[str, object]
    clashes: tuple[str, ...] = ()


def merge_members(
    base: Mapping[str, object],
    ours: Mapping[str, object],
    theirs: Mapping[str, object],
    together: Collection[str] = (),
) -> MergedMembers:
    """Return an object with the changes of both sides.

    Args:
        base: As both sides began.
        ours: What one side made of it.
        theirs: What the other side made of it.
        together: Members that mean something only together, so that one side's are
            taken, never some of each.
    """
    single = dict.fromkeys((*theirs, *ours, *base))
    units = [tuple(together), *((name,) for name in single if name not in together)]
    members: dict[str, object] = {}
    clashes: list[str] = []
    for unit in units:
        was, we, they = (_values(side, unit) for side in (base, ours, theirs))
        if we not in (was, they):
            taken = we
            if they != was:
                clashes += unit
        else:
            taken = they
        members |= {
            name: value
            for name, value in zip(unit, taken, strict=True)
            if value is not _ABSENT
        }
    return MergedMembers(members, tuple(clashes))


def merge_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> tuple[str, ...]:
    """Return the keys of both sides in an order that both would recognise.

    Where we moved something it is our order, else theirs; what only the other side has
    stands behind the same key as there.
    """
    shared = set(base) & set(ours) & set(theirs)
    has_moved = _only(ours, shared) != _only(base, shared)
    return _extended(ours, theirs) if has_moved else _extended(theirs, ours)


def _values(members: Mapping[str, object], unit: Sequence[str]) -> _Values:
    return tuple(members.get(name, _ABSENT) for name in unit)


def _only(keys: Sequence[str], wanted: Collection[str]) -> list[str]:
    return [key for key in keys if key in wanted]


def _extended(order: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Return ``order`` with what only ``other`` has, each behind its neighbour."""
    known, others = set(order), set(other)
    behind: dict[str | None, list[str]] = {}
    neighbour: str | None = None
    for key in other:
        if key in known:
            neighbour = key
        else:
            behind.setdefault(neighbour, []).append(key)
    result: list[str] = []
    waiting = behind.get(None, [])
    for key in order:
        if key in others:
            result += [*waiting, key]
            waiting = behind.get(key, [])
        else:  # of the same place, but earlier in the file
            result.append(key)
    return (*result, *waiting)
