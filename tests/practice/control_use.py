"""A program that switches the practice server."""

from typing import Any

import requests

JSON = {"Content-Type": "application/json"}


class ControlUse:
    """Sends requests to the control interface of one practice server."""

    def __init__(self, address: str) -> None:
        self.address = address

    def send(
        self,
        method: str,
        path: str,
        body: object = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        """Send ``body`` as JSON, if there is one."""
        return requests.request(
            method,
            f"{self.address}/practice/{path}",
            json=body,
            headers=headers or (JSON if body is None and method == "POST" else None),
            allow_redirects=False,
            timeout=10,
        )

    def state(self) -> dict[str, Any]:
        """What the server says of itself."""
        state: dict[str, Any] = self.send("GET", "state").json()
        return state


def error_of(answer: requests.Response) -> tuple[int, str]:
    """The status and the member that is wrong."""
    (error,) = answer.json()["errors"]
    assert error["reason"].endswith("."), error
    return answer.status_code, error["member"]
