"""The scopes of apps that RingCentral documents, and what they include.

New scopes come, and names change: what is not here may be a scope all the same
(reference section 9.3).
"""

from collections.abc import Iterable, Mapping

SCOPE_NAMES = (
    *("A2P SMS", "A2PSMS", "Accounts", "AI", "Analytics", "CallControl", "Contacts"),
    *("ControlWebinars", "DirectRingOut", "EditAccounts", "EditCallLog"),
    *("EditCustomData", "EditExtensions", "EditMessages", "EditPaymentInfo"),
    *("EditPresence", "EditReportingSettings", "EditUserCredentials", "EditWebinars"),
    *("Faxes", "Glip", "InternalMessages", "Interoperability", "Meetings"),
    *("ReadAccounts", "ReadAuditTrail", "ReadCallLog", "ReadCallRecording"),
    *("ReadClientInfo", "ReadContacts", "ReadMessages", "ReadPresence"),
    *("ReadWebinars", "RingOut", "RingSense", "RoleManagement", "SMS"),
    *("SubscriptionWebhook", "TeamMessaging", "Video", "Voicemail", "VoipCalling"),
    "WebSocket",
)

# The permissions of users that calls with a scope need, where they are documented
# (reference section 10), each with what the call tells.
NEEDED_BY_CALLS: Mapping[str, Mapping[str, str]] = {
    "ReadAccounts": {"ReadExtensions": "extension info", "ReadCompanyInfo": "account"},
}

# About the sign-in (OpenID Connect Core section 5.4), not about calls of the API.
SIGN_IN_SCOPES = frozenset(("openid", "email", "profile"))

_INCLUDED: Mapping[str, tuple[str, ...]] = {
    "Accounts": ("EditAccounts",),
    "EditAccounts": ("ReadAccounts", "EditExtensions"),
    "Contacts": ("ReadContacts",),
    "EditCallLog": ("ReadCallLog",),
    "ReadCallRecording": ("ReadCallLog",),
    "EditMessages": ("ReadMessages",),
    "Faxes": ("ReadMessages",),
    "InternalMessages": ("ReadMessages",),
    "SMS": ("ReadMessages",),
    "EditPresence": ("ReadPresence",),
}


def includes(scope: str, other: str) -> bool:
    """Return whether who has ``scope`` has ``other`` too, in one step or more."""
    included = _INCLUDED.get(scope, ())
    return other in included or any(includes(each, other) for each in included)


def including(scopes: Iterable[str], other: str) -> str | None:
    """Return the first of ``scopes`` that includes ``other``, if one does."""
    return next((scope for scope in scopes if includes(scope, other)), None)
