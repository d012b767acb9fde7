"""Requests of DynamoDB, answered without what moto's server does around the table.

Nine tenths of a request's time went to the web framework: a new connection and thread for each, its headers
read four times, the service looked up by host and path. A client keeps its connection here, and what DynamoDB
is asked goes to moto's own handler of DynamoDB at once (``quick_dynamodb``). Every other service is answered
as before.
"""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.moto_server.werkzeug_app import MotoRequestHandler

from tests.suite.moto.quick_dynamodb import QuickDynamoDb

TARGET, DYNAMODB = "X-Amz-Target", "DynamoDB_"
WRITTEN_HERE = ("status", "content-length")


class QuickRequests(MotoRequestHandler):
    """Reads the requests of one connection."""

    # An answer is one write; the next request must not wait until the client has confirmed it.
    disable_nagle_algorithm = True

    def run_wsgi(self) -> None:
        """Answers the request whose headers were read."""
        if self.headers.get(TARGET, "").startswith(DYNAMODB):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.wfile.write(_answer(self.headers, body))
        else:
            super().run_wsgi()


def _answer(headers: Any, body: bytes) -> bytes:
    status, answered, content = _asked(headers, body).call_action()
    content = content.encode() if isinstance(content, str) else content
    kept = {
        name: value for name, value in answered.items() if name.lower() not in ("status", "content-length")
    }
    lines = [f"HTTP/1.1 {status} .", *(f"{name}: {value}" for name, value in kept.items())]
    return "\r\n".join([*lines, f"Content-Length: {len(content)}", "", ""]).encode() + content


def _asked(headers: Any, body: bytes) -> QuickDynamoDb:
    """Returns moto's handler as its server sets it up."""
    handler = QuickDynamoDb()
    handler.headers, handler.querystring = headers, {}
    handler.region = headers["Authorization"].split(",")[0].split("/")[2]
    handler.current_account = DEFAULT_ACCOUNT_ID
    handler.response_headers = {"server": "amazon.com"}
    handler.params = json.loads(body, object_hook=_with_bytes)
    return handler


def _with_bytes(value: dict[str, Any]) -> dict[str, Any]:
    """Returns the part of a request with its binary values as bytes.

    A text under ``B`` is always one: an attribute of that name would hold a value with its own type.
    """
    if isinstance(value.get("B"), str):
        return {"B": b64decode(value["B"])}
    if isinstance(value.get("BS"), list):
        return {"BS": [b64decode(one) for one in value["BS"]]}
    return value
