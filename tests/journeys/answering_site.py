"""Hands a browser what this process answered, and style and script as a web server would.

Not by Playwright's routes, which turn the browser's cache off: each page would read them anew.
"""

import mimetypes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders

from tests.journeys.looking import AXE

AXE_ADDRESS = "/axe.js"
HTML = "text/html; charset=utf-8"


class Site:
    """An address on this machine that answers everything with `body`, except what pages ask for."""

    def __init__(self) -> None:
        self.body = b""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Answer no longer."""
        self._server.shutdown()
        self._server.server_close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            found = _file_of(path)
            body = found.read_bytes() if found else site.body
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Type", _kind_of(found) if found else HTML)
            self.send_header("Cache-Control", "max-age=3600" if found else "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: Any) -> None:
            """Says nothing among the tests."""

    return Handler


def _file_of(path: str) -> Path | None:
    if path == AXE_ADDRESS:
        return AXE
    name = path.removeprefix(f"/{settings.STATIC_URL.strip('/')}/")
    found = finders.find(name) if name != path else None
    return Path(found) if found else None


def _kind_of(file: Path) -> str:
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"
