"""A request as JavaScript for fetch, as Node and browsers have it."""

import json

from ringauth_gui.takeaway.wire import WireRequest


def fetch_code(request: WireRequest) -> str:
    """Return the lines that send ``request`` and show what comes back."""
    headers = []
    if request.basic is not None:
        pair = _literal(":".join(request.basic))
        headers.append(f'    "Authorization": "Basic " + btoa({pair}),')
    headers += [
        f"    {_literal(each.name)}: {_literal(each.value)},"
        for each in request.own_headers
    ]
    lines = [
        f"const response = await fetch({_literal(request.url)}, {{",
        f"  method: {_literal(request.method)},",
        '  redirect: "manual",',
        "  headers: {",
        *headers,
        "  },",
    ]
    if request.form is not None:
        pairs = [
            f"    [{_literal(each.name)}, {_literal(each.value)}],"
            for each in request.form
        ]
        lines += ["  body: new URLSearchParams([", *pairs, "  ]),"]
    return "\n".join(
        (*lines, "});", "console.log(response.status, await response.text());")
    )


def _literal(text: str) -> str:
    # ASCII only: two line separators end a string in older JavaScript.
    return json.dumps(text)
