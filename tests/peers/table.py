"""What the peers came to, as tables in Markdown."""

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.peers.judging import Verdict


@dataclass(frozen=True)
class Result:
    """What one run of a probe on a peer came to.

    Attributes:
        verdict: Whether it passed.
        seconds: Until each genuine callback was answered; none where it was not.
    """

    verdict: Verdict
    seconds: tuple[float, ...] = ()


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a line for each of ``rows``."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def what_happened(results: Sequence[Result]) -> str:
    """Return the words of a cell, with how often where the runs differ."""
    counts = Counter(result.verdict.words for result in results).most_common()
    if len(counts) == 1:
        return counts[0][0]
    return "; ".join(f"{words} ({count} of {len(results)})" for words, count in counts)


def how_long(results: Sequence[Result]) -> str:
    """Return the median time until the answer, with the shortest and the longest."""
    seconds = [each for result in results for each in result.seconds]
    if not seconds:
        return "never"
    middle, shortest, longest = (
        round(each * 1000)
        for each in (statistics.median(seconds), min(seconds), max(seconds))
    )
    return f"{middle} ms ({shortest}-{longest})"
