"""Asked run: the payment run that a person of finance asks for, with every fault of what is asked at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from helsebro.errors import BadInput, Fault
from helsebro.ids import PaymentFileId
from helsebro.payments.runs.paying_account import PayingAccount
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_signer import RunSigner
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.runs.run_body import NewPaymentFileShape


def asked_run(
    file_id: PaymentFileId,
    body: NewPaymentFileShape,
    paid_from: PayingAccount | None,
    by: RunSigner,
    at: datetime,
    payer: str,
    *,
    pays_by_stripe: Callable[[str], bool],
) -> PaymentRun:
    """Returns the new run. Raises ``BadInput`` with every fault. ``pays_by_stripe`` says whether a payer can.

    A payable that is named must be approved, so that nobody believes it to be in the file without it.
    """
    unconnected = [Fault("/way", "stripe-not-connected", "")]
    is_connected = body.way != "stripe" or pays_by_stripe(payer)
    faults = [
        *_faults(body, paid_from),
        *([] if is_connected else unconnected),
        *_payable_faults(body, payer),
    ]
    if faults or paid_from is None:
        raise BadInput(faults)
    return PaymentRun(
        file_id=file_id,
        payer=payer,
        currency=paid_from.currency,
        debtor=paid_from.debtor,
        drafted_by=by,
        begun_at=at,
        due_before=body.due_before,
        payable_ids=body.wanted,
        way=body.way,
    )


def _faults(body: NewPaymentFileShape, paid_from: PayingAccount | None) -> Iterator[Fault]:
    if paid_from is None:
        yield Fault("", "paying-account-missing", "")
    elif body.currency and body.currency != paid_from.currency:
        yield Fault("/currency", "currency-not-the-payers", "")


def _payable_faults(body: NewPaymentFileShape, payer: str) -> Iterator[Fault]:
    asked = body.wanted or ()
    times, found = Counter(asked), DynamoPayables().of_ids(payer, asked)
    for place, payable_id in enumerate(asked):
        at, payable = f"/payableIds/{place}", found.get(payable_id)
        if times[payable_id] > 1:
            yield Fault(at, "payable-named-twice", "")
        elif payable is None:
            yield Fault(at, "payable-unknown", "")
        elif payable.status != "approved":
            yield Fault(at, "payable-not-approved", payable.status)
