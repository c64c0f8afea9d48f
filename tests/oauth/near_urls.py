"""Texts that are nearly addresses, or are addresses written in an odd way."""

from hypothesis import strategies as st

_HOSTS = st.sampled_from(
    [
        "platform.example.com",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "1.1.1.1",
        "EX.test",
        "[2001:DB8::1]",
        "[::ffff:127.0.0.1]",
        "xn--bcher-kva.example",
        "a--b.test",
    ]
)
_ODD_HOSTS = st.text("ab1x0.-:@[]%\\ é。", max_size=12)
_PORTS = st.sampled_from(["", ":443", ":80", ":8443", ":", ":0", ":99999", ":00081"])

TAILS = st.text("/?#.ab%2eE57F~&=+;'()*,$![]\\\"<é \t@:", max_size=24)
NEAR_URLS = st.builds(
    "{}://{}{}{}".format,
    st.sampled_from(["https", "http", "HTTPS"]),
    st.one_of(_HOSTS, _ODD_HOSTS),
    _PORTS,
    TAILS,
)
