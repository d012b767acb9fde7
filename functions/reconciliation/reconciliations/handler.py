"""Reconciliations: what the nightly comparisons of the ledger have found, for the payer's finance.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import FINANCE
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.reconciliation.dynamo_reconciliations import DynamoReconciliations
from helsebro_aws.reconciliation.reconciliation_view import shown

app = APIGatewayHttpResolver()
route = Routes(app)
reconciliations = DynamoReconciliations()


@route.get(
    "/v1/reconciliations",
    allows={FINANCE},
    queries=("limit", "cursor"),
    returns="Page[answers.ReconciliationAnswer]",
)
def list_reconciliations(call: Call) -> HttpAnswer:
    """Lists the nightly comparisons of the ledger with what it books, latest first.

    Each says how many cases differ, and names the first differences.
    """
    found, cursor = reconciliations.latest(call.caller.payer, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [shown(each, call.language) for each in found], "nextCursor": cursor})


handler = route.handler
