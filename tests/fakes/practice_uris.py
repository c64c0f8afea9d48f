"""A redirect URI of the practice server's apps that nobody listens on."""

from ringauth_gui.errors import RedirectPortBusy
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.practice.apps import REDIRECT_URIS
from tests.oauth.loopback_harness import pages


def free_redirect_uri() -> str:
    """Return the first registered one that is free; another test may hold some."""
    for uri in REDIRECT_URIS:
        try:
            receiver = LoopbackReceiver(uri, pages())
            receiver.open()
        except RedirectPortBusy:
            continue
        receiver.close()
        return uri
    raise AssertionError("every registered port is taken")
