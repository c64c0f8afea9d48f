"""Floods a waiting callback port, and times the answers to browsers that come then.

    .venv/bin/python -m benchmarks.callback_flood [--visits 100]

Strangers connect and say nothing, or send whole requests, as many a second as told or
as many as the machine can, on both loopback addresses; each browser connects, takes a
moment before it sends its request, and is answered. Its state is wrong, so that the
receiver goes on waiting.
"""

import argparse
import multiprocessing
import socket
import statistics
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass

from tests.oauth.loopback_harness import request, waiting

HEADING = """\
| strangers a second | they | browser speaks after | answered | within 3 s \
| median | slowest |
|---|---|---|---|---|---|---|"""
PROMISED = 3.0  # seconds
ADDRESSES = ("127.0.0.1", "::1")
KEPT = 200  # connections that a flooding process keeps open
HEAD_START = 0.5
LONGEST = 20.0  # seconds of one row
PATIENCE = 5.0
SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Load:
    """What a browser meets.

    Attributes:
        processes: That flood.
        a_second: How often each connects; 0 is as often as it can.
        pause: The seconds from the browser's connecting to its request.
        target: What the strangers ask for; empty for nothing.
    """

    processes: int
    a_second: int
    pause: float
    target: str = ""


LOADS = (
    Load(1, 1000, 0.0),
    Load(1, 1000, 0.05),
    Load(2, 1000, 0.05),
    Load(1, 0, 0.0),
    Load(1, 0, 0.005),
    Load(2, 0, 0.005),
    Load(1, 1000, 0.005, "/"),
    Load(2, 1000, 0.005, "/"),
    Load(1, 0, 0.005, "/"),
)


def main() -> None:
    """Print a row for each load."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=100)
    visits = parser.parse_args().visits
    print(HEADING)
    for load in LOADS:
        print(_row(load, visits), flush=True)


def _row(load: Load, visits: int) -> str:
    with waiting(host="localhost", seconds=600) as attempt, SPAWN.Pool(4) as pool:
        opened = [
            pool.apply_async(flood, (ADDRESSES[n % 2], attempt.port, load))
            for n in range(load.processes)
        ]
        time.sleep(HEAD_START)
        asked = pool.apply(browse, (attempt.port, load.pause, visits))
        rate = sum(each.get() for each in opened)
    answers = sorted(seconds for seconds in asked if seconds is not None)
    within = sum(seconds <= PROMISED for seconds in answers)
    they = "ask" if load.target else "are silent"
    middle, slowest = "-", "-"
    if answers:
        middle = f"{statistics.median(answers) * 1000:,.0f} ms"
        slowest = f"{answers[-1] * 1000:,.0f} ms"
    return (
        f"| {rate:,.0f} | {they} | {load.pause * 1000:.0f} ms "
        f"| {len(answers)} of {len(asked)} | {within} | {middle} | {slowest} |"
    )


def flood(address: str, port: int, load: Load) -> float:
    """Connect again and again; return how often it was a second."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    said = request(load.target, port) if load.target else b""
    kept: deque[socket.socket] = deque()
    came, began = 0, time.monotonic()
    while (passed := time.monotonic() - began) < LONGEST + 2 * HEAD_START:
        if load.a_second and came > passed * load.a_second:
            time.sleep(0.0005)
            continue
        client = socket.socket(family)
        client.settimeout(0.0)
        client.connect_ex((address, port))
        if said:
            with suppress(OSError):  # not let in yet
                client.send(said)
        kept.append(client)
        came += 1
        if len(kept) > KEPT:
            kept.popleft().close()
    return came / passed


def browse(port: int, pause: float, visits: int) -> list[float | None]:
    """Visit one after the other; return the seconds each took, None where cut off."""
    asked: list[float | None] = []
    began = time.monotonic()
    while len(asked) < visits and time.monotonic() - began < LONGEST:
        asked.append(_visit(port, pause))
        time.sleep(0.02)
    return asked


def _visit(port: int, pause: float) -> float | None:
    raw = request("/callback?state=wrong", port, host=f"localhost:{port}")
    began = time.monotonic()
    try:
        with socket.create_connection((ADDRESSES[0], port), PATIENCE) as browser:
            time.sleep(pause)
            browser.sendall(raw)
            answer = browser.recv(100)
    except OSError:
        return None
    return time.monotonic() - began if answer.startswith(b"HTTP/1.1 403") else None


if __name__ == "__main__":
    main()
