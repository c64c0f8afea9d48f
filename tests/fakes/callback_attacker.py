"""A hostile page or program at the callback port of a sign-in that runs.

``attack`` plays the lists CB and AR of the threat model once, each on a connection of
its own; ``CallbackCrowd`` (``callback_crowd.py``) is what comes at once and stays.
"""

from tests.fakes.callback_probe import ProbeResult, send
from tests.fakes.callback_probes import all_probes
from tests.fakes.callback_target import CallbackTarget


def attack(target: CallbackTarget) -> list[ProbeResult]:
    """Do everything to ``target`` that must not count; the sign-in has to go on."""
    return [send(target, probe) for probe in all_probes(target)]


def faults(results: list[ProbeResult]) -> list[str]:
    """Return what came back that must not, in words; empty where all was well."""
    return [f"{each.name}: {fault}" for each in results for fault in each.faults]
