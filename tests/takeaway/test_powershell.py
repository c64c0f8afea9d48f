"""A PowerShell command holds its values as PowerShell's own rules read them."""

from urllib.parse import parse_qsl

from hypothesis import example, given

from ringauth_gui.takeaway.hiding import Secrets
from ringauth_gui.takeaway.powershell import powershell, quoted
from tests.takeaway.powershell_reader import literals
from tests.takeaway.requests_examples import HOSTILE, any_text, sent

BASIC = {"Authorization": "Basic Y2xpZW50LTE6Q0FOQVJZJ3g="}  # client-1:CANARY'x


def test_a_command_reads_as_expected() -> None:
    request = sent("https://x.example/t", {"token": "a b"}, BASIC)

    assert powershell(request) == (
        "$headers = @{\n"
        "    'Authorization' = 'Basic ' + [Convert]::ToBase64String("
        "[Text.Encoding]::UTF8.GetBytes('client-1:CANARY''x'))\n"
        "    'Accept' = 'application/json'\n"
        "}\n"
        "$body = 'token=a+b'\n"
        "Invoke-RestMethod -Method POST -Uri 'https://x.example/t' -Headers $headers"
        " -ContentType 'application/x-www-form-urlencoded' -Body $body"
    )


def test_what_is_secret_is_a_word_to_be_replaced() -> None:
    request = sent(
        "https://x.example/t", {"token": "CANARY"}, BASIC, Secrets.PLACEHOLDER
    )

    command = powershell(request)

    assert "CANARY" not in command
    assert "client-1:YOUR_CLIENT_SECRET" in literals(command)
    assert "token=YOUR_TOKEN" in literals(command)


def test_the_body_arrives_as_it_was() -> None:
    form = {f"field{at}": value for at, value in enumerate(HOSTILE)}

    found = literals(powershell(sent("https://x.example/t", form)))

    (body,) = [text for text in found if text.startswith("field0=")]
    assert dict(parse_qsl(body, keep_blank_values=True)) == form


@given(any_text)
@example("it's ‘smart’ ‚quotes‛")
def test_powershell_reads_any_literal_back(value: str) -> None:
    assert literals(quoted(value)) == [value]


@given(any_text)
def test_powershell_reads_any_header_back(value: str) -> None:
    command = powershell(sent("https://x.example/t", headers={"X-Odd": value}))

    found = literals(command)

    assert found[found.index("X-Odd") + 1] == value
