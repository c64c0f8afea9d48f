"""The people who can sign in to the practice server."""

from dataclasses import dataclass

# No password of anybody: it is printed on the sign-in page.
PASSWORD = "practice"  # noqa: S105 - published on purpose
ACCOUNT_ID = "400129284008"
COMPANY = "Practice Company"
# RingCentral US (reference section 1.3).
BRAND_ID = "1210"
BRAND_NAME = "RingCentral"
# "Third Party Apps Access": without it a person can sign in to no app.
APP_ACCESS = "ThirdPartyAppAccess"
# Permissions of people, by the names that the API knows; some are called like an app's
# scope, as on RingCentral, and mean something else there.
EVERY_PERMISSION = (
    APP_ACCESS,
    "ReadAccounts",
    "ReadCompanyInfo",
    "ReadExtensions",
    "EditExtensions",
    "ReadUserInfo",
    "EditUserInfo",
    "ReadCallLog",
    "ReadCallRecordings",
    "ReadContacts",
    "ReadMessages",
    "ReadPresenceStatus",
    "RingOut",
    "SMS",
    "OutboundSMS",
    "Meetings",
)
_LACKED_BY_GRACE = ("ReadCompanyInfo", "EditUserInfo", "SMS", "OutboundSMS", "Meetings")


@dataclass(frozen=True)
class Person:
    """A resource owner: one extension of the practice account."""

    extension_id: int
    extension_number: str
    first_name: str
    last_name: str
    email: str
    role: str
    permissions: tuple[str, ...]
    is_enabled: bool = True

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


ADA = Person(
    extension_id=256440016,
    extension_number="101",
    first_name="Ada",
    last_name="Practice",
    email="ada@practice.example",
    role="Super Admin",
    permissions=EVERY_PERMISSION,
)
GRACE = Person(
    # Larger than 2**53: a program that keeps IDs as floating point gets it wrong.
    extension_id=9007199254740993,
    extension_number="102",
    first_name="Grace",
    last_name="Practice",
    email="grace@practice.example",
    role="Standard",
    permissions=tuple(one for one in EVERY_PERMISSION if one not in _LACKED_BY_GRACE),
)
PEOPLE = (ADA, GRACE)
