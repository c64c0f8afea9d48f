"""Parameters of a query or a form."""

from collections.abc import Iterable

from ringauth_gui.practice.refusals import DUPLICATE_PARAMETER, Refused


def single_values(untrusted_pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The parameters by name (RFC 6749 sections 3.1 and 3.2).

    None may stand there twice, and one without a value counts as left out.

    Raises:
        Refused: OAU-111, a parameter stands there twice.
    """
    values: dict[str, str] = {}
    for name, value in untrusted_pairs:
        if name in values:
            raise Refused(DUPLICATE_PARAMETER, name)
        values[name] = value
    return {name: value for name, value in values.items() if value}
