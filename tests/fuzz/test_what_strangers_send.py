"""What hypothesis draws of each thing that strangers send does what it may do."""

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.genuine_request import AUTHORITY
from tests.fuzz.known import CODE, STATE
from tests.fuzz.strategies.authorization_answers import answers, queries
from tests.fuzz.strategies.callback_requests import (
    genuine_requests,
    in_pieces,
    mistaken_requests,
)
from tests.fuzz.strategies.error_answers import error_answers
from tests.fuzz.strategies.pasted_addresses import pasted_addresses
from tests.fuzz.strategies.profile_files import profile_files
from tests.fuzz.strategies.token_answers import token_answers
from tests.fuzz.targets import (
    authorization_answer,
    callback_request,
    error_answer,
    pasted_address,
    profile_file,
    token_answer,
)

HERE = AUTHORITY.decode()
QUERY = f"code={CODE}&state={STATE}"
HEAD = f"GET /callback?{QUERY} HTTP/1.1\r\nHost: {HERE}\r\n".encode()
LEFT = 32 * 1024 - len(f"Host: {HERE}\r\nX: ")  # what one more header may hold
GENUINE = genuine_requests(QUERY, HERE)
FEW = settings(max_examples=40)  # each writes some files


@given(in_pieces(GENUINE))
def test_the_genuine_request_counts_in_whatever_pieces_it_comes(
    pieces: Sequence[bytes],
) -> None:
    assert callback_request.answer_to(pieces) == QUERY


@example([HEAD + b"X:" + b" " * 31_000 + b"x\r\nY:" + b" " * 5_000 + b"y\r\n\r\n"])
@example([HEAD + b"X: a\r\n" + b" b\r\n" * 70 + b"\r\n"])
@example([HEAD + b"X: a\r\n" * 62, b"X: a\r\n\r\n"])
@example([HEAD + b"X: " + b"x" * LEFT + b"\r\n\r\n"])
@given(in_pieces(GENUINE | mistaken_requests(QUERY, HERE) | st.binary(max_size=200)))
def test_only_the_genuine_request_counts_and_nothing_comes_back(
    pieces: Sequence[bytes],
) -> None:
    callback_request.check(callback_request.CUT.join(pieces))


@given(st.lists(in_pieces(GENUINE | mistaken_requests(QUERY, HERE)), max_size=4))
def test_the_first_genuine_request_counts_among_any_others(
    visits: Sequence[Sequence[bytes]],
) -> None:
    cut = (callback_request.CUT.join(pieces) for pieces in visits)

    callback_request.check(callback_request.NEXT.join(cut))


@given(mistaken_requests(QUERY, HERE))
def test_no_mistaken_request_is_genuine(raw: bytes) -> None:
    assert callback_request.answer_to([raw]) is None


@given(queries | answers(STATE))
def test_only_the_exact_state_makes_an_answer(query: str) -> None:
    authorization_answer.check(query.encode("utf-8", "surrogatepass"))


@given(pasted_addresses(STATE, HERE))
def test_a_pasted_address_counts_where_a_browser_would(address: str) -> None:
    pasted_address.check(address.encode("utf-8", "surrogatepass"))


@given(token_answers)
def test_a_token_answer_is_taken_whole_or_refused_whole(body: bytes) -> None:
    token_answer.check(body)


@given(error_answers())
def test_an_error_answer_is_fit_to_be_shown(answer: bytes) -> None:
    error_answer.check(answer)


@FEW
@given(profile_files)
def test_a_profile_file_loses_nothing(content: bytes) -> None:
    profile_file.check(content)
