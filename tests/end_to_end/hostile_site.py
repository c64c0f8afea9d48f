"""The server of a page that means harm: it serves the page and keeps all it hears."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from flask import Flask, Response, redirect, request
from typing_extensions import override
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

FOLDER = Path(__file__).with_name("hostile_page")
# The first has the page; the others keep connections open.
HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 13))
# Only reported, so that nothing is kept from the page.
POLICY = "default-src 'self' 'unsafe-inline' blob:"


@dataclass(frozen=True)
class Told:
    """What the page learned by one way to make the browser ask.

    Attributes:
        page: The page's origin.
        round: Counts the page's rounds; each takes every way once.
        way: How the browser was made to ask.
        url: For what.
        learned: All that could be read of the answer.
        cut_off: Of a tab, whether the page has lost its hold on it.
    """

    page: str
    round: int
    way: str
    url: str
    learned: tuple[str, ...]
    cut_off: bool | None


class _Quiet(WSGIRequestHandler):
    @override
    def log_request(self, *_: object) -> None:
        """Say nothing: there are hundreds."""


class HostileSite:
    """Serves the pages on two origins of this computer.

    Attributes:
        storms: On each origin, the page that attacks from where it is.
        tabs: On each origin, the page that opens tabs when it is told to.
    """

    def __init__(self) -> None:
        """Take a free port."""
        self._lock = threading.Lock()
        self._requests: list[str] = []
        self._told: list[Told] = []
        self._stopped = threading.Event()
        self._servers = _servers(self._app())
        port = self._servers[0].port
        origins = [f"http://{host}:{port}" for host in ("127.0.0.1", "localhost")]
        self.storms = [f"{origin}/storm.html" for origin in origins]
        self.tabs = [f"{origin}/tabs.html" for origin in origins]

    def __enter__(self) -> Self:
        """Serve."""
        for server in self._servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self._stopped.set()
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def requests(self) -> str:
        """Return everything that ever came here."""
        with self._lock:
            return "\n".join(self._requests)

    def told(self) -> list[Told]:
        """Return what the pages have told so far."""
        with self._lock:
            return list(self._told)

    def _app(self) -> Flask:
        app = Flask(__name__, static_folder=FOLDER, static_url_path="")
        app.before_request(self._note)
        app.after_request(_report_only)
        app.add_url_rule("/told", view_func=self._take, methods=["POST"])
        app.add_url_rule("/hang", view_func=self._hang)
        app.add_url_rule("/to", view_func=_to, methods=["GET", "POST"])
        app.add_url_rule("/refresh", view_func=_refresh)
        return app

    def _note(self) -> None:
        body = request.get_data(as_text=True)
        with self._lock:
            self._requests.append(f"{request.url}\n{request.headers}\n{body}")

    def _take(self) -> Response:
        with self._lock:
            self._told += [
                Told(
                    page=request.host,
                    round=each["round"],
                    way=each["way"],
                    url=each["url"],
                    learned=tuple(each["learned"]),
                    cut_off=each.get("cutOff"),
                )
                for each in request.get_json(force=True)
            ]
        return Response(status=204)

    def _hang(self) -> Response:
        self._stopped.wait()
        return Response(status=204)


def _servers(app: Flask) -> list[BaseWSGIServer]:
    def server(host: str, port: int) -> BaseWSGIServer:
        return make_server(host, port, app, threaded=True, request_handler=_Quiet)

    first = server(HOSTS[0], 0)
    return [first, *(server(host, first.port) for host in HOSTS[1:])]


def _report_only(response: Response) -> Response:
    response.headers["Content-Security-Policy-Report-Only"] = POLICY
    return response


def _to() -> Response:
    status = int(request.args["status"])
    return redirect(request.args["url"], status)  # type: ignore[return-value] # Flask's


def _refresh() -> Response:
    return Response(headers={"Refresh": f"0;url={request.args['url']}"})
