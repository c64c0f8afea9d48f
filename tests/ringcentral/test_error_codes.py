"""The reference's tables of codes, row by row, in the data."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from ringauth_gui.practice import refusals
from ringauth_gui.practice.refusals import Reason
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode
from ringauth_gui.ringcentral.error_codes import EVERY_ENTRY, explanations

# Sections 7.3 and 7.4 of the reference, word for word.
REFERENCE = Path(__file__).with_name("reference_codes.md")
STATUS = re.compile(r"\b[1-5]\d\d\b")
FAMILY = re.compile(r"[A-Z]+-(?=\d)")
PLACES = {"server", "redirect_uri", "pause", "scope", "permission", "parameter"}
# The reference's list in 7.1, and its table in 2.4.
OAUTH_ERRORS = (
    *("invalid_request", "invalid_client", "invalid_grant", "unauthorized_client"),
    *("unsupported_grant_type", "invalid_scope", "invalid_request_uri"),
    *("unsupported_response_type", "request_not_supported"),
    *("request_uri_not_supported", "expired_token", "insufficient_scope"),
    *("access_denied", "invalid_redirect_uri", "service_unavailable"),
    *("server_error", "temporarily_unavailable", "temporarily_unavaialable"),
    *("login_required", "interaction_required"),
)


class Row(NamedTuple):
    """What one row of the reference says of one code."""

    code: str
    statuses: tuple[int, ...]
    mark: Certainty


def _rows() -> Iterator[Row]:
    for line in REFERENCE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] not in {"Code", "---"}:
            yield from _rows_of(*cells)


def _rows_of(codes: str, statuses: str, *words: str) -> Iterator[Row]:
    """One row may stand for several codes, and for as many statuses."""
    numbers = tuple(int(number) for number in STATUS.findall(statuses))
    expanded = _expanded(codes)
    one_each = len(expanded) > 1 and len(statuses.split(", ")) == len(expanded)
    for at, code in enumerate(expanded):
        yield Row(code, numbers[at : at + 1] if one_each else numbers, _mark(words))


def _expanded(cell: str) -> list[str]:
    """Return the codes of ``OAU-120, OAU-121`` or of ``CMN-301, 302``."""
    family, codes = "", []
    for part in re.split(r",| / ", cell):
        named = FAMILY.match(part.strip())
        family = family if named is None else named[0]
        codes.append((family if part.strip().isdigit() else "") + part.strip())
    return codes


def _mark(words: tuple[str, ...]) -> Certainty:
    """Return the strongest mark; section 7.4 is documented unless marked."""
    marks = re.findall(r"\[([DSU])\]", " ".join(words)) or ["D"]
    return {
        "D": Certainty.DOCUMENTED,
        "S": Certainty.SEEN,
        "U": Certainty.REPORTED,
    }[min(marks)]


ROWS = tuple(_rows())


def test_the_walk_sees_every_row_of_the_reference() -> None:
    assert len(ROWS) == 49 + 30
    assert {"OAU-121", "CMN-407", "CMN-310", "AGW-404", "API_ERROR_208"} < {
        row.code for row in ROWS
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_each_code_of_the_reference_has_an_entry_with_its_statuses(row: Row) -> None:
    (entry,) = explanations(row.code)

    assert entry.statuses == row.statuses
    assert entry.certainty is row.mark


def test_the_code_that_nobody_confirmed_is_uncertain() -> None:
    (entry,) = explanations("TokenExpired")

    assert entry.certainty is Certainty.UNCERTAIN


@pytest.mark.parametrize("error", OAUTH_ERRORS)
def test_each_oauth_error_of_the_reference_has_an_entry(error: str) -> None:
    assert explanations(error)


def test_an_oauth_error_is_explained_for_each_endpoint_it_comes_from() -> None:
    endpoints = [entry.endpoint for entry in explanations("invalid_request")]

    assert endpoints == ["authorization endpoint", "token endpoint"]


def test_an_unknown_code_has_no_explanation() -> None:
    assert explanations("OAU-999") == ()


@pytest.mark.parametrize("entry", EVERY_ENTRY, ids=lambda entry: entry.code)
def test_no_entry_lacks_cause_remedy_place_source_or_certainty(
    entry: ErrorCode,
) -> None:
    assert entry.cause
    assert not entry.cause.endswith(".")
    assert entry.remedy.endswith(".")
    assert entry.where
    assert entry.source
    assert entry.certainty.value
    assert not entry.note or entry.note.endswith(".")


@pytest.mark.parametrize("entry", EVERY_ENTRY, ids=lambda entry: entry.code)
def test_only_places_that_can_be_filled_stand_in_an_entry(entry: ErrorCode) -> None:
    named = {
        name
        for text in (entry.cause, entry.remedy, entry.note, entry.where)
        for _text, name, _spec, _conversion in Formatter().parse(text)
        if name is not None
    }

    assert named <= PLACES


def test_no_code_is_explained_twice_for_the_same_endpoint() -> None:
    keys = [(entry.code, entry.endpoint) for entry in EVERY_ENTRY]

    assert len(set(keys)) == len(keys)


def test_whatever_the_practice_server_answers_is_explained() -> None:
    reasons = [each for each in vars(refusals).values() if isinstance(each, Reason)]
    said = {
        code
        for reason in reasons
        for code in (reason.code, reason.top_code, reason.error)
        if code is not None
    }

    assert len(reasons) > 30
    assert {code for code in said if not explanations(code)} == set()
