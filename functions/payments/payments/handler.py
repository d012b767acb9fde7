"""Payments: what a payer owes, for its finance staff.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.caller import FINANCE
from helsebro.payments.payable import Payable, status_named
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.payments.dynamo_payables import DynamoPayables

if TYPE_CHECKING:
    from functions.payments.payments.answers import PayableAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
payables = DynamoPayables()
HIDDEN = ("payer", "payTo", "pastFiles", "toMember")


@route.get(
    "/v1/payments",
    allows={FINANCE},
    queries=("status", "limit", "cursor"),
    returns="Page[answers.PayableAnswer]",
)
def list_payments(call: Call) -> HttpAnswer:
    """Lists what the payer owes, earliest due first (F0-20, F2-14)."""
    status = status_named(call.query("status") or "approved")
    found, cursor = payables.with_status(call.caller.payer, status, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_shown(payable) for payable in found], "nextCursor": cursor})


def _shown(payable: Payable) -> PayableAnswer:
    """Returns the payable with the end of the account: only the payment file needs all of it."""
    shown = {name: value for name, value in to_item(payable).items() if name not in HIDDEN}
    if payable.credited:
        shown["owed"] = payable.owed.as_json()
    if payable.is_written_off:
        shown["writtenOff"] = payable.amount.as_json()
    if payable.pay_to:
        shown["account"] = payable.pay_to.masked
    return cast("PayableAnswer", shown)


handler = route.handler
