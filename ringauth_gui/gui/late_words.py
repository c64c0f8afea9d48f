"""What the window says after the first paint, imported before it is needed; no Qt."""


def import_late_words() -> None:
    """Import, on a worker, what would hold up the first failure, Check or dialog.

    Only what knows no Qt: Qt's own classes are completed by the thread that first
    names them, and that is the window's.
    """
    from ringauth_gui.gui import (  # noqa: F401
        check_outcomes,
        claim_rows,
        error_explanation,
        error_messages,
        error_unexplained,
        import_offer,
        permission_words,
        profile_checks,
        profile_saving,
        session_endings,
        token_rows,
    )
    from ringauth_gui.ringcentral import option_traps  # noqa: F401
