"""What a JWT credential says of itself, in words; no Qt."""

from ringauth_gui.gui.formatting import local_time_text
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.jwt_credential import JwtCredential
from ringauth_gui.oauth.url_parts import authority_of
from ringauth_gui.ringcentral.servers import RINGCENTRAL, RINGCENTRAL_BIZ
from ringauth_gui.storage.profile import ServerKind

_HOSTS = {
    ServerKind.RINGCENTRAL: RINGCENTRAL.host,
    ServerKind.RINGCENTRAL_BIZ: RINGCENTRAL_BIZ.host,
}


def credential_words(
    credential: JwtCredential, draft: ProfileDraft, now: Moment
) -> tuple[str, bool]:
    """Return what ``credential`` says of itself, and whether that is a warning.

    Args:
        credential: As it was read; nobody checked its signature.
        draft: The profile that is to use it.
        now: The present.
    """
    end, has_ended = _end_words(credential, now)
    apps, is_for_others = _app_words(credential, draft.client_id)
    other = _other_server(credential, draft.server)
    elsewhere = [f"made for {other}, which is another server"] if other else []
    return (
        " · ".join([end, apps, *elsewhere]),
        has_ended or is_for_others or other is not None,
    )


def _end_words(credential: JwtCredential, now: Moment) -> tuple[str, bool]:
    if credential.expires_at is None:
        return "Never ends", False
    end = local_time_text(credential.expires_at, now.wall)
    if credential.has_ended(now):
        return f"Has ended: {end}", True
    return f"Ends {end}", False


def _app_words(credential: JwtCredential, client_id: str) -> tuple[str, bool]:
    apps = credential.apps
    if apps is None:
        return "not limited to certain apps", False
    if not client_id:
        return f"for {len(apps)} {'app' if len(apps) == 1 else 'apps'}", False
    if not credential.is_for(client_id):
        return "not for this client ID: RingCentral will answer OAU-473", True
    if len(apps) == 1:
        return "for this client ID alone", False
    return f"for {len(apps)} apps, this client ID is among them", False


def _other_server(credential: JwtCredential, server: ServerKind) -> str | None:
    """Return the RingCentral host it is for, where that is not the profile's."""
    hosts = {authority_of(each) for each in credential.audience}
    wanted = _HOSTS.get(server)
    others = hosts & set(_HOSTS.values())
    return None if wanted is None or wanted in hosts else next(iter(others), None)
