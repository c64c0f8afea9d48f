"""A request as Python code for the library requests."""

from ringauth_gui.takeaway.wire import WireRequest


def python_code(request: WireRequest) -> str:
    """Return the lines that send ``request`` and show what comes back."""
    given = [f"    {request.method!r},", f"    {request.url!r},"]
    if request.basic is not None:
        given.append(f"    auth={request.basic!r},")
    headers = {each.name: each.value for each in request.own_headers}
    given += _block("headers", "{", [f"{k!r}: {v!r}" for k, v in headers.items()], "}")
    if request.form is not None:
        pairs = [f"({each.name!r}, {each.value!r})" for each in request.form]
        given += _block("data", "[", pairs, "]")
    given += ["    allow_redirects=False,", "    timeout=30,"]
    lines = ("import requests", "", "response = requests.request(", *given, ")")
    shown = "print(response.status_code, response.text)"
    return "\n".join((*lines, shown))


def _block(name: str, opened: str, items: list[str], closed: str) -> list[str]:
    return [
        f"    {name}={opened}",
        *(f"        {item}," for item in items),
        f"    {closed},",
    ]
