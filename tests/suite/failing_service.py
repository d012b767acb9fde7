"""A service of AWS that fails: it answers as AWS documents, with a status, an error code and a JSON body."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event, Thread
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Reply:
    """What the service answers; without a ``status`` it closes the connection instead."""

    status: int = 0
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


CLOSED, RESET, SILENT = Reply(), Reply(headers={"reset": "yes"}), Reply(headers={"silent": "yes"})
NO_CODE = Reply(503, b"<html>Service Unavailable</html>")
"""The answer of a load balancer before the service."""


def fault(status: int, code: str, message: str = "Try again.", **members: Any) -> Reply:
    """Returns an error in the JSON protocol: its code is in the header and in the body."""
    body = {"__type": f"com.amazonaws.service#{code}", "message": message, **members}
    return Reply(status, json.dumps(body).encode(), {"x-amzn-ErrorType": f"{code}:http://amazon.com/"})


def xml_fault(status: int, code: str) -> Reply:
    """Returns an error of S3."""
    body = f"<Error><Code>{code}</Code><Message>Reduce your request rate.</Message></Error>"
    return Reply(status, body.encode(), {"content-type": "application/xml"})


def cancelled(*reasons: str) -> Reply:
    """Returns a cancelled transaction with a reason for each operation."""
    message = "Transaction cancelled, please refer cancellation reasons for specific reasons"
    listed = [{"Code": reason, "Message": "A reason."} for reason in reasons]
    text = f"{message} [{', '.join(reasons)}]"
    return fault(400, "TransactionCanceledException", text, CancellationReasons=listed)


def found(answer: Mapping[str, Any]) -> Reply:
    """Returns a success with this answer."""
    return Reply(200, json.dumps(answer).encode())


@dataclass(frozen=True)
class Asked:
    """One request: its ``operation``, such as ``GetItem`` (for S3 the method), and what was sent."""

    operation: str
    body: bytes
    method: str
    path: str
    headers: Mapping[str, str]


class FailingService(ThreadingHTTPServer):
    """The running service: its address, the operations that it was asked for, and its open connections.

    ``reply`` is called for each request; where it returns None, the service ``behind`` answers.
    """

    daemon_threads = True

    def __init__(self, reply: Callable[[Asked], Reply | None], behind: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply, self.behind = reply, behind
        self.url, self.asked, self.ended = f"http://127.0.0.1:{self.server_port}", list[str](), Event()
        self.connections, self._changed = 0, Condition()

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Counts a connection while it is open."""
        self._count(1)
        super().process_request_thread(request, client_address)
        self._count(-1)

    def _count(self, by: int) -> None:
        with self._changed:
            self.connections += by
            self._changed.notify_all()

    def settles_at(self, count: int, seconds: float = 30) -> bool:
        """Returns whether the open connections become exactly ``count``, waiting for the last to close."""
        with self._changed:
            return self._changed.wait_for(lambda: self.connections == count, seconds)

    def handle_error(self, *_: Any) -> None:
        """Says nothing: the connection was to break."""


class Handler(BaseHTTPRequestHandler):
    """Answers a request as ``FailingService.reply`` says."""

    protocol_version = "HTTP/1.1"
    server: FailingService

    def do_POST(self) -> None:
        """Answers."""
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        operation = (self.headers.get("x-amz-target") or self.command).rpartition(".")[2]
        asked = Asked(operation, body, self.command, self.path, dict(self.headers.items()))
        self.server.asked.append(operation)
        answer = self.server.reply(asked) or answer_of(self.server.behind, asked)
        if answer.status:
            self._answer(answer)
        else:
            self._break_off(answer)

    def do_PUT(self) -> None:
        """Answers."""
        self.do_POST()

    def do_DELETE(self) -> None:
        """Answers."""
        self.do_POST()

    def do_HEAD(self) -> None:
        """Answers."""
        self.do_POST()

    def do_GET(self) -> None:
        """Answers."""
        self.do_POST()

    def _answer(self, answer: Reply) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def _break_off(self, answer: Reply) -> None:
        if answer == SILENT:
            self.server.ended.wait()
        if answer == RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Logs nothing."""


@contextmanager
def failing(reply: Callable[[Asked], Reply | None], behind: str = "") -> Iterator[FailingService]:
    """Yields the service while it runs."""
    service = FailingService(reply, behind)
    Thread(target=service.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield service
    finally:
        service.ended.set()
        service.shutdown()
        service.server_close()


def answer_of(behind: str, asked: Asked) -> Reply:
    """Returns the answer of the service behind to the same request."""
    connection = HTTPConnection(urlsplit(behind).netloc)
    headers = {name: value for name, value in asked.headers.items() if name.lower() != "host"}
    connection.request(asked.method, asked.path, asked.body, headers)
    answer = connection.getresponse()
    content, kept = answer.read(), answer.headers.get_content_type()
    connection.close()
    return Reply(answer.status, content, {"content-type": kept})
