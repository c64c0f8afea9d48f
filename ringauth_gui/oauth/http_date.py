"""A time as HTTP headers write it (RFC 9110 section 5.6.7)."""

from datetime import UTC


def http_date(untrusted: str) -> float | None:
    """Return the seconds since the epoch, None for what is no date."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - seldom needed

    if untrusted.count(",") > 1:  # two headers, joined to one: which of them is true?
        return None
    try:
        moment = parsedate_to_datetime(untrusted)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
