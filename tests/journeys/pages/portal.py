"""The example of the guide for portals, served with the addresses of a running stack."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from local.stack.stack import Stack
from tests.builders.guides import blocks

HOST = "localhost:5173"
ORIGIN = f"http://{HOST}"


def example(stack: Stack) -> str:
    """Returns the page of the guide with the addresses of this stack."""
    [html] = blocks("portals.md", "html")
    for name in ("apiUrl", "memberIssuer", "memberClientId"):
        html, count = re.subn(rf'\b{name} = "[^"]*"', f"{name} = {json.dumps(stack.addresses[name])}", html)
        assert count == 1, name
    return html


@contextmanager
def served(stack: Stack) -> Iterator[str]:
    """Serves the example on a free port and yields its host and port."""
    page = example(stack).replace("<pre>", '<link rel="icon" href="data:,"><pre>').encode()

    class Portal(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None:
            """Logs nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Portal) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
