"""Which programs and libraries take part, for logs and reports."""

import platform
import ssl
from collections.abc import Mapping
from importlib import metadata

from ringauth_gui import __version__

_LIBRARIES = (
    "PySide6-Essentials",
    "requests",
    "urllib3",
    "truststore",
    "keyring",
    "PyJWT",
    "cryptography",
)


def versions() -> Mapping[str, str]:
    """Return each program or library with its version; that takes some moments."""
    return {
        "RingAuth": __version__,
        "Python": platform.python_version(),
        "System": platform.platform(),
        "TLS": ssl.OPENSSL_VERSION,
        **{name: _version(name) for name in _LIBRARIES},
    }


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "not installed"
