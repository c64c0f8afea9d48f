"""A request as a cURL command for POSIX shells."""

import shlex

from ringauth_gui.takeaway.wire import WireField, WireRequest


def curl(request: WireRequest) -> str:
    """Return one command, with a line for each option.

    A value that a POSIX shell could change stands in single quotes, in which it does
    not.
    """
    options = [f"curl --request {shlex.quote(request.method)} {_address(request)}"]
    options.append("--compressed")
    if request.basic is not None:
        options.append(f"--user {shlex.quote(':'.join(request.basic))}")
    options += [
        f"--header {shlex.quote(_header(each))}" for each in request.own_headers
    ]
    options += [
        f"--data-urlencode {shlex.quote(f'{each.name}={each.value}')}"
        for each in request.form or ()
    ]
    return " \\\n  ".join(options)


def _header(field: WireField) -> str:
    # With a colon and nothing behind it, curl would leave the header out.
    return f"{field.name}: {field.value}" if field.value else f"{field.name};"


def _address(request: WireRequest) -> str:
    # curl takes brackets and braces in an address for ranges; those of IPv6 are kept.
    glob = "--globoff " if set("[]{}") & set(request.url) else ""
    return f"{glob}{shlex.quote(request.url)}"
