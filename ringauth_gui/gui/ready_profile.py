"""The profile of the practice server, with which there is one thing left to do."""

import secrets

from PySide6.QtCore import QCoreApplication

from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.profile_secrets import NewSecrets
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.profile import Profile, ServerKind


def ready_profile(sessions: SessionList, app: PracticeApp) -> Profile:
    """Return the first profile of the practice server, or keep one for ``app``."""
    found = sessions.find(lambda profile: profile.server is ServerKind.PRACTICE)
    if found is not None:
        return found
    profile = Profile(
        id=secrets.token_hex(8),
        name=QCoreApplication.translate("ReadyProfile", "Practice"),
        server=ServerKind.PRACTICE,
        client_id=app.client_id,
        has_secret=app.client_secret is not None,
        redirect_uris=app.redirect_uris,
    )
    sessions.keep(profile, NewSecrets(app.client_secret))
    return profile
