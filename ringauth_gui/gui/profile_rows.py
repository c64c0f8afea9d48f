"""What the side list shows of each session; no Qt."""

from ringauth_gui.gui.formatting import ago_text, clock_text, duration_text, level
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.moment import Moment
from ringauth_gui.server_directory import server_name


def profile_row(state: SessionState, now: Moment) -> ProfileRow:
    """Return the row of a session."""
    token = state.token
    left = None if token is None else token.access_remaining(now)
    lifetime = None if token is None else token.expires_in
    status, spoken = _status(state, left, now)
    name = server_name(state.profile)
    return ProfileRow(
        id=state.profile.id,
        name=state.profile.name,
        server_label=f"{name} · JWT" if state.uses_jwt else name,
        status_text=status,
        accessible_status=spoken,
        fraction=left / lifetime if left is not None and lifetime else 0.0,
        level=level(left, lifetime),
    )


def _status(state: SessionState, left: float | None, now: Moment) -> tuple[str, str]:
    """Return the status as shown, and as spoken."""
    if state.activity is Activity.AUTHORIZING:
        return ("Signing in…",) * 2
    if state.token is None:
        short = (state.ended or "Signed out").partition(" ")[0]
        status = "Revoked" if short == "Revoked" else "Signed out"
        if not state.opened:
            # While it is read there is nothing to say that may be wrong in a moment.
            status = "" if state.activity else "Not opened yet"
        return status, status
    if left is None:
        return ("End unknown",) * 2
    if left < 1:
        ended = state.token.issued.wall + (state.token.expires_in or 0)
        return (f"Expired {ago_text(max(0.0, now.wall - ended))}",) * 2
    return f"{clock_text(left)} left", f"{duration_text(left)} left"
