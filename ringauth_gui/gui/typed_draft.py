"""What was typed over a profile that may have been changed elsewhere since; no Qt."""

from dataclasses import dataclass, fields, replace
from typing import Any

from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.storage.three_way import merge_members

# As in the profile file: half of one app and half of another is neither.
_APP = ("server", "server_url", "types_endpoints", "endpoints", "client_id")
_FIELDS = frozenset(field.name for field in fields(ProfileDraft)) - {"options"}


@dataclass(frozen=True)
class Typed:
    """What a person typed, and over what.

    Attributes:
        start: What the form was filled with.
        draft: What was typed over it.
        clashes: Fields that were typed, and changed elsewhere too.
        lost_secret: Whether a secret has to be typed again.
    """

    start: ProfileDraft
    draft: ProfileDraft
    clashes: tuple[str, ...] = ()
    lost_secret: bool = False

    def rebased(self, start: ProfileDraft) -> "Typed":
        """Return the same, typed over the profile as it is by now.

        What the person did not change is as it is by now. A secret that was typed for
        an app that is another by now is not kept: it would go to the wrong one (R8).
        """
        if start == self.start:
            return self
        was, typed, now = map(_members, (self.start, self.draft, start))
        merged = merge_members(was, typed, now, _APP)
        draft = _draft(dict(merged.members))
        is_same_app = draft.is_same_app(self.draft)
        without = replace(
            draft, client_secret=None, jwt_credential=None, confirmed_hosts=frozenset()
        )
        return Typed(
            start,
            draft if is_same_app else without,
            merged.clashes,
            lost_secret=not is_same_app and _has_secret(draft),
        )


def _members(draft: ProfileDraft) -> dict[str, Any]:
    """Return the fields of the form, each option one of them."""
    return {**draft.options, **{name: getattr(draft, name) for name in _FIELDS}}


def _draft(members: dict[str, Any]) -> ProfileDraft:
    known = {name: members[name] for name in _FIELDS}
    options = {name: members[name] for name in members if name not in _FIELDS}
    return ProfileDraft(**known, options=options)


def _has_secret(draft: ProfileDraft) -> bool:
    return draft.client_secret is not None or draft.jwt_credential is not None
