"""No object shows a secret of its own when it is printed (RD-04)."""

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

import ringauth_gui
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse
from ringauth_gui.oauth.pasted_token import PastedTokens
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.redaction import Redaction, is_secret_name
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.canary.search import CanarySearch

CANARY = "CANARY-7f3a-0123456789"
SEARCH = CanarySearch({"secret": CANARY})
SOURCES = sorted(Path(ringauth_gui.__file__).parent.rglob("*.py"))
TEXTS = ("str", "bytes", "Mapping", "object", "Any")
# Secret by their names alone: codes of errors, and words about a secret.
HARMLESS = {
    "CodedError.code",
    "ErrorCode.code",
    "Explanation.code",
    "Fault.code",
    "FaultKind.code",
    "ImportOffer.jwt",
    "ImportOffer.secret",
    "PracticeCode.code",
    "PracticeState.code",
    "Reason.code",
}
# What they dump goes into a file without secrets, and into the keyring.
DUMPING = {"known_sessions.py", "split_keyring.py"}
NOW = Moment(1_764_000_000.0, 100.0)
HOLDERS = (
    Token(CANARY, "bearer", NOW, refresh_token=CANARY, id_token=CANARY),
    PastedTokens(CANARY, CANARY),
    ClientRegistration(RINGCENTRAL, "client-1", CANARY, ()),
    HttpRequest(
        "POST", "https://x.example", {"Authorization": CANARY}, {"code": CANARY}
    ),
    HttpResponse(200, {"set-cookie": CANARY}, f'{{"token": "{CANARY}"}}'.encode(), NOW),
    Exchange(
        HttpRequest("GET", "https://x.example"),
        {"Cookie": CANARY},
        NOW,
        0.1,
        query={"state": CANARY},
    ),
)


def _shown_secrets(source: str) -> Iterator[str]:
    """Yield each field of a dataclass that goes by a secret's name and is shown."""
    for each in ast.walk(ast.parse(source)):
        if isinstance(each, ast.ClassDef) and _shows_its_fields(each):
            for field in each.body:
                if isinstance(field, ast.AnnAssign) and _is_shown_secret(field):
                    yield f"{each.name}.{ast.unparse(field.target)}"


def _shows_its_fields(each: ast.ClassDef) -> bool:
    is_shown = any("dataclass" in ast.unparse(one) for one in each.decorator_list)
    is_tuple = any("NamedTuple" in ast.unparse(one) for one in each.bases)
    has_own = any(
        isinstance(one, ast.FunctionDef) and one.name == "__repr__" for one in each.body
    )
    return (is_shown or is_tuple) and not has_own


def _is_shown_secret(field: ast.AnnAssign) -> bool:
    is_text = any(kind in ast.unparse(field.annotation) for kind in TEXTS)
    is_hidden = field.value is not None and "repr=False" in ast.unparse(field.value)
    return is_secret_name(ast.unparse(field.target)) and is_text and not is_hidden


@pytest.mark.case("RD-04")
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_field_with_the_name_of_a_secret_is_shown(path: Path) -> None:
    shown = set(_shown_secrets(path.read_text(encoding="utf-8")))

    assert shown - HARMLESS == set()


def test_a_field_that_somebody_adds_is_noticed() -> None:
    source = """
@dataclass(frozen=True)
class Planted:
    access_token: str
    client_secret: str | None = None
    jwt: str = field(repr=False)
    token: Token
"""
    assert [*_shown_secrets(source)] == [
        "Planted.access_token",
        "Planted.client_secret",
    ]


@pytest.mark.case("RD-04")
@pytest.mark.parametrize("holder", HOLDERS, ids=lambda one: type(one).__name__)
def test_what_holds_a_secret_shows_none_and_its_dump_is_masked_by_its_names(
    holder: Token,
) -> None:
    printed = f"{holder} {holder!s} {holder!r} {[holder]} {(holder,)}"
    dump = str(dataclasses.asdict(holder))

    assert SEARCH.found_in(printed) == set()
    assert SEARCH.found_in(dump) == {"secret"}  # it is there, so that it can be masked
    assert SEARCH.found_in(Redaction().clean(dump)) == set()


@pytest.mark.case("RD-04")
def test_nothing_else_is_dumped_by_the_program() -> None:
    dumps = ("asdict(", "astuple(", "pickle", "pprint", "faulthandler", "__getstate__")

    found = {
        path.name
        for path in SOURCES
        for each in dumps
        if each in path.read_text(encoding="utf-8").replace("as asdict() makes", "")
    }

    assert found == DUMPING
