"""The authorization request: what the app asks the browser to bring along."""

from dataclasses import dataclass, field

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.code_challenge import CodeChallenge


@dataclass(frozen=True)
class AuthorizationRequest:
    """An authorization request whose app and redirect URI are known to be right.

    Attributes:
        app: The client.
        redirect_uri: Where the answer goes.
        state: Goes back with the answer (RFC 6749 section 4.1.1).
        scope: The permissions that the person is asked for.
        challenge: RFC 7636 section 4.3.
        nonce: Goes into the ID token.
        login_hint: Who is probably going to sign in.
        prompt: What the person is to be asked again, or none.
        redirect_uri_left_out: Whether the app relied on its only registered one.
    """

    app: App
    redirect_uri: str
    state: str | None = field(repr=False)
    scope: tuple[str, ...]
    challenge: CodeChallenge | None
    nonce: str | None = field(default=None, repr=False)
    login_hint: str = ""
    prompt: frozenset[str] = frozenset()
    redirect_uri_left_out: bool = False

    def accepts_redirect_uri(self, untrusted_redirect_uri: str | None) -> bool:
        """Whether the token request may name this one (RFC 6749 section 4.1.3)."""
        if untrusted_redirect_uri is None:
            return self.redirect_uri_left_out
        return untrusted_redirect_uri == self.redirect_uri

    def accepts_verifier(self, untrusted_verifier: str | None) -> bool:
        """Whether the token request proves that it comes from the same app."""
        if self.challenge is None:
            # RFC 9700 section 4.8.2: a verifier without a challenge is a downgrade.
            return untrusted_verifier is None
        return self.challenge.matches(untrusted_verifier or "")
