"""What a request option does that nobody expects (reference sections 1.3, 2.1, 3.2)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ringauth_gui.ringcentral.brands import BRANDS, RINGCENTRAL_US

SHORTEST_ACCESS, LONGEST_ACCESS = 600, 3600  # seconds
USUAL_REFRESH, LONGEST_REFRESH = 604_800, 2_592_000  # seconds: 7 days, 30 days
_WAYS_TO_SIGN_IN = {"login", "sso"}
_PROMPTS = _WAYS_TO_SIGN_IN | {"consent", "none"}
_DISPLAYS = {"page", "popup", "touch", "mobile"}


@dataclass(frozen=True)
class Trap:
    """One thing to know about an option as it is typed.

    Attributes:
        words: One or two plain sentences.
        is_warning: Whether the sign-in, or what it brings, suffers from it.
        remedy: What to type in its place, where that is clear; empty to leave it out.
    """

    words: str
    is_warning: bool = False
    remedy: str | None = None


def option_traps(
    texts: Mapping[str, str], *, sends_nonce: bool, is_ringcentral: bool
) -> dict[str, tuple[Trap, ...]]:
    """Return the traps of what is typed, by the option's name; none of an empty one.

    Args:
        texts: The options as they are typed; one that cannot be sent has no trap.
        sends_nonce: Whether a nonce goes with each request.
        is_ringcentral: Whether the server is RingCentral, or plays it.
    """
    words = {name: text.split() for name, text in texts.items() if text.strip()}
    find = _AT_RINGCENTRAL if is_ringcentral else _ANYWHERE
    found = {name: tuple(find[name](words[name])) for name in find if name in words}
    if sends_nonce and "openid" not in words.get("scope", ()):
        found["nonce"] = (_NO_ID_TOKEN,)
    return {name: traps for name, traps in found.items() if traps}


_NO_ID_TOKEN = Trap(
    "Without “openid” in the scope no ID token comes, and there is nothing to look for"
    " the nonce in.",
    is_warning=True,
)
_OPENID = Trap("“openid” asks for an ID token, which says who signed in.")


def _scope(words: list[str]) -> Iterator[Trap]:
    if "openid" in words:
        yield _OPENID


def _ringcentral_scope(words: list[str]) -> Iterator[Trap]:
    yield Trap(
        "RingCentral may ignore it; a scope that the app does not have is refused."
    )
    yield from _scope(words)


def _prompt(words: list[str]) -> Iterator[Trap]:
    if words == ["none"]:
        yield Trap(
            "Works only in a browser that is signed in already; anybody else gets"
            " login_required.",
            is_warning=True,
        )


def _ringcentral_prompt(words: list[str]) -> Iterator[Trap]:
    yield from _prompt(words)
    if unknown := sorted(set(words) - _PROMPTS):
        yield Trap(
            f"RingCentral knows login, sso, consent and none, not “{unknown[0]}”.",
            is_warning=True,
        )
    elif "none" not in words and not _WAYS_TO_SIGN_IN & set(words):
        yield Trap(
            "“consent” alone drops the usual ways to sign in: people without single"
            " sign-on end on an error page with API_ERROR_208.",
            is_warning=True,
            remedy="login sso consent",
        )


def _display(words: list[str]) -> Iterator[Trap]:
    if unknown := sorted(set(words) - _DISPLAYS):
        yield Trap(
            f"The values are page, popup, touch and mobile, not “{unknown[0]}”.",
            is_warning=True,
        )
    yield Trap("Some servers ignore it.")


def _ui_locales(_words: list[str]) -> Iterator[Trap]:
    yield Trap("Some servers ignore it.")


def _brand_id(words: list[str]) -> Iterator[Trap]:
    brand = " ".join(words)
    name = BRANDS.get(brand)
    if brand == RINGCENTRAL_US:
        yield Trap(
            f"{name}: keeps accounts from outside the US out; they end on an"
            " access-denied page.",
            is_warning=True,
            remedy="",
        )
        return
    yield Trap(f"{name}." if name else "None of the brands that RingAuth knows.")
    yield Trap(
        "A wrong brand ends on an access-denied page. Empty is safe: the app's own"
        " brand is taken.",
        is_warning=True,
    )


def _access_token_ttl(words: list[str]) -> Iterator[Trap]:
    seconds = _seconds(words)
    if seconds is not None and seconds < SHORTEST_ACCESS:
        yield _cut("less", SHORTEST_ACCESS, "10 min")
    if seconds is not None and seconds > LONGEST_ACCESS:
        yield _cut("more", LONGEST_ACCESS, "1 h")


def _refresh_token_ttl(words: list[str]) -> Iterator[Trap]:
    seconds = _seconds(words)
    if seconds is None:
        return
    if seconds == 0:
        yield Trap(
            "With 0 no refresh token comes at all: somebody signs in again each time"
            " the access token ends.",
            is_warning=True,
        )
    elif seconds > LONGEST_REFRESH:
        yield _cut("more", LONGEST_REFRESH, "30 d")
    elif seconds > USUAL_REFRESH:
        yield Trap(
            f"RingCentral's documents disagree above {USUAL_REFRESH} s (7 d): one"
            f" allows {LONGEST_REFRESH} s (30 d), another cuts it to the app's usual."
            " The answer says what came.",
            is_warning=True,
        )


def _cut(way: str, limit: int, duration: str) -> Trap:
    return Trap(
        f"RingCentral gives no {way} than {limit} s ({duration}).",
        is_warning=True,
        remedy=str(limit),
    )


def _seconds(words: list[str]) -> int | None:
    text = " ".join(words)
    return int(text[:20]) if text.isascii() and text.isdigit() else None


_Find = Callable[[list[str]], Iterator[Trap]]
_ANYWHERE: dict[str, _Find] = {
    "scope": _scope,
    "prompt": _prompt,
    "display": _display,
    "ui_locales": _ui_locales,
}
_AT_RINGCENTRAL: dict[str, _Find] = {
    "scope": _ringcentral_scope,
    "prompt": _ringcentral_prompt,
    "display": _display,
    "ui_locales": _ui_locales,
    "brand_id": _brand_id,
    "access_token_ttl": _access_token_ttl,
    "refresh_token_ttl": _refresh_token_ttl,
}
