"""The words for every kind of error that RingAuth raises; no Qt."""

from collections.abc import Mapping

from ringauth_gui import errors
from ringauth_gui.gui import call_error_words
from ringauth_gui.gui.message import MessageKind
from ringauth_gui.gui.oauth_error_words import TOKEN_WORDS
from ringauth_gui.gui.words import Words
from ringauth_gui.storage.token_record import DamagedRecord
from ringauth_gui.storage.token_store import KeyringIsLocked

ERROR_WORDS: Mapping[type[errors.RingAuthError], Words] = {
    **call_error_words.ERROR_WORDS,
    errors.RingAuthError: Words(
        "RingAuth could not finish this",
        "Nothing else is known of it. Try again.",
        ("try-again",),
    ),
    errors.ConfigurationError: Words(
        "The profile cannot be used as it is",
        "{reason}",
        ("edit-profile",),
        MessageKind.WARNING,
    ),
    errors.CredentialUnusable: Words(
        "The JWT credential cannot be used",
        "{reason}",
        ("enter-credential",),
        MessageKind.WARNING,
    ),
    errors.OperationCancelled: Words(
        "Cancelled",
        "You stopped it. Start again whenever you are ready.",
        kind=MessageKind.NOTE,
    ),
    errors.AuthorizationError: Words(
        "The sign-in did not succeed", "Sign in again.", ("authorize",)
    ),
    errors.RedirectPortBusy: Words(
        "Port {port} is taken by {program}",
        "The browser was not opened. {make_free}, "
        "or use another redirect URI that is registered for the app.",
        ("use-next-redirect-uri", "authorize", "edit-profile"),
    ),
    errors.ListenerFailed: Words(
        "RingAuth could not listen for the browser's answer",
        "The browser was not opened. The system does not allow this port "
        "({reason}): use another one in the redirect URI.",
        ("use-next-redirect-uri", "edit-profile"),
    ),
    errors.AuthorizationTimedOut: Words(
        "The browser did not come back in time",
        "If it showed an error, compare the client ID and the redirect URI with the "
        "app's settings. Then sign in again.",
        ("authorize", "copy-redirect-uri"),
        MessageKind.WARNING,
    ),
    errors.AuthorizationRefused: Words(
        "{server} refused the sign-in",
        "Sign in again. If it is refused again, the code below says why.",
        ("authorize",),
    ),
    errors.MalformedAuthorizationResponse: Words(
        "The browser came back without a usable code",
        "Something between the server and RingAuth changed the answer. "
        "Sign in again from the start.",
        ("authorize",),
    ),
    errors.IssuerMismatch: Words(
        "The answer came from a different server",
        "It was thrown away. Check the server in the profile before you sign in again.",
        ("edit-profile",),
    ),
    errors.IssuerMissing: Words(
        "The answer does not say that it is from {server}",
        "This server announces that its answers name it, and this one did not; so it "
        "was thrown away. Sign in again; if it happens again, read the server's "
        "metadata anew in the profile.",
        ("authorize", "edit-profile"),
    ),
    errors.NetworkError: Words(
        "{host} could not be reached",
        "Check the network connection and the proxy, then try again.",
        ("try-again",),
    ),
    errors.HostNotFound: Words(
        "{host} was not found",
        "Check the network connection and the spelling of the server in the profile.",
        ("try-again", "edit-profile"),
    ),
    errors.TlsFailure: Words(
        "The connection to {host} is not safe",
        "Check this computer's clock, and ask whether your network needs a certificate "
        "of its own. RingAuth never skips this check.",
        ("try-again",),
    ),
    errors.ServerTooSlow: Words(
        "{host} did not answer in time",
        "The server or the network is slow. Wait a minute, then try again.",
        ("try-again",),
    ),
    errors.AnswerTooLarge: Words(
        "{host} sent an answer that is far too large",
        "It was thrown away. Check that the profile names the right server.",
        ("edit-profile",),
    ),
    errors.InvalidServerResponse: Words(
        "{server} gave an answer that cannot be used",
        "The answer was thrown away. Check that the profile names the right server.",
        ("edit-profile",),
    ),
    errors.NotJson: Words(
        "The answer was not JSON",
        "A network portal or proxy may have answered instead. "
        "Open any web page, sign in to the network if asked, then try again.",
        ("try-again",),
    ),
    errors.RedirectedElsewhere: Words(
        "{server} pointed to another address: {elsewhere}",
        "RingAuth did not follow, because secrets go to one address only. "
        "Check the server in the profile.",
        ("edit-profile",),
    ),
    errors.RequestRefused: Words(
        "{server} refused the request",
        "The codes below say why. Check the profile, then try again.",
        ("edit-profile",),
    ),
    errors.RateLimited: Words(
        "{server} has had too many requests",
        "Wait {pause} before the next try.",
        kind=MessageKind.WARNING,
    ),
    errors.ServerProblem: Words(
        "{server} has a problem of its own",
        "The fault lies with the server. Wait {pause}, then try again.",
        ("try-again",),
    ),
    errors.TokenRequestRefused: Words(
        "{server} refused to give a token",
        "The codes below say why. Check the profile and the app's settings.",
        ("edit-profile",),
    ),
    errors.ClientRefused: TOKEN_WORDS["invalid_client"],
    errors.GrantNoLongerValid: TOKEN_WORDS["invalid_grant"],
    errors.RevocationRefused: Words(
        "{server} refused to revoke the tokens", "The codes below say why."
    ),
    errors.TokenStoreError: Words(
        "The keyring could not be used", "{reason}", ("try-again",)
    ),
    KeyringIsLocked: Words(
        "The keyring is locked",
        "It was not unlocked, and is asked again only when you try again. Until then "
        "what you do stays in memory.",
        ("keep-again",),
        MessageKind.WARNING,
    ),
    DamagedRecord: Words(
        "What is kept for this profile is damaged",
        "{reason} “Remove what is damaged” takes it out of the keyring.",
        ("remove-damaged",),
        MessageKind.WARNING,
    ),
    errors.ProfileFileError: Words(
        "The profiles could not be saved",
        "{reason} What you typed is still here: put this right, then save again.",
    ),
    errors.CredentialsFileError: Words(
        "The credentials could not be imported", "{reason} Nothing was taken."
    ),
    errors.OwnerChanged: Words(
        "The refresh brought another person's token",
        "It was thrown away. Sign in again to make sure whose session this is.",
        ("authorize",),
    ),
    errors.TriedElsewhere: Words(
        "Another window tried to refresh this token and got no new one",
        "This one sends nothing more by itself, so that the server is not asked again "
        "and again. Try again by hand.",
        ("try-again",),
        MessageKind.NOTE,
    ),
    errors.SignedOutMeanwhile: Words(
        "Signed out while the refresh was under way",
        "{untold}",
        ("authorize",),
        MessageKind.NOTE,
    ),
}

