"""A clinic that is paid for its sessions by Stripe, and Stripe in the process of the test."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from helsebro.ids import PaymentFileId
from helsebro.payments.payable import Payable
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.runs.end_to_end import end_to_end_id
from helsebro.payments.stripe.stripe_transfer import StripeTransfer
from helsebro.payments.stripe.transfer_outcome import TransferMade, TransferOutcome
from helsebro_aws.payments.stripe.transfer_answer import found_in, outcome_of
from local.stripe.small_stripe import SmallStripe, event_of, signed
from tests.builders.calls import Answered, LambdaContext, ask, event
from tests.builders.payments.payment_stage import act, drafted, read, set_paying_account
from tests.builders.payments.session_stage import Practice, practice, reported

ACCOUNT = "acct_1MTfjCQ9PRzxEwkZ"
"""As the documentation writes one."""
AT_STRIPE = PayeeAccount("stripe", connected_account=ACCOUNT)
TO_STRIPE = PaymentMeans("stripe", account=ACCOUNT)
SECRET = "whsec_tryg"
"""As ``local.stripe.set_up`` stores it for the payer ``tryg``."""


@dataclass
class StripeInProcess:
    """Stripe without HTTP; ``asked`` counts how often a transfer was asked for."""

    stripe: SmallStripe = field(default_factory=SmallStripe)
    asked: int = 0

    def create(self, transfer: StripeTransfer) -> TransferOutcome:
        """Asks for a transfer."""
        self.asked += 1
        status, body = self.stripe.create(transfer.fields, transfer.key)
        return outcome_of(transfer, status, json.dumps(body).encode(), None)

    def find(self, transfer: StripeTransfer) -> TransferMade | None:
        """Looks for a transfer."""
        status, body = self.stripe.listed(transfer.key)
        return found_in(transfer, status, json.dumps(body).encode(), None)


def paid_by_stripe() -> Practice:
    """Stores a clinic with an account at Stripe, to which ``tryg`` owes two sessions."""
    set_paying_account()
    made = practice(AT_STRIPE, payer="tryg")
    for place in (0, 1):
        assert reported(made.booking_id(place)) == []
    return made


def released_to_stripe(**body: Any) -> PaymentFileId:
    """Drafts and releases a run to Stripe; nothing is sent yet."""
    file_id = drafted(way="stripe", **body)
    answer = act(file_id, "release", version=read(file_id).body["version"])
    assert answer.status == 200, answer.body
    return file_id


def sends(file_id: str, payer: str = "tryg") -> list[Any]:
    """Gives a released run to the consumer that pays by Stripe; returns what must come again."""
    from functions.payments.send_transfers.handler import handler

    body = {"type": "payment-file.released", "payer": payer, "data": {"fileId": file_id}}
    record = {"messageId": file_id, "eventSource": "aws:sqs", "body": json.dumps(body)}
    return list(handler({"Records": [record]}, LambdaContext())["batchItemFailures"])


def told(body: bytes, header: str | None = None, payer: str = "tryg") -> Answered:
    """Sends an event to the payer's endpoint as Stripe does, signed unless a header is given."""
    from functions.payments.bank_reports.handler import handler

    headers = {"stripe-signature": signed(body, SECRET) if header is None else header}
    call = event("POST", f"/v1/stripe-events/{payer}", headers=headers)
    return ask(handler, {**call, "body": body.decode()})


def transfer_to(payable: Payable, stripe: SmallStripe) -> dict[str, Any]:
    """Returns the transfer that Stripe has of the latest attempt to pay a payable."""
    named = end_to_end_id(payable.payable_id, payable.attempt)
    [made] = [each for each in stripe.transfers.values() if each["metadata"]["payable"] == named]
    return made


def said(happened: str, transfer: dict[str, Any]) -> bytes:
    """Returns an event about a transfer."""
    return event_of(happened, transfer)
