"""What one visitor may cost is what the documentation says."""

from pathlib import Path

from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS

PAGE = Path(__file__).parents[2] / "docs" / "callback.md"
KIB = 1024


def test_the_documentation_names_every_limit() -> None:
    limits = STANDARD_LIMITS
    line, headers = limits.request_line_bytes / KIB, limits.header_bytes / KIB

    told = PAGE.read_text("utf-8")

    for row in (
        f"until its request is whole | {limits.connection_seconds:g} s |",
        f"| {line:g} KiB, {headers:g} KiB, {limits.header_lines} |",
        f"| visitors at the same time | {limits.connections}; ",
        f"| a browser that waits for the outcome | {limits.result_seconds:g} s, ",
        f"after {limits.farewell_seconds:g} s at the latest |",
        f"goes on sending | {limits.drain_seconds:g} s |",
    ):
        assert row in told
