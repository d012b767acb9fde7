"""Serves the pages of the reference on loopback, with the headers that the edge gives them in an account.

python -m local.reference.server --port 9405 --folder .local/reference
"""

from __future__ import annotations

import argparse
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from infra.reference.content_policy import CONTENT_POLICY
from local.reference import not_found
from local.stack.ports import HOST


class ReferencePages(SimpleHTTPRequestHandler):
    """Answers GET with the files of a folder."""

    def end_headers(self) -> None:
        """Adds the headers of every page."""
        self.send_header("Content-Security-Policy", CONTENT_POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers 404 with a page that leads to the start, and any other fault as the library does."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        raw = not_found.PAGE.html(()).encode()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def log_message(self, format: str, *args: object) -> None:
        """Logs nothing."""


def server(port: int, folder: Path) -> ThreadingHTTPServer:
    """Returns the server of a built folder, not yet serving; port 0 takes a free one."""
    return ThreadingHTTPServer((HOST, port), partial(ReferencePages, directory=str(folder)))


def main() -> None:
    """Serves a built folder until it is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="the pages, already built")
    arguments = parser.parse_args()
    with server(arguments.port, arguments.folder) as running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("The reference ended.", flush=True)


if __name__ == "__main__":
    main()
