"""What is said of the practice server's state; no Qt."""

from ringauth_gui.practice_state import PracticeState


def state_text(state: PracticeState) -> str:
    """Return what is on, in whole sentences."""
    if state.is_normal:
        return "The practice server behaves as RingCentral."
    labels = ", ".join(label for _key, label in state.faults)
    parts = (
        ("Scene", state.scene_name),
        ("Faults", labels),
        ("Changed settings", ", ".join(state.changed)),
    )
    return " ".join(f"{name}: {text}." for name, text in parts if text)


def scene_text(state: PracticeState) -> str:
    """Return what the status line says; nothing while all is normal."""
    if state.scene_name:
        return f"Practice scene: {state.scene_name}"
    return "" if state.is_normal else "Practice server: told to misbehave"
