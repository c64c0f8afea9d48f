"""The words of the table, and of an answer."""

import pytest

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.permission_words import answer_text, cells, further_text
from ringauth_gui.ringcentral.permissions import permission_rows
from ringauth_gui.ringcentral.user_permissions import (
    PermissionAnswer,
    Standing,
    UserPermissions,
)


def _texts(scope: tuple[str, ...] | None, *names: str) -> dict[str, tuple[str, ...]]:
    rows = permission_rows(scope, UserPermissions(names))
    return {
        row.name: tuple(cell.text for cell in cells(row))[1:]
        for row in (*rows.first, *rows.further)
    }


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (PermissionAnswer("A", Standing.HAS), "✓ A: the user has it"),
        (
            PermissionAnswer("A", Standing.LACKS),
            "✕ A: the user does not have it (the token is fine)",
        ),
        (
            PermissionAnswer(
                "{x}", Standing.NO_SUCH_NAME, Refusal(404, codes=("CMN-102",))
            ),
            "– {x}: RingCentral knows no permission of that name (CMN-102)",
        ),
        (
            PermissionAnswer(
                "A", Standing.TOKEN_REFUSED, Refusal(401, codes=("OAU-213",))
            ),
            "– A: not answered, the API refuses the token (OAU-213 · HTTP 401)",
        ),
        (
            PermissionAnswer("A", Standing.NOT_TOLD, Refusal(403, codes=("CMN-404",))),
            "– A: not answered, the API says CMN-404 · HTTP 403",
        ),
        (
            PermissionAnswer("A", Standing.NOT_TOLD),
            "– A: not answered, the API says nothing usable",
        ),
    ],
)
def test_each_answer_is_a_sentence(answer: PermissionAnswer, text: str) -> None:
    assert answer_text(answer) == text


def test_what_a_scope_covers_is_told_with_that_scope() -> None:
    texts = _texts(("EditAccounts",), "EditExtensions", "ReadExtensions")

    assert texts["EditExtensions"] == ("✓ through EditAccounts", "✓ yes", "allowed")
    assert texts["ReadExtensions"] == ("✓ through EditAccounts", "✓ yes", "allowed")


def test_what_needs_a_missing_scope_is_told_with_that_scope() -> None:
    assert _texts((), "ReadExtensions")["ReadExtensions"] == (
        "✕ no",
        "✓ yes",
        "the app does not ask for ReadAccounts · CMN-401",
    )


def test_a_part_of_what_calls_need_is_told_with_what_is_missing() -> None:
    assert _texts(("ReadAccounts",), "ReadExtensions")["ReadAccounts"] == (
        "✓ yes",
        "✕ in part",
        "the user's role lacks ReadCompanyInfo · CMN-408",
    )


def test_what_is_not_known_is_called_so() -> None:
    assert _texts(("Glip",), "EditUserInfo") == {
        "Glip": ("✓ yes", "–", "allowed for the app; the user's part is not known"),
        "EditUserInfo": ("–", "✓ yes", "allowed for the user"),
    }
    assert _texts(None, "SMS")["SMS"] == ("–", "✓ yes", "allowed for the user")


def test_a_scope_of_the_sign_in_is_not_about_calls() -> None:
    about = "about the sign-in, not about calls"

    assert _texts(("openid",), "ReadCallLog")["openid"] == ("✓ yes", "–", about)


def test_nothing_known_of_either_side_is_not_known() -> None:
    unknown = PermissionAnswer("Odd", Standing.NO_SUCH_NAME)
    row = permission_rows((), None, [unknown]).first[0]

    assert [cell.text for cell in cells(row)] == ["Odd", "–", "–", "not known"]


def test_every_sign_has_words_for_a_screen_reader() -> None:
    for scope in (None, (), ("Glip", "ReadAccounts")):
        rows = permission_rows(scope, UserPermissions(("EditUserInfo", "SMS")))
        for row in (*rows.first, *rows.further):
            assert all(len(cell.spoken) > 1 for cell in cells(row))


def test_one_and_many_are_told_apart() -> None:
    assert further_text(1) == "and 1 more permission of the user"
    assert further_text(2) == "and 2 more permissions of the user"
