"""What a server of the tests answers: whole, cut off, or without an end."""

from tests.fakes.conversation import Conversation, Script


def answer(
    body: bytes = b"{}",
    *headers: str,
    status: str = "200 OK",
    length: int | None = None,
) -> bytes:
    """Return a whole answer; a ``length`` is announced in place of the true one."""
    announced = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {announced}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def answering(*parts: bytes) -> Script:
    """Return a script that sends ``parts`` and closes."""
    return lambda conversation: conversation.send(*parts)


def silent(conversation: Conversation) -> None:
    """Never answer."""
    conversation.wait_until_client_leaves()


def resetting(*parts: bytes) -> Script:
    """Return a script that sends ``parts`` and then breaks the connection off."""

    def script(conversation: Conversation) -> None:
        conversation.send(*parts)
        conversation.reset()

    return script


def dripping(start: bytes, piece: bytes, seconds: float = 0.02) -> Script:
    """Return a script that sends ``start``, and then ``piece`` without an end."""

    def script(conversation: Conversation) -> None:
        conversation.send(start)
        conversation.drip(iter(lambda: piece, None), seconds)

    return script


def flooding(start: bytes, piece: bytes) -> Script:
    """Return a script that sends ``start``, and ``piece`` without an end or a pause."""

    def script(conversation: Conversation) -> None:
        conversation.send(start)
        conversation.flood(piece)

    return script


def close_at_once(_: Conversation) -> None:
    """Close without a word."""
