"""Who may use the control interface, and in which form."""

import pytest
import requests

from tests.practice.control_use import JSON, ControlUse, error_of


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "state"), ("POST", "reset"), ("DELETE", "sessions"), ("GET", "")],
)
def test_pages_of_other_servers_are_not_answered(
    control: ControlUse, method: str, path: str, headers: dict[str, str]
) -> None:
    answer = control.send(method, path, headers=JSON | headers)

    assert error_of(answer) == (403, next(iter(headers)))
    assert not [name for name in answer.headers if name.startswith("Access-Control")]


def test_a_foreign_host_is_refused(control: ControlUse) -> None:
    answer = control.send("GET", "state", headers={"Host": "evil.example"})

    assert answer.status_code == 421


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("path", ["reset", "scenes/penalty"])
def test_changes_have_to_be_json(control: ControlUse, path: str, kind: str) -> None:
    answer = control.send("POST", path, headers={"Content-Type": kind})

    assert error_of(answer) == (415, "Content-Type")
    assert control.state()["scene"] is None


@pytest.mark.parametrize("body", [b"{", b"[" * 16_000, b"\xff", b'{"a":1}x'])
def test_what_is_no_json_is_refused(control: ControlUse, body: bytes) -> None:
    answer = requests.patch(
        f"{control.address}/practice/settings", data=body, headers=JSON, timeout=10
    )

    assert error_of(answer) == (400, "body")
