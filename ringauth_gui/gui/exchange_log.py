"""What was sent, as the HTTP log keeps it: bounded, numbered, found by words; no Qt."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.error_answer import refusal_from
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.oauth.url_parts import split_url

MOST_ROWS = 50_000
MOST_BYTES = 32 * 1024 * 1024  # of all bodies together
_AT_ONCE = 1_000  # rows that go together, so that it is seldom
_FIRST_ERROR = 400


@dataclass(frozen=True)
class LogRow:
    """One exchange of the log.

    Attributes:
        number: Counted from the first exchange since the start.
        exchange: What was sent and answered.
        profile_id: Whose it is; empty for no profile's.
        codes: The error codes of the answer, with a blank between two.
        search: What the filter looks at, in lower case.
    """

    number: int
    exchange: Exchange
    profile_id: str
    codes: str
    search: str

    @property
    def path(self) -> str:
        """The path of the address; never a query, which may hold a secret."""
        return split_url(self.exchange.request.url).path or "/"

    @property
    def status_text(self) -> str:
        """The status, or what stands in its place."""
        if self.exchange.in_browser:
            return "→ browser"
        response = self.exchange.response
        return "no answer" if response is None else str(response.status)

    @property
    def note(self) -> str:
        """What the request was for, and what failed."""
        exchange = self.exchange
        parts = (exchange.request.note, self.codes, exchange.failure)
        return " · ".join(filter(None, parts))

    @property
    def is_body_dropped(self) -> bool:
        """Whether the answer's body was given up to save memory."""
        response = self.exchange.response
        return response is not None and response.given_up > 0

    @property
    def is_failure(self) -> bool:
        """Whether no answer came, or an error."""
        response = self.exchange.response
        if response is None:
            return not self.exchange.in_browser
        return response.status >= _FIRST_ERROR


def matching(
    rows: Sequence[LogRow], words: Iterable[str], profile_id: str | None
) -> Sequence[LogRow]:
    """Return the rows that speak of all words.

    Word by word over all rows, which is fast enough for 50,000 of them at each key.

    Args:
        rows: To choose from.
        words: In lower case.
        profile_id: Whose rows; None for all.
    """
    if profile_id is not None:
        rows = [row for row in rows if row.profile_id == profile_id]
    for word in words:
        rows = [row for row in rows if word in row.search]
    return rows


class ExchangeLog:
    """The exchanges from the oldest to the newest; the oldest go when it is full."""

    def __init__(
        self,
        clean: Callable[[str], str],
        most_rows: int = MOST_ROWS,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        """Be empty; keep at most so many rows, and bytes of bodies.

        What an answer calls an error is shown as ``clean`` returns it.
        """
        self._clean = clean
        self._most_rows = most_rows
        self._most_bytes = most_bytes
        self._rows: list[LogRow] = []
        self._next = 1
        self._with_body: deque[int] = deque()
        self._bytes = 0

    @property
    def rows(self) -> Sequence[LogRow]:
        """The rows, the oldest first."""
        return self._rows

    @property
    def first_number(self) -> int:
        """The number of the oldest row that is kept."""
        return self._rows[0].number if self._rows else self._next

    def append(self, exchange: Exchange) -> LogRow:
        """Keep ``exchange``, and return its row."""
        row = _row(self._next, exchange, self._clean(_codes(exchange)))
        self._next += 1
        self._rows.append(row)
        size = _size(exchange)
        if size:
            self._with_body.append(row.number)
            self._bytes += size
        if len(self._rows) > self._most_rows:
            self._drop_oldest()
        self._drop_bodies()
        return row

    def clear(self) -> None:
        """Forget every exchange; numbers go on."""
        self._rows.clear()
        self._with_body.clear()
        self._bytes = 0

    def find(self, number: int) -> LogRow | None:
        """Return the row with this number; None when it is gone."""
        at = number - self.first_number
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def of_profile(self, profile_id: str) -> list[Exchange]:
        """Return what was sent for a profile, oldest first."""
        return [row.exchange for row in matching(self._rows, (), profile_id)]

    def last_since(self, profile_id: str, since: Moment) -> int | None:
        """Return the number of a profile's last exchange, unless it is older."""
        for row in reversed(self._rows):
            if row.profile_id == profile_id:
                return row.number if row.exchange.sent.wall >= since.wall else None
        return None

    def _drop_oldest(self) -> None:
        gone, self._rows = self._rows[:_AT_ONCE], self._rows[_AT_ONCE:]
        self._bytes -= sum(_size(row.exchange) for row in gone)
        dropped = bisect_left(self._with_body, self.first_number)
        for _ in range(dropped):
            self._with_body.popleft()

    def _drop_bodies(self) -> None:
        """Give up the oldest bodies, but never the newest one."""
        while self._bytes > self._most_bytes and len(self._with_body) > 1:
            at = self._with_body.popleft() - self.first_number
            row = self._rows[at]
            self._bytes -= _size(row.exchange)
            self._rows[at] = _without_body(row)


def _row(number: int, exchange: Exchange, codes: str) -> LogRow:
    row = LogRow(number, exchange, exchange.request.profile_id, codes, "")
    words = (exchange.request.method, row.path, row.status_text, row.note)
    return replace(row, search=" ".join(words).casefold())


def _codes(exchange: Exchange) -> str:
    response = exchange.response
    if response is None or response.status < _FIRST_ERROR:
        return ""
    refusal = refusal_from(response)
    return " ".join(refusal.codes or filter(None, [refusal.error]))


def _size(exchange: Exchange) -> int:
    return 0 if exchange.response is None else len(exchange.response.body)


def _without_body(row: LogRow) -> LogRow:
    response = row.exchange.response
    if response is None:
        return row
    bare = replace(response, body=b"", given_up=len(response.body))
    return replace(row, exchange=replace(row.exchange, response=bare))
