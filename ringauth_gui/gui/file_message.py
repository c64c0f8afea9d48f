"""What is said at the start of files that were not as they should be; no Qt."""

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.storage.profiles import LoadedProfiles
from ringauth_gui.storage.settings import LoadedSettings


def file_message(profiles: LoadedProfiles, settings: LoadedSettings) -> Message | None:
    """Return what is wrong with the files; None when nothing is."""
    problems = (*profiles.problems, settings.problem or "")
    advice = " ".join(filter(None, problems))
    if not advice:
        return None
    aside = "" if profiles.set_aside is None else str(profiles.set_aside)
    return Message(MessageKind.WARNING, _title(profiles), advice, aside)


def _title(profiles: LoadedProfiles) -> str:
    if profiles.set_aside is not None:
        return f"A damaged profile file was kept as {profiles.set_aside.name}"
    if profiles.read_only:
        return "Profiles cannot be saved this time"
    if profiles.problems:
        return "The profile file is not as it should be"
    return "The file with the window's settings is not as it should be"
