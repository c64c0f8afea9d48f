"""The forms in which a request can be taken away."""

from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.takeaway.curl import curl
from ringauth_gui.takeaway.fetch_code import fetch_code
from ringauth_gui.takeaway.powershell import powershell
from ringauth_gui.takeaway.python_code import python_code
from ringauth_gui.takeaway.raw_http import raw_http
from ringauth_gui.takeaway.wire import WireRequest


@dataclass(frozen=True)
class CodeForm:
    """One form.

    Attributes:
        key: Names it in the program.
        label: What a person calls it.
        suffix: Of a file that holds it.
        text_of: Makes it of a request.
    """

    key: str
    label: str
    suffix: str
    text_of: Callable[[WireRequest], str]


CODE_FORMS = (
    CodeForm("curl", "cURL (bash, zsh, sh)", ".sh", curl),
    CodeForm("powershell", "PowerShell", ".ps1", powershell),
    CodeForm("python", "Python requests", ".py", python_code),
    CodeForm("fetch", "JavaScript fetch", ".mjs", fetch_code),
    CodeForm("http", "Raw HTTP", ".http", raw_http),
)
