"""Attacks RingAuth's callback receiver, and in the same way those of others.

    .venv/bin/python -m benchmarks.peers [--runs 3] [--probe WORDS]

Each sign-in is a process of its own, used as its documentation says, with a token
endpoint on this computer. The probes and what they demand are in tests/peers. Prints
Markdown; exits with 1 where RingAuth does not pass.
"""

import argparse
import platform
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.metadata import version

from ringauth_gui import __version__
from tests.peers.peer_process import PeerProcess
from tests.peers.probes import PROBES, Probe
from tests.peers.table import Result, how_long, table, what_happened
from tests.peers.trial import Patience

OURS = "ringauth"
PEERS = {
    OURS: f"RingAuth {__version__}",
    "google": f"google-auth-oauthlib {version('google-auth-oauthlib')}",
    "msal": f"MSAL for Python {version('msal')}",
}

Results = Mapping[tuple[str, str], Sequence[Result]]


def run(probe: Probe, peer: str) -> Result:
    """Run a probe on a peer once."""
    seen = probe.play(partial(PeerProcess, peer), Patience())
    answered = tuple(page.seconds for page in seen.pages if page.status)
    return Result(probe.judge(seen), answered)


def show(probes: Sequence[Probe], results: Results) -> None:
    """Print what happened, how long it took, and what was demanded."""
    head = ["", *PEERS.values()]
    for cell in (what_happened, how_long):
        rows = [
            [probe.name, *(cell(results[probe.name, peer]) for peer in PEERS)]
            for probe in probes
        ]
        print(table(head, rows), end="\n\n")
    criteria = [[probe.name, probe.criterion] for probe in probes]
    print(table(["", "passed is"], criteria))
    print(f"\nPython {platform.python_version()}, {platform.system()}")


def main() -> None:
    """Attack, and print what came of it."""
    parser = argparse.ArgumentParser(description="Attack callback receivers")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--probe", default="", help="only those with these words")
    given = parser.parse_args()
    probes = [probe for probe in PROBES if given.probe in probe.name]
    results: defaultdict[tuple[str, str], list[Result]] = defaultdict(list)
    for turn in range(given.runs):
        for probe in probes:
            print(f"run {turn + 1}: {probe.name}", file=sys.stderr)
            for peer in PEERS:
                results[probe.name, peer].append(run(probe, peer))
    show(probes, results)
    ours = [
        each for (_, peer), all_ in results.items() if peer == OURS for each in all_
    ]
    sys.exit(0 if all(result.verdict.passed for result in ours) else 1)


if __name__ == "__main__":
    main()
