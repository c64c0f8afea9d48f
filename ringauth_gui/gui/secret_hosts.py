"""Which hosts the secret of an app of another server is sent to (IN-09); no Qt."""

from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.ringcentral import servers


def foreign_hosts(
    draft: ProfileDraft, metadata: ServerMetadata | None
) -> tuple[str, ...]:
    """Return the hosts that a secret just typed would go to and nobody vouches for.

    A secret that is kept was confirmed when it was typed, and goes nowhere else (R8).

    Args:
        draft: What is typed.
        metadata: What is known of the server; None as long as nothing is.
    """
    if metadata is None or not draft.has_secret or draft.client_secret is None:
        return ()
    told = (metadata.token_endpoint, metadata.revocation_endpoint)
    return servers.foreign_hosts(filter(None, told))


def unconfirmed_hosts(
    draft: ProfileDraft, metadata: ServerMetadata | None
) -> tuple[str, ...]:
    """Return those that the person has not confirmed yet."""
    hosts = foreign_hosts(draft, metadata)
    return tuple(host for host in hosts if host not in draft.confirmed_hosts)
