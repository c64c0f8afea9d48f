"""The people who can sign in to the practice server."""

import secrets
from dataclasses import dataclass

# No password of anybody: it is printed on the sign-in page.
PASSWORD = "practice"  # noqa: S105 - published on purpose
ACCOUNT_ID = "400129284008"
COMPANY = "Practice Company"
EVERY_PERMISSION = (
    "ReadExtensions",
    "ReadCompanyInfo",
    "ReadCallLog",
    "OutboundSMS",
    "EditUserInfo",
)


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
    permissions=("ReadExtensions", "ReadCallLog"),
)
PEOPLE = (ADA, GRACE)


def sign_in(untrusted_extension: str, untrusted_password: str) -> Person | None:
    """The person with this extension number, if the password is right."""
    if not secrets.compare_digest(untrusted_password.encode(), PASSWORD.encode()):
        return None
    return next(
        (one for one in PEOPLE if one.extension_number == untrusted_extension), None
    )
