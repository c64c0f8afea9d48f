"""What can be wrong on the way to the server: name, TLS, clock, metadata."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ringauth_gui.checkup.finding import Finding, Verdict
from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.errors import NetworkError, OperationCancelled, RingAuthError
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.abortable_call import AbortableCall
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.lifeline import Lifeline, LookUp
from ringauth_gui.oauth.metadata import read_metadata
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.proxies import proxy_for
from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.oauth.tls_probe import SECONDS, Certificate, TlsProbe, probe_tls
from ringauth_gui.oauth.url_parts import host_of, split_url

FAR = 60.0  # seconds that a clock may be off before it is worth a word
SOON = 14 * 86_400.0  # seconds before its end that a certificate is worth a word

Send = Callable[[HttpRequest, threading.Event], HttpResponse]


@dataclass
class ServerChecks:
    """Looks at the way to one server.

    Attributes:
        server: The server.
        send: Sends a request; the event cancels it.
        clock: Tells the time.
        look_up: Finds the addresses of a host, like ``socket.getaddrinfo``.
        environ: Where a proxy may be named.
    """

    server: AuthorizationServer
    send: Send
    clock: Clock
    look_up: LookUp
    environ: Mapping[str, str]
    _ahead: ClockDifference | None = field(default=None, init=False)

    def name(self, cancel: threading.Event) -> Finding:
        """Look the server's name up."""
        if self._proxy() is not None:
            return Finding(
                Verdict.NOT_NEEDED,
                f"The proxy looks {self._host} up, not this computer.",
            )
        try:
            addresses = self._addresses(cancel)
        except NetworkError as error:
            return Finding(
                Verdict.BAD,
                f"The name {self._host} cannot be looked up: {error.reason}.",
                "Look whether this computer is online, and whether a VPN is needed.",
            )
        what = "1 address" if len(addresses) == 1 else f"{len(addresses)} addresses"
        return Finding(
            Verdict.GOOD, f"The name {self._host} has {what}.", details=addresses
        )

    def tls(self, cancel: threading.Event) -> Finding:
        """Shake hands, and see whose certificates are shown."""
        parts = split_url(self.server.address)
        if parts.scheme != "https":
            return Finding(
                Verdict.NOT_NEEDED,
                "The server is on this computer, and not encrypted.",
            )
        if self._proxy() is not None:
            return Finding(
                Verdict.NOT_NEEDED,
                "The proxy passes the connection on; the requests below show whether "
                "its certificates are trusted.",
            )
        try:
            probe = probe_tls(self._host, parts.port or 443, self.look_up, cancel)
        except NetworkError as error:
            return Finding(
                Verdict.BAD,
                f"There is no safe connection to {self._host}: {error.reason}.",
                "Look whether a firewall or a VPN is in the way.",
            )
        return self._tls_finding(probe)

    def metadata(self, cancel: threading.Event) -> Finding:
        """Read what the server says of itself, and compare it with what is used."""
        try:
            metadata = read_metadata(
                lambda request: self._asked(request, cancel), self.server.address
            )
        except OperationCancelled:
            raise  # nothing was found
        except RingAuthError as error:
            verdict = (
                Verdict.BAD if isinstance(error, NetworkError) else Verdict.WARNING
            )
            return Finding(
                verdict,
                f"The server's metadata could not be read: {plain(str(error))}.",
                "Endpoints that were typed work all the same."
                if verdict is Verdict.WARNING
                else "Without an answer nobody can sign in.",
            )
        if metadata.token_endpoint != self.server.token_endpoint:
            return Finding(
                Verdict.WARNING,
                "The server names another token endpoint than the one in use.",
                "Read its metadata again on the Profile tab.",
                (f"It names {plain(metadata.token_endpoint)}",),
            )
        return Finding(
            Verdict.GOOD, "The server answers, and names the same endpoints."
        )

    def time(self, _cancel: threading.Event) -> Finding:
        """Compare the clocks, by the answer that the metadata brought."""
        ahead = self._ahead
        if ahead is None:
            return Finding(
                Verdict.WARNING,
                "No answer told the server's time, so nothing is known.",
            )
        if ahead.smallest <= FAR:
            return Finding(
                Verdict.GOOD, f"The clocks are {ahead.largest:.0f} s apart at most."
            )
        behind = "behind" if ahead.middle > 0 else "ahead of"
        apart = round(ahead.smallest)
        return Finding(
            Verdict.BAD,
            f"This computer's clock is {apart} s {behind} the server's.",
            "Let the system set its clock by itself.",
        )

    @property
    def _host(self) -> str:
        return host_of(self.server.address)

    def _proxy(self) -> str | None:
        try:
            return proxy_for(self.server.address, self.environ)
        except NetworkError:
            return None  # the check of the proxy says so

    def _addresses(self, cancel: threading.Event) -> tuple[str, ...]:
        def look() -> tuple[str, ...]:
            try:
                found = self.look_up(self._host, None)
            except OSError as error:
                raise NetworkError(self._host, error.strerror or "no answer") from error
            return tuple(sorted({str(each[4][0]) for each in found}))

        lifeline = Lifeline(self.look_up)
        lifeline.connected.set()  # there is nothing to connect to
        return AbortableCall(look, lifeline).outcome(self._host, SECONDS, cancel)

    def _asked(self, request: HttpRequest, cancel: threading.Event) -> HttpResponse:
        response = self.send(request, cancel)
        self._ahead = response.sent.ahead or self._ahead
        return response

    def _tls_finding(self, probe: TlsProbe) -> Finding:
        chain = tuple(_line(each) for each in probe.chain)
        issuer = plain(probe.chain[0].issuer) if probe.chain else "nobody knows whom"
        if probe.problem is not None:
            return Finding(
                Verdict.BAD,
                f"The server's certificate is not trusted: {probe.problem}. It was "
                f"issued by {issuer}.",
                "In an office it is often the network's own. Have its authority "
                "installed on this computer; RingAuth trusts what the system trusts.",
                chain,
            )
        left = probe.chain[0].not_after - self.clock().wall if probe.chain else SOON
        if left < SOON:
            return Finding(
                Verdict.WARNING,
                f"The server's certificate ends in {max(0, left // 86_400):.0f} days.",
                "Whoever runs the server has to renew it.",
                chain,
            )
        text = f"The connection is encrypted ({probe.version}) and trusted."
        return Finding(Verdict.GOOD, text, details=chain)


def _line(certificate: Certificate) -> str:
    end = datetime.fromtimestamp(certificate.not_after, UTC)
    subject, issuer = plain(certificate.subject), plain(certificate.issuer)
    return f"{subject}, issued by {issuer}, until {end:%Y-%m-%d}"
