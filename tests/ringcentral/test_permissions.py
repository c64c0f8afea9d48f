"""The table of scopes and permissions claims nothing that is not so (R29)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.ringcentral.permissions import (
    MOST_ROWS,
    CallVerdict,
    Holding,
    PermissionRow,
    permission_rows,
)
from ringauth_gui.ringcentral.scopes import SCOPE_NAMES
from ringauth_gui.ringcentral.user_permissions import (
    MOST_PERMISSIONS,
    PermissionAnswer,
    Standing,
    UserPermissions,
)

SCOPE = ("ReadAccounts", "ReadCallLog", "SMS", "RingOut")
ADA = UserPermissions(
    (
        *("ReadCompanyInfo", "ReadExtensions", "EditExtensions", "EditUserInfo"),
        *("ReadCallLog", "RingOut", "SMS"),
    )
)
GRACE = UserPermissions(("ReadExtensions", "ReadCallLog", "RingOut"))
LACKS_SMS = PermissionAnswer("SMS", Standing.LACKS)

_NAMES = st.sampled_from([*SCOPE_NAMES, "ReadExtensions", "ReadCompanyInfo", "Odd"])
_ANSWERS = st.builds(PermissionAnswer, _NAMES, st.sampled_from(Standing))


def _rows(
    scope: tuple[str, ...] | None,
    told: UserPermissions | None,
    *answers: PermissionAnswer,
) -> dict[str, PermissionRow]:
    table = permission_rows(scope, told, answers)
    return {row.name: row for row in (*table.first, *table.further)}


def _verdicts(rows: dict[str, PermissionRow]) -> dict[str, CallVerdict]:
    return {name: row.verdict for name, row in rows.items()}


def test_scopes_stand_first_and_what_the_app_does_not_ask_for_after_them() -> None:
    table = permission_rows(SCOPE, ADA)

    assert [row.name for row in table.first] == [*SCOPE, "EditExtensions"]
    further = [row.name for row in table.further]
    assert further == ["ReadCompanyInfo", "ReadExtensions", "EditUserInfo"]
    assert _verdicts({row.name: row for row in table.first}) == {
        "ReadAccounts": CallVerdict.ALLOWED,
        "ReadCallLog": CallVerdict.ALLOWED,
        "SMS": CallVerdict.ALLOWED,
        "RingOut": CallVerdict.ALLOWED,
        "EditExtensions": CallVerdict.APP_LACKS_SCOPE,
    }


def test_what_the_api_says_the_user_lacks_is_lacking() -> None:
    sms = _rows(SCOPE, GRACE, LACKS_SMS)["SMS"]

    assert (sms.in_scope, sms.by_user) == (Holding.YES, Holding.NO)
    assert sms.verdict is CallVerdict.USER_LACKS_PERMISSION


def test_a_scope_that_the_list_does_not_name_is_not_held_against_the_user() -> None:
    sms = _rows(SCOPE, GRACE)["SMS"]

    assert (sms.in_scope, sms.by_user) == (Holding.YES, Holding.NOT_TOLD)
    assert sms.verdict is CallVerdict.NOT_KNOWN


def test_a_scope_without_namesake_among_users_permissions_says_so() -> None:
    answer = PermissionAnswer("SMS", Standing.NO_SUCH_NAME)

    sms = _rows(SCOPE, GRACE, answer)["SMS"]

    assert sms.by_user is Holding.NO_SUCH_NAME
    assert sms.verdict is CallVerdict.NOT_KNOWN


def test_a_scope_with_documented_needs_is_judged_by_them() -> None:
    ada, grace = (_rows(SCOPE, told)["ReadAccounts"] for told in (ADA, GRACE))

    assert ada.by_user is Holding.YES
    assert ada.needed == ("ReadExtensions", "ReadCompanyInfo")
    assert grace.by_user is Holding.PARTLY
    assert grace.lacking == ("ReadCompanyInfo",)
    assert grace.verdict is CallVerdict.USER_LACKS_PERMISSION


def test_a_user_with_none_of_the_needs_has_not_the_permission() -> None:
    row = _rows(SCOPE, UserPermissions(("SMS", "ReadAccounts")))["ReadAccounts"]

    assert row.by_user is Holding.NO


def test_a_cut_list_proves_no_lack() -> None:
    row = _rows(SCOPE, UserPermissions(("SMS",), left_out=3))["ReadAccounts"]

    assert row.by_user is Holding.NOT_TOLD


def test_a_scope_that_includes_others_covers_them() -> None:
    rows = _rows(("EditAccounts",), ADA)

    extensions = rows["EditExtensions"]
    assert (extensions.in_scope, extensions.scope) == (Holding.YES, "EditAccounts")
    assert extensions.verdict is CallVerdict.ALLOWED
    assert rows["ReadExtensions"].scope == "EditAccounts"
    assert rows["ReadExtensions"].verdict is CallVerdict.ALLOWED


def test_a_permission_of_users_is_judged_by_the_scope_of_its_calls() -> None:
    with_scope = _rows(SCOPE, ADA)["ReadExtensions"]
    without = _rows(("SMS",), ADA)["ReadExtensions"]

    assert (with_scope.in_scope, with_scope.scope) == (Holding.YES, "ReadAccounts")
    assert (without.in_scope, without.scope) == (Holding.NO, "ReadAccounts")
    assert without.verdict is CallVerdict.APP_LACKS_SCOPE


def test_a_name_that_is_no_known_scope_is_not_held_against_the_app() -> None:
    row = _rows(SCOPE, ADA)["EditUserInfo"]

    assert (row.in_scope, row.by_user) == (Holding.NO_SUCH_NAME, Holding.YES)
    assert row.verdict is CallVerdict.NOT_KNOWN


def test_a_scope_of_the_sign_in_needs_nothing_of_the_user() -> None:
    openid = _rows(("openid",), GRACE)["openid"]

    assert openid.by_user is Holding.NOT_NEEDED
    assert openid.verdict is CallVerdict.NO_CALLS


def test_where_the_server_names_no_scope_nothing_is_claimed_of_the_app() -> None:
    for row in _rows(None, ADA).values():
        assert row.in_scope is Holding.NOT_TOLD
        assert row.verdict is CallVerdict.NOT_KNOWN


def test_without_the_users_list_the_scopes_are_shown_alone() -> None:
    rows = _rows(SCOPE, None)

    assert list(rows) == list(SCOPE)
    assert {row.by_user for row in rows.values()} == {Holding.NOT_TOLD}


def test_a_permission_that_was_asked_for_has_a_row_of_its_own() -> None:
    answers = [
        PermissionAnswer("ReadCallRecording", Standing.HAS),
        PermissionAnswer("Made up", Standing.NO_SUCH_NAME),
    ]

    table = permission_rows(SCOPE, None, answers)

    asked = {row.name: row for row in table.first[len(SCOPE) :]}
    assert list(asked) == ["ReadCallRecording", "Made up"]
    assert asked["ReadCallRecording"].verdict is CallVerdict.APP_LACKS_SCOPE
    assert asked["Made up"].in_scope is Holding.NO_SUCH_NAME


def test_the_last_answer_counts() -> None:
    again = PermissionAnswer("SMS", Standing.HAS)

    assert _rows(SCOPE, GRACE, LACKS_SMS, again)["SMS"].by_user is Holding.YES


def test_an_answer_that_says_nothing_does_not_hide_the_list() -> None:
    untold = PermissionAnswer("RingOut", Standing.NOT_TOLD)

    assert _rows(SCOPE, GRACE, untold)["RingOut"].by_user is Holding.YES


def test_thousands_of_names_are_bounded_and_counted() -> None:
    scope = tuple(f"S{number}" for number in range(MOST_PERMISSIONS + 5))

    table = permission_rows(scope, UserPermissions(("P",), left_out=2))

    assert len(table.first) == MOST_ROWS
    assert len(table.first) + len(table.further) == MOST_PERMISSIONS
    assert table.left_out == 5 + 1 + 2


@given(
    st.none() | st.lists(_NAMES).map(tuple),
    st.none() | st.lists(_NAMES).map(lambda names: UserPermissions(tuple(names))),
    st.lists(_ANSWERS),
)
def test_a_call_is_only_called_allowed_where_both_sides_are_proved(
    scope: tuple[str, ...] | None,
    told: UserPermissions | None,
    answers: list[PermissionAnswer],
) -> None:
    rows = _rows(scope, told, *answers)

    for row in rows.values():
        if row.verdict is CallVerdict.ALLOWED:
            assert scope
            assert row.by_user is Holding.YES
        if row.verdict is CallVerdict.APP_LACKS_SCOPE:
            assert scope is not None
            assert row.name not in scope
        if row.verdict is CallVerdict.USER_LACKS_PERMISSION:
            assert told is not None or answers


@pytest.mark.parametrize("scope", [(), SCOPE])
def test_every_name_is_shown_once(scope: tuple[str, ...]) -> None:
    table = permission_rows(scope, ADA, [LACKS_SMS])

    names = [row.name for row in (*table.first, *table.further)]
    assert len(set(names)) == len(names)
    assert set(names) == {*scope, *ADA.names}
