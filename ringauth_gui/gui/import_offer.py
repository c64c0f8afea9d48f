"""What was found for a profile, in words, and the draft made of it; no Qt."""

from collections.abc import Collection
from dataclasses import dataclass

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.jwt_words import credential_words
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.host_name import is_loopback
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.url_parts import authority_of, host_of
from ringauth_gui.ringcentral.found_credentials import FoundCredentials, FoundJwt
from ringauth_gui.ringcentral.servers import RINGCENTRAL, RINGCENTRAL_BIZ
from ringauth_gui.storage.profile import ServerKind
from ringauth_gui.typed_server import typed_address

_KNOWN = {
    "": ServerKind.RINGCENTRAL,
    RINGCENTRAL.address: ServerKind.RINGCENTRAL,
    RINGCENTRAL_BIZ.address: ServerKind.RINGCENTRAL_BIZ,
}
_SERVER_WORDS = {
    ServerKind.RINGCENTRAL: f"{RINGCENTRAL.name} ({RINGCENTRAL.host})",
    ServerKind.RINGCENTRAL_BIZ: f"{RINGCENTRAL_BIZ.name} ({RINGCENTRAL_BIZ.host})",
    ServerKind.PRACTICE: "Practice server, inside RingAuth",
}


@dataclass(frozen=True)
class ImportOffer:
    """What can be taken over.

    Attributes:
        draft: The profile that it would make; nothing of it is saved.
        server: Which server, in words.
        secret: Whether there is a client secret, in words.
        jwt: What the JWT credential says, in words; empty when none is to be used.
        notes: What is to be known before it is taken, a sentence each.
    """

    draft: ProfileDraft
    server: str
    secret: str
    jwt: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class OfferMaker:
    """Makes offers of what was found.

    Attributes:
        practice_ids: The client IDs that the practice server knows.
        clock: Tells what has ended.
    """

    practice_ids: Collection[str]
    clock: Clock

    def jwts_of(self, found: FoundCredentials) -> tuple[FoundJwt, ...]:
        """Return those that its server takes; only RingCentral's does."""
        is_other = _kind(found, self.practice_ids) is ServerKind.OTHER
        return () if is_other else found.jwts

    def first_jwt(self, found: FoundCredentials) -> FoundJwt | None:
        """Return the first that seems to be good for the app, else the first."""
        jwts, now = self.jwts_of(found), self.clock()
        good = (
            jwt
            for jwt in jwts
            if jwt.credential.is_for(found.client_id)
            and not jwt.credential.has_ended(now)
        )
        return next(good, jwts[0] if jwts else None)

    def offer(self, found: FoundCredentials, jwt: FoundJwt | None) -> ImportOffer:
        """Return what taking over ``found`` would make.

        Args:
            found: The credentials of one app.
            jwt: The one to sign in with; None to sign in through the browser.
        """
        draft = _draft(found, jwt, _kind(found, self.practice_ids))
        words, is_warning = ("", False)
        if jwt is not None:
            words, is_warning = credential_words(jwt.credential, draft, self.clock())
        return ImportOffer(
            draft=draft,
            server=_SERVER_WORDS.get(draft.server, f"Other server: {found.server_url}"),
            secret=_secret_words(found.client_secret),
            jwt=words,
            notes=(
                *_server_notes(found, draft),
                *_app_notes(found),
                *([f"The JWT credential: {words}."] if is_warning else []),
                *found.notes,
            ),
        )


def danger_words(place: str, *, is_file: bool) -> str:
    """Return what to do about secrets that lie where they were found.

    Args:
        place: Where RingAuth will keep them, such as "this computer's keyring".
        is_file: Whether that is a file; else it is the environment.
    """
    if is_file:
        return (
            "This file holds secrets in plain text. RingAuth leaves it as it is and "
            f"keeps the secrets in {place}. Delete the file or keep it safe; never "
            "attach it to a ticket or commit it."
        )
    return (
        "These variables hold secrets in plain text, for every program that is started "
        f"with them. RingAuth leaves them as they are and keeps the secrets in {place}."
    )


def _kind(found: FoundCredentials, practice_ids: Collection[str]) -> ServerKind:
    # The practice server's port changes, so its address alone names nothing.
    is_here = is_loopback(host_of(found.server_url))
    if found.client_id in practice_ids and (is_here or not found.server_url):
        return ServerKind.PRACTICE
    return _KNOWN.get(found.server_url, ServerKind.OTHER)


def _draft(
    found: FoundCredentials, jwt: FoundJwt | None, server: ServerKind
) -> ProfileDraft:
    by_jwt = jwt is not None
    return ProfileDraft(
        server=server,
        server_url=found.server_url if server is ServerKind.OTHER else "",
        grant_type=(GrantType.JWT_BEARER if by_jwt else GrantType.AUTHORIZATION_CODE),
        client_id=found.client_id,
        has_secret=found.client_secret is not None,
        client_secret=found.client_secret,
        jwt_credential=None if jwt is None else jwt.credential.assertion,
    )


def _secret_words(secret: str | None) -> str:
    if secret is None:
        return "None found: taken as a public app"
    return f"Found, {len(secret)} characters"


def _server_notes(found: FoundCredentials, draft: ProfileDraft) -> tuple[str, ...]:
    if draft.server is not ServerKind.OTHER:
        is_assumed = draft.server is ServerKind.RINGCENTRAL and not found.server_url
        return ("No server is named, so RingCentral is assumed.",) if is_assumed else ()
    try:
        typed_address(found.server_url)
    except ConfigurationError as error:
        return (error.reason,)
    host = authority_of(found.server_url)
    unused = "JWT credentials are RingCentral's alone, so none is taken for it."
    return (
        f"{host} is not RingCentral: go on only if you know this server.",
        *((unused,) if found.jwts else ()),
    )


def _app_notes(found: FoundCredentials) -> tuple[str, ...]:
    if found.client_id:
        return ()
    return ("No client ID was found. Enter it in the next step.",)
