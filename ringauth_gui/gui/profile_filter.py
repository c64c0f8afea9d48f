"""Which profiles a typed text finds; no Qt."""

from ringauth_gui.gui.profile_row import ProfileRow


def is_found(row: ProfileRow, text: str) -> bool:
    """Return whether each word of ``text`` stands somewhere in what is known of a row.

    A countdown is not looked into: what is found stays found from second to second.
    """
    known = f"{row.name}\n{row.server_label}\n{row.client_id}\n{row.status_words}"
    heard = known.casefold()
    return all(word in heard for word in text.casefold().split())
