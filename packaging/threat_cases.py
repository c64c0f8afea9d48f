"""Runs every test that has a case's number, and prints case, test and result.

``python packaging/threat_cases.py [docs/threat-cases.md]`` writes the table there too.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from checks import WITHOUT_QT, window_tests
from threat_catalogue import all_cases

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
RECORDER = ("-p", "tests.case_recorder", "-m", "case", "--cases")

Results = Mapping[str, Mapping[str, str]]


def main() -> int:
    """Run the tests; return 1 where a case has none, or one that did not pass."""
    with tempfile.TemporaryDirectory() as folder:
        results = _results(Path(folder) / "results")
    table = "\n".join(_table(results))
    sys.stdout.write(f"{table}\n")
    for path in sys.argv[1:]:
        Path(path).write_text(_page(table), encoding="utf-8")
    outcomes = [set(results[case.number].values()) for case in all_cases(TESTS)]
    return 0 if all(each == {"passed"} for each in outcomes) else 1


def _results(file: Path) -> Results:
    window = window_tests(ROOT)
    ignored = [f"--ignore={path}" for path in (*window, "tests/end_to_end")]
    runs = ((*WITHOUT_QT, *ignored, "tests"), window, ("tests/end_to_end",))
    for given in runs:
        command = [sys.executable, "-m", "pytest", "-q", *RECORDER, str(file), *given]
        subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr)
    results: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tests = results[row["case"]]
        # One test of several parameters: the worst of its results counts.
        if tests.get(row["test"], "passed") == "passed":
            tests[row["test"]] = row["outcome"]
    return results


def _table(results: Results) -> Iterator[str]:
    yield "| case | what happens | test | result |"
    yield "|---|---|---|---|"
    for case in all_cases(TESTS):
        tests = results[case.number] or {"none": "missing"}
        for at, (test, outcome) in enumerate(sorted(tests.items())):
            told = (case.number, case.situation) if at == 0 else ("", "")
            yield f"| {told[0]} | {told[1]} | {_link(test)} | {outcome} |"


def _link(test: str) -> str:
    path, _, name = test.partition("::")
    return f"[{name}](../{path})" if name else test


def _page(table: str) -> str:
    return (
        "# Cases of the threat model\n\n"
        "Which test shows which case, and how it ended; made by\n"
        "`.venv/bin/python packaging/threat_cases.py docs/threat-cases.md`, which runs "
        "them all.\n\n"
        f"{table}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
