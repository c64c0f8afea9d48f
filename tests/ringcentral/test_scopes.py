from ringauth_gui.ringcentral.scopes import NEEDED_BY_CALLS, SCOPE_NAMES, including


def test_a_scope_includes_others_over_several_steps() -> None:
    assert including(["SMS", "Accounts"], "ReadAccounts") == "Accounts"
    assert including(["EditAccounts"], "EditExtensions") == "EditAccounts"
    assert including(["ReadAccounts"], "EditAccounts") is None


def test_no_scope_includes_itself() -> None:
    assert all(including([name], name) is None for name in SCOPE_NAMES)


def test_each_name_is_told_once_and_those_with_needs_are_among_them() -> None:
    assert len(set(SCOPE_NAMES)) == len(SCOPE_NAMES)
    assert set(NEEDED_BY_CALLS) <= set(SCOPE_NAMES)
