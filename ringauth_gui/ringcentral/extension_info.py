"""Reads whose token it is: extension info, and OpenID Connect's userinfo."""

from collections.abc import Mapping

from ringauth_gui.ringcentral.identity import Identity
from ringauth_gui.ringcentral.untrusted_members import entries_of, members_of, text_of


def identity_from_extension(untrusted: Mapping[str, object]) -> Identity:
    """Return the identity in RingCentral's extension info (reference section 10)."""
    contact = members_of(untrusted.get("contact"))
    roles = (members_of(role) for role in entries_of(untrusted.get("roles")))
    names = (text_of(role.get("displayName")) for role in roles)
    return Identity(
        extension_id=text_of(untrusted.get("id")) or "",
        name=text_of(untrusted.get("name")),
        email=text_of(contact.get("email")),
        extension_number=text_of(untrusted.get("extensionNumber")),
        extension_type=text_of(untrusted.get("type")),
        status=text_of(untrusted.get("status")),
        account_id=text_of(members_of(untrusted.get("account")).get("id")),
        company=text_of(contact.get("company")),
        roles=tuple(name for name in names if name is not None),
    )


def identity_from_userinfo(untrusted: Mapping[str, object]) -> Identity:
    """Return the identity in a userinfo answer (OpenID Connect Core section 5.1).

    RingCentral's ``account_id`` is read where it comes.
    """
    return Identity(
        extension_id=text_of(untrusted.get("sub")) or "",
        name=text_of(untrusted.get("name")) or _given_and_family_name(untrusted),
        email=text_of(untrusted.get("email")),
        account_id=text_of(untrusted.get("account_id")),
    )


def _given_and_family_name(untrusted: Mapping[str, object]) -> str | None:
    """Return both in one, as RingCentral's userinfo has no name besides them."""
    names = (text_of(untrusted.get(each)) for each in ("given_name", "family_name"))
    return text_of(" ".join(filter(None, names)))  # together they may be too long
