"""A request as a PowerShell command, for Windows PowerShell 5.1 and later ones."""

import re

from ringauth_gui.takeaway.wire import WireRequest

# PowerShell takes each of these for a single quote.
_QUOTES = re.compile("['‘’‚‛]")
_FORM = "application/x-www-form-urlencoded"


def powershell(request: WireRequest) -> str:
    """Return the lines that send ``request`` and show what comes back."""
    headers = []
    if request.basic is not None:
        headers.append(f"    'Authorization' = {_basic(*request.basic)}")
    headers += [
        f"    {quoted(each.name)} = {quoted(each.value)}"
        for each in request.own_headers
    ]
    lines = ["$headers = @{", *headers, "}"]
    call = f"Invoke-RestMethod -Method {request.method} -Uri {quoted(request.url)}"
    call += " -Headers $headers"
    if request.form is not None:
        lines.append(f"$body = {quoted(request.body)}")
        call += f" -ContentType {quoted(_FORM)} -Body $body"
    return "\n".join((*lines, call))


def quoted(text: str) -> str:
    """Return ``text`` as a PowerShell literal, in which nothing is replaced."""
    return f"'{_QUOTES.sub(lambda found: found.group() * 2, text)}'"


def _basic(user: str, password: str) -> str:
    pair = quoted(f"{user}:{password}")
    encoded = f"[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes({pair}))"
    return f"'Basic ' + {encoded}"
