"""The one place that takes addresses apart, so that no two readings differ (R8)."""

import re
from urllib.parse import SplitResult, urlsplit

# What urlsplit leaves out without a word, as browsers do, and what browsers take for a
# slash: whoever else reads the same text may see another host in it.
_READ_DIFFERENTLY = re.compile(r"[\x00-\x20\x7f\\]")


def split_url(url: str) -> SplitResult:
    """Return the parts of ``url``.

    Raises:
        ValueError: It cannot be read, or others would read it differently.
    """
    if _READ_DIFFERENTLY.search(url):
        raise ValueError("The address holds what not everybody reads alike.")
    return urlsplit(url)


def authority_of(url: str) -> str:
    """Return host and port as ``url`` writes them, without a user name or a password.

    Where none can be read it is empty.
    """
    try:
        return split_url(url).netloc.rpartition("@")[2]
    except ValueError:
        return ""


def host_of(url: str) -> str:
    """Return the host in lower case, without brackets; empty where none can be read."""
    try:
        return split_url(url).hostname or ""
    except ValueError:
        return ""
