"""Stripe on the embedded stack: what our payouts call of its API, by its documentation.

    python -m local.stripe.server --port 9408

POST /v1/transfers                    creates a transfer, once for an Idempotency-Key
GET  /v1/transfers?transfer_group=…   lists those of a group
POST /v1/transfers/{id}/reversals     takes a transfer back, or a part of it
PUT  /refusals/{account}   {"status", "code"}: from now on the account takes no transfer
PUT  /failure              {"status", "seconds"}: from now on every call fails so; status 0 ends that
"""

from __future__ import annotations

import argparse
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from local.stack.ports import HOST
from local.stripe.small_stripe import SmallStripe

LONGEST_BODY = 20_000
TRANSFERS = "/v1/transfers"


class StripeHandler(BaseHTTPRequestHandler):
    """Stripe over HTTP; ``one_at_a_time`` guards what it has."""

    stripe: SmallStripe
    one_at_a_time: Lock

    def do_GET(self) -> None:
        """Answers which transfers there are."""
        asked = urlsplit(self.path)
        if self._fails() or asked.path != TRANSFERS:
            self._answer(self._fails() or 404, {})
            return
        with self.one_at_a_time:
            status, body = self.stripe.listed(parse_qs(asked.query).get("transfer_group", [""])[0])
        self._answer(status, body)

    def do_POST(self) -> None:
        """Creates a transfer, or takes one back."""
        form = dict(parse_qsl(self._body().decode()))
        if status := self._fails():
            self._answer(status, {})
            return
        with self.one_at_a_time:
            match self.path.split("/"):
                case ["", "v1", "transfers"]:
                    answer = self.stripe.create(form, self.headers.get("idempotency-key", ""))
                case ["", "v1", "transfers", transfer_id, "reversals"]:
                    answer = self.stripe.reverse(transfer_id, int(form["amount"]) if form else None)
                case _:
                    answer = (404, {})
        self._answer(*answer)

    def do_PUT(self) -> None:
        """Lets an account take no transfer."""
        match self.path.split("/"):
            case ["", "refusals", account] if account:
                given = json.loads(self._body())
                self.stripe.refuses[account] = (given["status"], given["code"])
                self._answer(200, {})
            case ["", "failure"]:
                given = json.loads(self._body())
                self.stripe.fails, self.stripe.asks_to_wait = given["status"], given["seconds"]
                self._answer(200, {})
            case _:
                self._answer(404, {})

    def _fails(self) -> int:
        """Returns the status of a call that is not looked at; 0 for one that is."""
        if not self.headers.get("authorization", "").startswith("Bearer sk_test_"):
            return 401
        return self.stripe.fails

    def _body(self) -> bytes:
        length = int(self.headers.get("content-length", 0))
        return self.rfile.read(min(length, LONGEST_BODY))

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        if self.stripe.fails:
            self.send_header("retry-after", str(self.stripe.asks_to_wait))
        self.end_headers()
        self.wfile.write(content)


def server(port: int) -> ThreadingHTTPServer:
    """Returns Stripe, not yet serving; port 0 takes a free one."""
    parts = {"stripe": SmallStripe(), "one_at_a_time": Lock()}
    return ThreadingHTTPServer((HOST, port), type("OwnStripeHandler", (StripeHandler,), parts))


def main() -> None:
    """Serves Stripe until it is ended."""
    parser = argparse.ArgumentParser(description="Stripe on the embedded stack.")
    parser.add_argument("--port", type=int, required=True)
    with server(parser.parse_args().port) as running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("Stripe ended.", flush=True)


if __name__ == "__main__":
    main()
