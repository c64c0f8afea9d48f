"""What counts as passed, and a few words for what happened instead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tests.peers.observation import Observation, Reply

_OK = 200
_REFUSED = 400
_SENTENCE = re.compile(r"[^.!?]*\w[^.!?]*")
_TAGS = re.compile(r"<(style|svg|head)\b.*?</\1>|<[^>]*>", re.DOTALL)
_INTERPRETER = re.compile(r"python", re.IGNORECASE)


@dataclass(frozen=True)
class Verdict:
    """What a probe came to.

    Attributes:
        passed: Whether the criterion is met.
        words: What happened, for a cell of the table.
    """

    passed: bool
    words: str = "passed"


PASSED = Verdict(passed=True)


def signs_in(seen: Observation) -> Verdict:
    """Judge whether the genuine callback was answered in time and led to a token."""
    late = "hangs until the silent leave, then " if seen.is_late else ""
    if seen.outcome is None:
        return _failed(f"{late}never ends")
    if not seen.outcome.signed_in:
        return _failed(f"{late}sign-in lost: {seen.outcome.reason}")
    if len(seen.redeemed) != 1:
        return _failed(f"{late}{len(seen.redeemed)} token requests")
    if seen.redeemed != (seen.code,):
        return _failed(f"{late}a stranger's code redeemed")
    if seen.is_late:
        return _failed(f"{late}signs in")
    unserved = [page for page in seen.pages if page.status != _OK]
    return _failed(f"signs in, browser {_fate(unserved[0])}") if unserved else PASSED


def keeps_code_from_head(seen: Observation) -> Verdict:
    """Judge whether HEAD was refused and left the code to the genuine callback."""
    if seen.spent:
        return _failed("code spent by HEAD")
    taken = _taken(seen)
    return _failed(f"answered {taken[0]} to HEAD") if taken else signs_in(seen)


def refuses_foreign_host(seen: Observation) -> Verdict:
    """Judge whether a foreign ``Host`` was refused, without cross-origin headers."""
    shared = any(
        name.startswith("access-control-")
        for reply in seen.abuse
        for name in reply.headers
    )
    if shared:
        return _failed("sends Access-Control headers to evil.example")
    taken = _taken(seen)
    if taken:
        spent = ", code spent" if seen.spent else ""
        return _failed(f"answered {taken[0]} to evil.example{spent}")
    return _failed("code spent") if seen.spent else signs_in(seen)


def ends_refused(seen: Observation) -> Verdict:
    """Judge whether the person's refusal ended the sign-in, without a token request.

    A client that awaits a posted form is sent one when it did not take the refusal by
    GET, and passes by that.
    """
    if seen.redeemed:
        return _failed("token request in spite of the error")
    if seen.outcome is None:
        return _failed("keeps waiting")
    if seen.outcome.signed_in:
        return _failed("signed in in spite of the error")
    first, *posted = seen.pages
    return (
        Verdict(passed=True, words=f"passed by POST, GET answered {first.status}")
        if posted
        else PASSED
    )


def serves_both(seen: Observation) -> Verdict:
    """Judge whether two genuine callbacks made one token request and both got words."""
    verdict = signs_in(seen)
    if verdict.passed and not all(_text(page) for page in seen.pages):
        return _failed("one visitor gets no words")
    return verdict


def has_safe_headers(seen: Observation) -> Verdict:
    """Judge the headers of the page that the browser ends on (CB-16)."""
    verdict = signs_in(seen)
    if not verdict.passed:
        return verdict
    headers = seen.pages[0].headers
    missing = [name for name, has in _has(headers).items() if not has]
    words = [f"lacks {', '.join(missing)}"] if missing else []
    if _INTERPRETER.search(headers.get("server", "")):
        words.append("Server names Python")
    return _failed("; ".join(words)) if words else PASSED


def tells_outcome(seen: Observation) -> Verdict:
    """Judge whether the page knows that the token endpoint refused the code.

    The first page is of a sign-in whose code was granted, the second of one whose code
    was refused: whatever the words are, they cannot be the same and true both times.
    """
    if seen.outcome is None or seen.outcome.signed_in:
        return _failed("refused code did not end the sign-in")
    granted, refused = map(_text, seen.pages)
    if not granted or not refused:
        return _failed("browser gets no words")
    if granted == refused:
        return _failed(f"“{_first_sentence(refused)}” although refused")
    return PASSED


def _taken(seen: Observation) -> list[int]:
    """Return the statuses that told a stranger that all is well."""
    return [reply.status for reply in seen.abuse if 0 < reply.status < _REFUSED]


def _fate(page: Reply) -> str:
    return page.problem or f"told {page.status}"


def _has(headers: Mapping[str, str]) -> dict[str, bool]:
    policy = headers.get("content-security-policy", "")
    return {
        "no-store": "no-store" in headers.get("cache-control", ""),
        "nosniff": headers.get("x-content-type-options") == "nosniff",
        "no-referrer": headers.get("referrer-policy") == "no-referrer",
        "CSP": "default-src 'none'" in policy and "script-src" not in policy,
        "framing": "frame-ancestors 'none'" in policy
        or headers.get("x-frame-options") == "DENY",
        "charset": "charset=" in headers.get("content-type", ""),
    }


def _text(page: Reply) -> str:
    """Return the words that a page shows."""
    return " ".join(_TAGS.sub(" ", page.body).split()) if page.status == _OK else ""


def _first_sentence(text: str) -> str:
    found = _SENTENCE.search(text)
    return found[0].strip() if found else ""


def _failed(words: str) -> Verdict:
    return Verdict(passed=False, words=words)
