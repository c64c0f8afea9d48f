"""What a hostile answer costs in memory, measured on a process of its own."""

import pytest

from tests.answer_process import can_be_measured, cost_of
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.transport_faults import TOKEN, TRANSPORT_FAULTS

MOST_BYTES = 50_000_000
pytestmark = pytest.mark.skipif(
    not can_be_measured(), reason="only Linux tells a process its own peak"
)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("a gzip bomb", marks=pytest.mark.case("TK-17")),
        pytest.param("a bomb of bombs", marks=pytest.mark.case("TK-17")),
        pytest.param("50 MB that are not packed", marks=pytest.mark.case("TK-18")),
        "a chunk of length -1 that never ends",
        "interim answers without an end",
    ],
)
def test_a_hostile_answer_takes_less_than_50_mb(name: str) -> None:
    fault = TRANSPORT_FAULTS[name]

    with FakeHttpServer(answering(answer(TOKEN)), fault.script) as server:
        cost = cost_of("ringauth", server.url)

    assert cost.outcome == fault.error.__name__
    assert cost.grown < MOST_BYTES
