import pytest

from ringauth_gui import __version__
from ringauth_gui.arguments import WRONG_ARGUMENT, parse_arguments, refuse_argument

CANARY = "CANARY-hunter2"


def _failure(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(argv)
    assert ended.value.code == WRONG_ARGUMENT
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_without_arguments_nothing_is_asked_for() -> None:
    arguments = parse_arguments([])

    assert (arguments.practice, arguments.profile) == (False, None)


def test_practice_and_profile_are_taken() -> None:
    arguments = parse_arguments(["--practice", "--profile", "Work"])

    assert (arguments.practice, arguments.profile) == (True, "Work")


@pytest.mark.case("PR-15")
@pytest.mark.parametrize(
    "argv",
    [
        ["--client-secret", CANARY],
        [f"--client-secret={CANARY}"],
        [f"-s{CANARY}"],
        ["-s", CANARY],
        [CANARY],
        [f"--practice={CANARY}"],
        [f"--version={CANARY}"],
        ["--pra", CANARY],
        ["--prof", CANARY],
        [f"--prof={CANARY}"],
        [f"@{CANARY}"],
        ["--", CANARY],
        ["--profile", "Work", CANARY],
        [f"--client-secret={CANARY}", "--practice"],
        ["--\x1b[31m", CANARY],
    ],
)
def test_a_wrong_argument_gives_one_line_and_never_its_value_pr_15(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = _failure(argv, capsys)

    assert len(said.splitlines()) == 1
    assert "CANARY" not in said
    assert "hunter2" not in said
    assert "\x1b" not in said


@pytest.mark.case("PR-15")
@pytest.mark.parametrize(
    "argv", [["--client-secret", "x"], ["--client-secret=x"], ["x"], ["@file"]]
)
def test_whoever_types_a_secret_is_told_where_it_goes(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "into the window" in _failure(argv, capsys)


@pytest.mark.case("PR-15")
@pytest.mark.parametrize("argv", [[CANARY, "--help"], ["--help", CANARY]])
def test_help_beside_a_secret_does_not_repeat_it(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(argv)

    printed = capsys.readouterr()
    assert CANARY not in printed.out + printed.err


def test_an_option_that_takes_no_value_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = _failure(["--practice=yes"], capsys)

    assert "--practice takes no value." in said


def test_a_reason_found_later_is_one_line_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        refuse_argument("there is no such profile.")

    assert ended.value.code == WRONG_ARGUMENT
    assert capsys.readouterr().err == (
        "ringauth: there is no such profile. Try --help.\n"
    )


def test_an_option_without_its_value_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "--profile" in _failure(["--profile"], capsys)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"RingAuth {__version__}\n"


def test_the_help_says_where_secrets_are_typed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(["--help"])

    assert ended.value.code == 0
    assert "into the window" in capsys.readouterr().out
