"""Stands in for running programs: remembers commands, answers what it was told."""

import subprocess
from collections.abc import Callable, Sequence


class FakeRun:
    """Answers a command with the first answer whose key is among its words."""

    def __init__(self, answers: dict[str, tuple[int, str]]) -> None:
        """Take exit code and output by a word of the command; others succeed."""
        self.answers = answers
        self.commands: list[list[str]] = []
        self.then: Callable[[Sequence[str]], None] = lambda _command: None

    def __call__(self, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
        """Note the command and answer it."""
        self.commands.append(list(command))
        self.then(command)
        for word, (code, output) in self.answers.items():
            if word in command:
                return subprocess.CompletedProcess(command, code, output)
        return subprocess.CompletedProcess(command, 0, "")

    def ran(self, word: str) -> list[list[str]]:
        """Return the commands in which ``word`` stands."""
        return [command for command in self.commands if word in command]
