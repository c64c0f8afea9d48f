"""Parameters of a query or a form."""

from collections.abc import Iterable

from ringauth_gui.practice.refusals import DUPLICATE_PARAMETER, Refused


def single_values(untrusted_pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The parameters by name (RFC 6749 section 3.1: none more than once).

    Raises:
        Refused: OAU-111, a parameter stands there twice.
    """
    values: dict[str, str] = {}
    for name, value in untrusted_pairs:
        if name in values:
            raise Refused(DUPLICATE_PARAMETER, name)
        values[name] = value
    return values
