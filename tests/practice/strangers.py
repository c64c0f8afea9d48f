"""What a person does in the browser for a client that others wrote."""

from urllib.parse import urlsplit

import requests

from tests.practice.visitor import Visitor, ticket_of


def follow(authorization_uri: str, who: str = "101") -> str:
    """Sign in and allow the app; return where the browser ends."""
    parts = urlsplit(authorization_uri)
    visitor = Visitor(f"{parts.scheme}://{parts.netloc}")
    ticket = ticket_of(requests.get(authorization_uri, timeout=10))
    visitor.sign_in(ticket, who=who)
    location: str = visitor.consent(ticket).headers["Location"]
    return location
