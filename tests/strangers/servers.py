"""Authorization servers that others wrote, as processes of their own."""

import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end.processes import end, start, wait_until
from tests.fakes.core import free_port
from tests.strangers.facts import HOST

CANAILLE = Path(__file__).with_name("canaille_server.py")
ROOT = Path(__file__).parents[2]
CLIENT_ID = "ringauth"
CLIENT_SECRET = "CANARY+secret/of:the&app%40"  # each letter of which Basic must encode
SECONDS = 30.0  # until a server answers on a busy machine


@dataclass(frozen=True)
class Stranger:
    """A server that runs.

    Attributes:
        address: What a person types.
        client_secret: Of the app CLIENT_ID.
    """

    address: str
    client_secret: str


@contextmanager
def canaille(folder: Path, redirect_uri: str) -> Iterator[Stranger]:
    """Run canaille: pages for login and consent, revocation, a confidential app."""
    port = free_port()
    app = (str(port), CLIENT_ID, CLIENT_SECRET, redirect_uri)
    with _running(folder, port, [str(CANAILLE), *app]) as address:
        yield Stranger(address, CLIENT_SECRET)


@contextmanager
def oidc_provider_mock(folder: Path, _redirect_uri: str) -> Iterator[Stranger]:
    """Run oidc-provider-mock, which takes every client and revokes nothing."""
    port = free_port()
    with _running(
        folder, port, ["-m", "oidc_provider_mock", "--port", str(port)]
    ) as address:
        yield Stranger(address, CLIENT_SECRET)


@contextmanager
def _running(folder: Path, port: int, command: Sequence[str]) -> Iterator[str]:
    address = f"http://{HOST}:{port}"
    log = folder / "stranger.log"
    variables = {"PATH": "", "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    process = start([sys.executable, *command], variables, log)
    try:
        wait_until(lambda: _answers(address), SECONDS, f"serving: {command}")
        yield address
    finally:
        end(process)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/.well-known/openid-configuration"):  # noqa: S310 - our own address
            return True
    except OSError:
        return False
