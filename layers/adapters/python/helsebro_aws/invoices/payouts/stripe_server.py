"""Stripe server: creates transfers at Stripe, and finds one whose answer was lost.

It is called as any other server, with the standard library (DECISIONS says why not with Stripe's package).
Sources, read on 30 November 2026: https://docs.stripe.com/api/transfers/create,
https://docs.stripe.com/api/authentication, https://docs.stripe.com/api/idempotent_requests and
https://docs.stripe.com/api/versioning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from helsebro.payments.stripe.stripe_transfer import StripeTransfer
from helsebro.payments.stripe.transfer_outcome import TransferMade, TransferOutcome, TransferPending
from helsebro_aws.payments.stripe.stripe_accounts import StripeAccess
from helsebro_aws.payments.stripe.transfer_answer import found_in, outcome_of
from helsebro_aws.webhooks import safe_address
from helsebro_aws.webhooks.safe_call import CallAnswer, CalledServer, NoAnswer, NotConnected

AGENT = "Helsebro-Payouts/1"
VERSION = "2025-09-30.clover"
"""The version of the API that the fixtures are of; without one, that of the payer's account would count."""
TRANSFERS = "/v1/transfers"
WHOLE_TIME = 20.0
"""Seconds for one call. A transfer takes longer at times than what a webhook is given."""
MOST_FOUND = 2
"""So many transfers of one key are asked for: the second shows that something is wrong."""


@dataclass(frozen=True)
class StripeServer:
    """The payer's account at Stripe, by its secret key."""

    server: CalledServer
    key: str = field(repr=False)

    def create(self, transfer: StripeTransfer) -> TransferOutcome:
        """Asks for a transfer, and returns what became of it; asked again it is the same transfer.

        Raises ``TransferPending``, ``StripeKeyRefused``, ``TransferDiffers``.
        """
        form = {"content-type": "application/x-www-form-urlencoded", "idempotency-key": transfer.key}
        answer = self._answer("POST", TRANSFERS, form, urlencode(transfer.fields).encode())
        return outcome_of(transfer, answer.status, answer.body, answer.retry_after)

    def find(self, transfer: StripeTransfer) -> TransferMade | None:
        """Returns the transfer if it was created. Raises as ``create``."""
        asked = urlencode({"transfer_group": transfer.key, "limit": MOST_FOUND})
        answer = self._answer("GET", f"{TRANSFERS}?{asked}", {})
        return found_in(transfer, answer.status, answer.body, answer.retry_after)

    def _answer(
        self, method: Literal["GET", "POST"], path: str, more: Mapping[str, str], body: bytes | None = None
    ) -> CallAnswer:
        fixed = {
            "authorization": f"Bearer {self.key}",
            "stripe-version": VERSION,
            "accept": "application/json",
        }
        try:
            return self.server.call(method, path, {**fixed, **more}, body)
        except (NotConnected, NoAnswer) as fault:
            raise TransferPending(str(fault)) from None


def server_of(access: StripeAccess) -> StripeServer:
    """Returns a payer's account at Stripe; on the embedded stack it may be on loopback."""
    local = safe_address.is_local()
    return StripeServer(CalledServer(access.url, AGENT, local=local, whole_time=WHOLE_TIME), access.key)
