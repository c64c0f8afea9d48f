"""The account of a token, and its brand."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.ringcentral.untrusted_members import members_of, text_of


@dataclass(frozen=True)
class Account:
    """Members of RingCentral's account info; ``None`` is "did not say"."""

    account_id: str | None = None
    main_number: str | None = None
    status: str | None = None
    brand_id: str | None = None
    brand_name: str | None = None


def account_from(untrusted: Mapping[str, object]) -> Account:
    """Return the account in RingCentral's account info (reference section 10)."""
    service = members_of(untrusted.get("serviceInfo"))
    brand = members_of(service.get("brand"))
    return Account(
        account_id=text_of(untrusted.get("id")),
        main_number=text_of(untrusted.get("mainNumber")),
        status=text_of(untrusted.get("status")),
        brand_id=text_of(brand.get("id")),
        brand_name=text_of(brand.get("name")),
    )
