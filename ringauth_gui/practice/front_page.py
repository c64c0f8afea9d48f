"""The front page: what this server is, and all that is registered with it."""

from flask import Flask, Response

from ringauth_gui.practice.addresses import own_address
from ringauth_gui.practice.answers import page_answer
from ringauth_gui.practice.apps import JWT_GRANT
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.people import PASSWORD
from ringauth_gui.practice.signed_in_browser import SignedInBrowser
from ringauth_gui.practice.world import World


class FrontPage:
    """Tells in plain words what a person or a script needs to use the server."""

    def __init__(self, world: World) -> None:
        self._registry = world.registry
        self._browser = SignedInBrowser(world)

    def add_to(self, flask: Flask) -> None:
        """Register the route."""
        flask.get("/")(self.front)

    def front(self) -> Response:
        """The page."""
        address = own_address()
        return page_answer(
            "front.html",
            address=address,
            person=self._browser.person,
            apps=self._registry.apps,
            people=self._registry.people,
            password=PASSWORD,
            jwt_grant=JWT_GRANT,
            credentials=[
                (one, signed_credential(one, address))
                for one in self._registry.credentials
            ],
        )
