"""Every probe passes on RingAuth, and can fail."""

from functools import partial
from pathlib import Path

import pytest

from tests.peers.probes import PROBES, Probe
from tests.peers.sign_ins import mistaken, ringauth
from tests.peers.trial import Patience

CONTROL, *ATTACKS = PROBES
BRIEF = Patience(stranger=0.5, effect=0.05)
HASTY = Patience(stranger=0.5, effect=0.05, answer=0.3, release=2.0)


def by_name(probe: Probe) -> str:
    return probe.name


@pytest.mark.parametrize("probe", PROBES, ids=by_name)
def test_ringauth_passes(probe: Probe, tmp_path: Path) -> None:
    seen = probe.play(partial(ringauth, tmp_path), BRIEF)

    assert probe.judge(seen).words == "passed"


@pytest.mark.parametrize("probe", ATTACKS, ids=by_name)
def test_a_receiver_that_takes_the_first_visitors_word_fails(probe: Probe) -> None:
    seen = probe.play(mistaken, HASTY)

    assert not probe.judge(seen).passed


def test_that_receiver_works_where_nobody_disturbs_it() -> None:
    seen = CONTROL.play(mistaken, BRIEF)

    assert CONTROL.judge(seen).passed
