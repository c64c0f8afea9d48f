"""Reads credentials where people have them: the console's JSON, ``.env``, variables.

Nothing is ever written, and no message holds a value.
"""

import io
from collections.abc import Iterator, Mapping

from ringauth_gui.errors import CredentialsFileError
from ringauth_gui.oauth.json_object import UnusableJson, json_object
from ringauth_gui.ringcentral.credential_names import (
    CredentialKind,
    is_ringcentrals,
    kind_of,
    rank,
)
from ringauth_gui.ringcentral.found_credentials import (
    FoundCredentials,
    NamedText,
    found_credentials,
)

LARGEST_FILE = 1024 * 1024
MOST_APPS = 20
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_KNOWN_NAMES = "clientId or RC_APP_CLIENT_ID"


def read_credentials(data: bytes, file_name: str) -> tuple[FoundCredentials, ...]:
    """Return the credentials of each app in a file.

    Args:
        data: What the file holds.
        file_name: Its name without its folder, for the messages.

    Raises:
        CredentialsFileError: It holds none, or cannot be read.
    """
    text = _text(data, file_name)
    if text.lstrip()[:1] in {"{", "["}:
        found = _in_json(text, file_name)
    else:
        found = (_in_dotenv(text),)
    found = tuple(each for each in found if not each.is_empty)
    if not found:
        raise CredentialsFileError(
            f"{file_name} holds no client ID and no JWT credential under a name that "
            f"RingAuth knows, such as {_KNOWN_NAMES}."
        )
    return found


def credentials_from_environment(environ: Mapping[str, str]) -> FoundCredentials | None:
    """Return what RingCentral's usual variables hold; None when they hold nothing.

    A name without RC_ or RINGCENTRAL_ may be any other program's.
    """
    texts = [
        NamedText((name,), text)
        for name, text in environ.items()
        if is_ringcentrals(name)
    ]
    found = found_credentials(texts)
    return None if found.is_empty else found


def telling_variable(environ: Mapping[str, str]) -> str:
    """Return the variable that credentials would be known by; empty if none is set."""
    names = [name for name, text in environ.items() if is_ringcentrals(name) and text]
    for kind in (CredentialKind.CLIENT_ID, CredentialKind.JWT):
        if telling := sorted(
            (each for each in names if kind_of(each) is kind), key=rank
        ):
            return telling[0]
    return ""


def _text(data: bytes, file_name: str) -> str:
    if len(data) > LARGEST_FILE:
        raise CredentialsFileError(f"{file_name} is larger than {LARGEST_FILE} bytes.")
    if data.startswith(_UTF16_MARKS):
        raise CredentialsFileError(
            f"{file_name} is UTF-16 text, which Windows programs call “Unicode”. Save "
            "it as UTF-8, then try again."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Without a cause: it carries the whole file.
        raise CredentialsFileError(f"{file_name} is not UTF-8 text.") from None
    if "\0" in text:
        raise CredentialsFileError(f"{file_name} is no text file.")
    return text


def _in_json(text: str, file_name: str) -> tuple[FoundCredentials, ...]:
    try:
        document = json_object(text.encode())
    except UnusableJson as error:
        raise CredentialsFileError(
            f"{file_name} looks like JSON, but {error}."
        ) from None
    texts = tuple(_texts_in(document, ()))
    apps = [each.path[:-1] for each in texts if each.kind is CredentialKind.CLIENT_ID]
    apps = list(dict.fromkeys(apps))
    if len(apps) < 2:  # noqa: PLR2004 - then everything in it belongs together
        return (found_credentials(texts),)
    return tuple(
        found_credentials([each for each in texts if _belongs(each.path[:-1], app)])
        for app in apps[:MOST_APPS]
    )


def _belongs(place: tuple[str, ...], app: tuple[str, ...]) -> bool:
    """Return whether a text at ``place`` is inside the app, or around all apps."""
    return place[: len(app)] == app or app[: len(place)] == place


def _texts_in(node: object, path: tuple[str, ...]) -> Iterator[NamedText]:
    if isinstance(node, str) and path:
        yield NamedText(path, node)
    elif isinstance(node, dict):
        for name, inner in node.items():
            yield from _texts_in(inner, (*path, name))
    elif isinstance(node, list):
        for number, inner in enumerate(node, start=1):
            yield from _texts_in(inner, (*path, str(number)))


def _in_dotenv(text: str) -> FoundCredentials:
    from dotenv.parser import parse_stream  # noqa: PLC0415 - not before the first paint

    texts, unreadable = [], []
    for binding in parse_stream(io.StringIO(text)):
        if binding.error:
            unreadable.append(binding.original.line)
        elif binding.key and binding.value:
            texts.append(NamedText((binding.key,), binding.value))
    return found_credentials(texts, _lines_left_out(unreadable))


def _lines_left_out(lines: list[int]) -> list[str]:
    if not lines:
        return []
    if len(lines) == 1:
        return [f"Line {lines[0]} cannot be read and is left out."]
    return [
        f"{len(lines)} lines cannot be read and are left out; the first of them is "
        f"line {lines[0]}."
    ]