# Where a word depends on what was being done.
DOING_WORDS: Mapping[tuple[type[errors.RingAuthError], str], Words] = {
    **call_error_words.DOING_WORDS,
    (errors.GrantNoLongerValid, "authorize"): Words(
        "{server} did not accept the authorization code",
        "It was used already, too old, or made for another redirect URI. "
        "Sign in again from the start.",
        ("authorize",),
    ),
    (errors.TokenStoreError, "save"): Words(
        "The keyring did not keep it", "{reason}", ("try-again",), MessageKind.WARNING
    ),
    (KeyringIsLocked, "delete"): Words(
        "The profile was not deleted",
        "{reason} Nothing of it was removed.",
        ("keep-again",),
        MessageKind.WARNING,
    ),
    (errors.TokenStoreError, "delete"): Words(
        "The profile was not deleted",
        "{reason} Nothing of it was removed.",
        ("try-again",),
        MessageKind.WARNING,
    ),
    (errors.TokenStoreError, "restore"): Words(
        "What is kept for this profile could not be read",
        "{reason}",
        ("try-again", "authorize"),
        MessageKind.WARNING,
    ),
    (errors.TokenStoreError, "refresh"): Words(
        "The refresh did not start", "{reason}", ("try-again",), MessageKind.WARNING
    ),
    (errors.ProfileFileError, "restore"): Words(
        "The profiles could not be read", "{reason} Nothing in it was changed."
    ),
}

NO_REVOCATION_WORDS = Words(
    "{server} offers no way to revoke a token", "It ends by itself, or you forget it."
)
SANDBOX_WORDS = Words(
    "{host} was not found: RingCentral retired its sandbox",
    "Use a production app: choose RingCentral as the server "
    "and enter that app's client ID.",
    ("edit-profile",),
)
PRACTICE_GONE_WORDS = Words(
    "The practice server does not answer",
    "It runs inside RingAuth. Close RingAuth and start it again.",
    ("try-again",),
)
