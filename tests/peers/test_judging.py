"""The judges say what happened, in the words of the table."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.peers.judging import (
    Verdict,
    ends_refused,
    has_safe_headers,
    keeps_code_from_head,
    refuses_foreign_host,
    serves_both,
    signs_in,
    tells_outcome,
)
from tests.peers.observation import Observation, Outcome, Reply

SAFE = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "content-type": "text/html; charset=utf-8",
}
PAGE = Reply(200, SAFE, "<h1>You are signed in</h1>")
SORRY = replace(PAGE, body="<h1>You are not signed in</h1>")
LOST = Outcome(signed_in=False, reason="MismatchingStateError")
GOOD = Observation(
    "c",
    abuse=(Reply(403),),
    pages=(PAGE,),
    redeemed=("c",),
    outcome=Outcome(signed_in=True),
)
CUT = Reply(problem="cut off")
REFUSED = replace(GOOD, outcome=LOST, redeemed=(), pages=(SORRY,))
TOLD = replace(GOOD, outcome=LOST, pages=(PAGE, SORRY))


def answered(status: int, **headers: str) -> Observation:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return replace(GOOD, abuse=(Reply(status, named),))


def page_with(**headers: str) -> Observation:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return replace(GOOD, pages=(replace(PAGE, headers={**SAFE, **named}),))


@pytest.mark.parametrize(
    ("judge", "seen", "words"),
    [
        (signs_in, GOOD, "passed"),
        (
            signs_in,
            replace(GOOD, outcome=LOST),
            "sign-in lost: MismatchingStateError",
        ),
        (signs_in, replace(GOOD, outcome=None), "never ends"),
        (
            signs_in,
            replace(GOOD, is_late=True),
            "hangs until the silent leave, then signs in",
        ),
        (
            signs_in,
            replace(GOOD, is_late=True, outcome=None),
            "hangs until the silent leave, then never ends",
        ),
        (
            signs_in,
            replace(GOOD, redeemed=("stolen",)),
            "a stranger's code redeemed",
        ),
        (
            signs_in,
            replace(GOOD, redeemed=("c", "c")),
            "2 token requests",
        ),
        (signs_in, replace(GOOD, pages=(CUT,)), "signs in, browser cut off"),
        (signs_in, replace(GOOD, pages=(Reply(500),)), "signs in, browser told 500"),
        (keeps_code_from_head, GOOD, "passed"),
        (keeps_code_from_head, replace(GOOD, spent=("c",)), "code spent by HEAD"),
        (keeps_code_from_head, answered(200), "answered 200 to HEAD"),
        (keeps_code_from_head, answered(303), "answered 303 to HEAD"),
        (
            keeps_code_from_head,
            replace(GOOD, outcome=LOST),
            "sign-in lost: MismatchingStateError",
        ),
        (refuses_foreign_host, GOOD, "passed"),
        (refuses_foreign_host, answered(200), "answered 200 to evil.example"),
        (
            refuses_foreign_host,
            replace(answered(200), spent=("c",)),
            "answered 200 to evil.example, code spent",
        ),
        (
            refuses_foreign_host,
            answered(403, access_control_allow_origin="*"),
            "sends Access-Control headers to evil.example",
        ),
        (refuses_foreign_host, replace(GOOD, spent=("c",)), "code spent"),
        (ends_refused, REFUSED, "passed"),
        (
            ends_refused,
            replace(REFUSED, pages=(Reply(400), SORRY)),
            "passed by POST, GET answered 400",
        ),
        (ends_refused, replace(REFUSED, outcome=None), "keeps waiting"),
        (
            ends_refused,
            replace(REFUSED, redeemed=("none",)),
            "token request in spite of the error",
        ),
        (
            ends_refused,
            replace(REFUSED, outcome=Outcome(signed_in=True)),
            "signed in in spite of the error",
        ),
        (serves_both, replace(GOOD, pages=(PAGE, PAGE)), "passed"),
        (serves_both, replace(GOOD, pages=(PAGE, CUT)), "signs in, browser cut off"),
        (
            serves_both,
            replace(GOOD, pages=(PAGE, replace(PAGE, body=""))),
            "one visitor gets no words",
        ),
        (
            serves_both,
            replace(GOOD, pages=(PAGE, PAGE), redeemed=("c", "c")),
            "2 token requests",
        ),
        (has_safe_headers, GOOD, "passed"),
        (has_safe_headers, page_with(cache_control="private"), "lacks no-store"),
        (has_safe_headers, page_with(x_content_type_options=""), "lacks nosniff"),
        (has_safe_headers, page_with(referrer_policy="origin"), "lacks no-referrer"),
        (
            has_safe_headers,
            page_with(
                content_security_policy="default-src 'none'; script-src 'self'",
                x_frame_options="DENY",
            ),
            "lacks CSP",
        ),
        (
            has_safe_headers,
            page_with(content_security_policy="default-src 'none'"),
            "lacks framing",
        ),
        (has_safe_headers, page_with(content_type="text/html"), "lacks charset"),
        (
            has_safe_headers,
            page_with(server="WSGIServer/0.2 CPython/3.11.2"),
            "Server names Python",
        ),
        (
            has_safe_headers,
            page_with(server="BaseHTTP/0.6 Python/3.11.2", referrer_policy=""),
            "lacks no-referrer; Server names Python",
        ),
        (
            has_safe_headers,
            replace(GOOD, outcome=LOST),
            "sign-in lost: MismatchingStateError",
        ),
        (tells_outcome, TOLD, "passed"),
        (
            tells_outcome,
            replace(TOLD, pages=(PAGE, PAGE)),
            "“You are signed in” although refused",
        ),
        (tells_outcome, replace(TOLD, pages=(PAGE, CUT)), "browser gets no words"),
        (
            tells_outcome,
            replace(TOLD, outcome=Outcome(signed_in=True)),
            "refused code did not end the sign-in",
        ),
    ],
)
def test_a_judge_says_what_happened(
    judge: Callable[[Observation], Verdict], seen: Observation, words: str
) -> None:
    verdict = judge(seen)

    assert verdict.words == words
    assert verdict.passed == words.startswith("passed")
