"""A batch that DynamoDB answers only in part; it returns the keys that it did not read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.platform.rust_core import core
from helsebro_aws.platform.settings import Settings

pytestmark = pytest.mark.usefixtures("aws")
KEYS = [("p", f"A#{n}") for n in range(4)]


@contextmanager
def busy_table(*, at_once: int) -> Iterator[Tables]:
    """Yields tables whose DynamoDB reads ``at_once`` keys of a batch and leaves the others."""

    class Busy(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            [(table, wanted)] = asked["RequestItems"].items()
            left = {table: {"Keys": wanted["Keys"][at_once:]}} if wanted["Keys"][at_once:] else {}
            answer = {"Responses": {table: wanted["Keys"][:at_once]}, "UnprocessedKeys": left}
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Busy)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Tables(Settings({"AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}"}))
    finally:
        server.shutdown()
        server.server_close()


def test_keys_that_were_left_unprocessed_are_read_again() -> None:
    with busy_table(at_once=2) as tables:
        assert sorted(item["sk"] for item in tables.get_many("cases", KEYS)) == [sk for _, sk in KEYS]


def test_keys_that_stay_unprocessed_raise_an_error_and_are_never_left_out() -> None:
    with busy_table(at_once=0) as tables, pytest.raises(core.PydynoxException):
        tables.get_many("cases", KEYS)
