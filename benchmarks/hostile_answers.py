"""Measures what hostile answers cost in memory, beside plain requests.

    .venv/bin/python -m benchmarks.hostile_answers [ROUNDS]

Each answer is asked for by a process of its own: RingAuth's client, and
``requests.get(...).content``, in turn, in two ROUNDS at least. Told is by how much the
process's peak memory grew over that of a usual answer, and how long it took. Linux
only; requests takes more than 1 GB for the bombs.
"""

import statistics
import sys
from collections.abc import Mapping, Sequence

from tests.answer_process import Cost, can_be_measured, cost_of
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.conversation import Script
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.transport_faults import CHUNKED, TOKEN, TRANSPORT_FAULTS

MEGABYTE = 1_000_000
FROM_CATALOGUE = (
    "a gzip bomb",
    "a gzip bomb in chunks",
    "a bomb of bombs",
    "50 MB that are not packed",
    "headers without an end",
    "a header without an end",
)
SCRIPTS: Mapping[str, Script] = {
    **{name: TRANSPORT_FAULTS[name].script for name in FROM_CATALOGUE},
    # With an end, for requests takes all of it.
    "1 GB in a chunk of length -1": answering(
        CHUNKED + b"-1\r\n", *[bytes(MEGABYTE)] * 1000
    ),
}
WAYS = ("ringauth", "requests")


def ask(way: str, name: str) -> Cost:
    """Return what the answer called ``name`` costs."""
    with FakeHttpServer(answering(answer(TOKEN)), SCRIPTS[name]) as server:
        return cost_of(way, server.url)


def spread(values: Sequence[float]) -> str:
    """Return the median with its extremes."""
    middle = statistics.median(values)
    return f"{middle:.1f} ({min(values):.1f}-{max(values):.1f})"


def main() -> None:
    """Measure, and print a line for each answer and client."""
    if not can_be_measured():
        raise SystemExit("Only Linux tells a process its own peak.")
    rounds = max(2, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    costs: dict[tuple[str, str], list[Cost]] = {}
    for _ in range(rounds):
        for name in SCRIPTS:
            for way in WAYS:
                costs.setdefault((name, way), []).append(ask(way, name))
    for (name, way), measured in costs.items():
        grown = spread([each.grown / MEGABYTE for each in measured])
        seconds = spread([each.seconds for each in measured])
        outcomes = ", ".join(sorted({each.outcome for each in measured}))
        print(f"{name}, {way}: {grown} MB in {seconds} s: {outcomes}")


if __name__ == "__main__":
    main()
