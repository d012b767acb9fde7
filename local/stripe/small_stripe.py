"""Small Stripe: answers about transfers as Stripe's documentation says; no money is moved.

Its objects have the fields of the examples in the documentation, read on 30 November 2026:
https://docs.stripe.com/api/transfers/create, https://docs.stripe.com/api/transfers/list,
https://docs.stripe.com/api/transfer_reversals/create, https://docs.stripe.com/api/events/object,
https://docs.stripe.com/api/idempotent_requests and https://docs.stripe.com/api/errors.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.signing.stripe_signature import signature_of
from helsebro_aws.platform.clock import real_now

StripeAnswer = tuple[int, dict[str, Any]]
StripeForm = Mapping[str, str]


@dataclass
class SmallStripe:
    """One account at Stripe. ``refuses`` is the error of each account that takes no transfer.

    While ``fails`` is a status, every call has it, and is asked to wait for some seconds; nothing is done.
    """

    transfers: dict[str, dict[str, Any]] = field(default_factory=dict)
    saved: dict[str, tuple[StripeForm, StripeAnswer]] = field(default_factory=dict)
    refuses: dict[str, tuple[int, str]] = field(default_factory=dict)
    fails: int = 0
    asks_to_wait: int = 0

    def create(self, form: StripeForm, key: str) -> StripeAnswer:
        """Returns the answer to ``POST /v1/transfers``; the saved one to a key that came before."""
        if key in self.saved:
            before, answer = self.saved[key]
            return answer if before == form else _error(400, "", "idempotency_error")
        answer = self._created(form)
        if key:
            self.saved[key] = (dict(form), answer)
        return answer

    def listed(self, group: str) -> StripeAnswer:
        """Returns the answer to ``GET /v1/transfers`` with a ``transfer_group``, the latest first."""
        found = [each for each in self.transfers.values() if each["transfer_group"] == group]
        return 200, {"object": "list", "url": "/v1/transfers", "has_more": False, "data": found[::-1]}

    def reverse(self, transfer_id: str, ore: int | None = None) -> StripeAnswer:
        """Returns the answer to ``POST /v1/transfers/{id}/reversals``, of all that is left or a part."""
        transfer = self.transfers.get(transfer_id)
        if transfer is None:
            return _error(404, "resource_missing")
        left = transfer["amount"] - transfer["amount_reversed"]
        taken = left if ore is None else ore
        if not 0 < taken <= left:
            return _error(400, "parameter_invalid_integer")
        transfer["amount_reversed"] += taken
        transfer["reversed"] = transfer["amount_reversed"] == transfer["amount"]
        made = {"id": _id("trr"), "object": "transfer_reversal", "amount": taken, "created": _now()}
        return 200, {**made, "currency": transfer["currency"], "metadata": {}, "transfer": transfer_id}

    def _created(self, form: StripeForm) -> StripeAnswer:
        amount, destination = form.get("amount", ""), form.get("destination", "")
        if not amount.isdecimal() or int(amount) < 1:
            return _error(400, "parameter_invalid_integer")
        if destination in self.refuses:
            return _error(*self.refuses[destination])
        made = _transfer(form, int(amount), destination)
        self.transfers[made["id"]] = made
        return 200, made


def event_of(happened: str, transfer: Mapping[str, Any]) -> bytes:
    """Returns the body of an event about a transfer, as Stripe sends it to a webhook."""
    event = {
        "id": _id("evt"),
        "object": "event",
        "api_version": "2025-09-30.clover",
        "created": _now(),
        "data": {"object": dict(transfer)},
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": None, "idempotency_key": None},
        "type": happened,
    }
    return json.dumps(event, indent=2).encode()


def signed(body: bytes, secret: str, at: int | None = None) -> str:
    """Returns the header ``Stripe-Signature`` of a body."""
    timestamp = _now() if at is None else at
    return f"t={timestamp},v1={signature_of(timestamp, body, secret)}"


def _transfer(form: StripeForm, amount: int, destination: str) -> dict[str, Any]:
    made = _id("tr")
    named = {name[9:-1]: value for name, value in form.items() if name.startswith("metadata[")}
    return {
        "id": made,
        "object": "transfer",
        "amount": amount,
        "amount_reversed": 0,
        "balance_transaction": _id("txn"),
        "created": _now(),
        "currency": form.get("currency", ""),
        "description": form.get("description"),
        "destination": destination,
        "destination_payment": _id("py"),
        "livemode": False,
        "metadata": named,
        "reversals": {
            "object": "list",
            "data": [],
            "has_more": False,
            "total_count": 0,
            "url": f"/v1/transfers/{made}/reversals",
        },
        "reversed": False,
        "source_transaction": None,
        "source_type": "card",
        "transfer_group": form.get("transfer_group"),
    }


def _error(status: int, code: str, kind: str = "invalid_request_error") -> StripeAnswer:
    return status, {"error": {"code": code, "type": kind, "message": "No such thing here."}}


def _id(kind: str) -> str:
    return f"{kind}_{secrets.token_hex(12)}"


def _now() -> int:
    return int(real_now().timestamp())
