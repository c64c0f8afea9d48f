"""A lifetime in seconds, as servers write it."""

LONGEST_LIFETIME = 10**10  # seconds; anything beyond is a mistake, hence unknown


def lifetime(untrusted: object) -> int | None:
    """Return a lifetime in seconds; anything but a number or digits is unknown."""
    if isinstance(untrusted, str) and untrusted.isascii() and untrusted.isdigit():
        untrusted = float(untrusted)  # of any length, unlike int()
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float):
        return None
    if not -LONGEST_LIFETIME < untrusted < LONGEST_LIFETIME:
        return None
    return max(0, int(untrusted))
