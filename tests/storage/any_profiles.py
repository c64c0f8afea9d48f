"""Profiles of every kind, as they can be made by hand and by other programs."""

from hypothesis import strategies as st

from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind

HOST = "https://idp.example.com"
_PLAIN = "abcXYZ019-._~"
_WORDS = st.lists(st.text(_PLAIN, min_size=1, max_size=8), max_size=3, unique=True).map(
    tuple
)
_WORD = st.text(_PLAIN, max_size=8)
_SECONDS = st.none() | st.integers(0, 10**9)
_NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=80)
_ADDRESSES = st.none() | st.sampled_from([f"{HOST}/one", f"{HOST}:8443/two"])
_VALUES = st.none() | st.lists(_WORD, max_size=3).map(tuple)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
_METADATA = st.builds(
    ServerMetadata,
    authorization_endpoint=st.just(f"{HOST}/authorize"),
    token_endpoint=st.just(f"{HOST}/token"),
    revocation_endpoint=_ADDRESSES,
    userinfo_endpoint=_ADDRESSES,
    jwks_uri=_ADDRESSES,
    issuer=_ADDRESSES,
    authorization_response_iss_parameter_supported=st.booleans(),
    token_endpoint_auth_methods_supported=_VALUES,
    id_token_signing_alg_values_supported=_VALUES,
    code_challenge_methods_supported=_VALUES,
    typed=st.booleans(),
)
_OPTIONS = st.builds(
    RequestOptions,
    scope=_WORDS,
    prompt=_WORDS.filter(lambda words: "none" not in words),
    display=_WORD,
    ui_locales=_WORDS,
    login_hint=st.text(_PLAIN + "@ ", max_size=20).map(str.strip),
    brand_id=_WORD,
    sends_nonce=st.booleans(),
    access_token_ttl=_SECONDS,
    refresh_token_ttl=_SECONDS,
)


@st.composite
def any_profiles(draw: st.DrawFn) -> Profile:
    """Return a profile that the profile file can hold."""
    server = draw(st.sampled_from(ServerKind))
    is_other = server is ServerKind.OTHER
    unknown = draw(
        st.dictionaries(
            st.sampled_from(["colour", "note", "seen"]), json_values, max_size=2
        )
    )
    uris = [f"http://localhost:{draw(st.integers(1024, 65535))}/callback"]
    return Profile(
        id=draw(st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)),
        name=draw(_NAMES),
        server=server,
        server_url=draw(st.sampled_from(["", HOST])) if is_other else "",
        metadata=draw(_METADATA) if is_other else None,
        client_id=draw(st.text(_PLAIN, min_size=1, max_size=30)),
        has_secret=draw(st.booleans()),
        redirect_uris=tuple(uris),
        grant_type=draw(st.sampled_from(GrantType)),
        options=draw(_OPTIONS),
        auto_refresh=draw(st.booleans()),
        keep_tokens=draw(st.booleans()),
        unknown=unknown,
    )
