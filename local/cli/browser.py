"""Logs in on the issuer's page in a browser; the issuer redirects to a port of loopback (RFC 8252, 7.3)."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import monotonic
from typing import Any

from local.cli import terminal
from local.cli.fault import CliFault
from local.demo.code_flow import CodeFlow
from local.stack.ports import HOST

RETURN_PATH = "/callback"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Helsebro</title>
<style>body{font:18px/1.5 system-ui,sans-serif;margin:3rem}</style>
<h1>You may close this page</h1><p>The terminal goes on."""


class RedirectHandler(BaseHTTPRequestHandler):
    """Takes the one call with which the issuer sends the person back."""

    returned: list[str]

    def do_GET(self) -> None:
        """Notes the address of the call, and answers with a page."""
        is_ours = self.path.partition("?")[0] == RETURN_PATH
        if is_ours:
            self.returned.append(self.path)
        raw = PAGE.encode() if is_ours else b""
        self.send_response(200 if is_ours else 404)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing: the address holds the code."""


def token(
    issuer: str, client_id: str, seconds: float, show: Callable[[str], object] = webbrowser.open
) -> str:
    """Shows the issuer's page and returns the ID token. Raises ``CliFault`` after ``seconds``."""
    returned: list[str] = []
    handler = type("OneRedirectHandler", (RedirectHandler,), {"returned": returned})
    with HTTPServer((HOST, 0), handler) as server:
        flow = CodeFlow.at(issuer, client_id, f"http://{HOST}:{server.server_port}{RETURN_PATH}")
        terminal.note(f"Log in on this page, which your browser opens now:\n  {flow.page}")
        show(flow.page)
        deadline = monotonic() + seconds
        while not returned:
            server.timeout = deadline - monotonic()
            if server.timeout <= 0:
                raise CliFault(
                    "No login came back from the browser.", "Try again: `helsebro login --browser`."
                )
            server.handle_request()
    return flow.redeem(returned[0])
