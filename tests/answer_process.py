"""A process that asks for one hostile answer, and tells what that cost it.

    python -m tests.answer_process ringauth|requests URL

It asks twice: first for a usual answer, so that all is imported, then for the hostile
one. It prints what came of that, by how many bytes its peak memory grew, and how long
it took.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import requests

from ringauth_gui.errors import RingAuthError
from ringauth_gui.moment import system_clock
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.transport import HttpTransport
from ringauth_gui.ringcentral.servers import ringcentral_server

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 120.0
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Cost:
    """What a hostile answer came to.

    Attributes:
        outcome: The error's kind, or how many bytes were taken.
        grown: Bytes of peak memory.
        seconds: How long it took.
    """

    outcome: str
    grown: int
    seconds: float


def cost_of(way: str, url: str) -> Cost:
    """Return what the answer at ``url`` costs a process of its own."""
    command = [sys.executable, "-m", "tests.answer_process", way, url]
    done = subprocess.run(  # noqa: S603 - this very module
        command, cwd=ROOT, check=True, capture_output=True, timeout=_PATIENCE
    )
    return Cost(**json.loads(done.stdout))


def can_be_measured() -> bool:
    """Whether this system tells a process its own peak."""
    return _STATUS.exists()


def _peak() -> int:
    """Return the bytes of the largest memory so far; a parent's do not count."""
    line = next(
        each for each in _STATUS.read_text().splitlines() if each.startswith("VmHWM")
    )
    return int(line.split()[1]) * 1024


def _by_ringauth(url: str) -> str:
    transport = HttpTransport(
        user_agent="RingAuth/0.0 (Test 1)",
        clock=system_clock,
        record=lambda _: None,
        environ={},
    )
    server = ringcentral_server("Hostile", url.rstrip("/"))
    registration = ClientRegistration(server, "client-1", None, ())
    try:
        token = OAuthClient(registration, transport.send).refresh("refresh-1")
    except RingAuthError as error:
        return type(error).__name__
    return str(len(token.access_token))


def _by_requests(url: str) -> str:
    try:
        return str(len(requests.get(url, timeout=30).content))
    except (requests.RequestException, MemoryError) as error:
        return type(error).__name__


_WAYS: Mapping[str, Callable[[str], str]] = {
    "ringauth": _by_ringauth,
    "requests": _by_requests,
}


def main() -> None:
    """Ask, and print the cost."""
    way, url = sys.argv[1:]
    use = _WAYS[way]
    use(url)
    before, began = _peak(), time.monotonic()
    outcome = use(url)
    cost = Cost(outcome, _peak() - before, time.monotonic() - began)
    sys.stdout.write(json.dumps(vars(cost)))


if __name__ == "__main__":
    main()
