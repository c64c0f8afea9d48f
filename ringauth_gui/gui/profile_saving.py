"""What a draft without an error makes of a profile; no Qt."""

import secrets
from dataclasses import replace

from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_secrets import NewSecrets
from ringauth_gui.oauth.client_fields import client_id, client_secret
from ringauth_gui.oauth.jwt_credential import read_jwt_credential
from ringauth_gui.oauth.request_options import options_from
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.typed_server import typed_address


def saved_profile(
    before: Profile | None, draft: ProfileDraft, metadata: ServerMetadata | None
) -> Profile:
    """Return ``before`` with what was typed, or a new profile.

    Args:
        before: The profile that was edited; None for a new one.
        draft: What was typed, without an error.
        metadata: What is known of another server.
    """
    is_other = draft.server is ServerKind.OTHER
    profile = before or Profile(
        id=secrets.token_hex(8),
        name="",
        server=draft.server,
        client_id="",
        has_secret=False,
    )
    url = typed_address(draft.server_url) if is_other and draft.server_url else ""
    return replace(
        profile,
        name=draft.name.strip(),
        server=draft.server,
        server_url=url,
        metadata=metadata if is_other else None,
        grant_type=draft.grant_type,
        client_id=client_id(draft.client_id),
        has_secret=draft.has_secret,
        # Without a browser they are neither shown nor judged.
        redirect_uris=profile.redirect_uris if draft.uses_jwt else draft.redirect_uris,
        keep_tokens=draft.keep_tokens,
        options=options_from(draft.options, sends_nonce=draft.sends_nonce),
    )


def new_secrets(draft: ProfileDraft) -> NewSecrets:
    """Return the secrets that were typed; None of one that was not."""
    secret = client_secret(draft.client_secret or "") or None
    credential = None
    if draft.uses_jwt and draft.jwt_credential is not None:
        credential = read_jwt_credential(draft.jwt_credential).assertion
    return NewSecrets(secret if draft.has_secret else None, credential)
