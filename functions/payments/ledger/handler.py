"""The ledger: what was granted, reserved, invoiced and paid, and the statements of clinics.

Trigger: HTTP API.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from helsebro import ids
from helsebro.caller import CLINIC_SYSTEM, FINANCE, MEMBER
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.ids import ClinicId, GuaranteeId
from helsebro.local_day import YEARS, local_day
from helsebro.payments.ledger.balances import balances_of, of_guarantee
from helsebro.payments.statements.statement_sums import sums_of
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.http.accept import preferred
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.invoices.paying.paid_for_reader import PaidForReader
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.payments.ledger.ledger_view import balance_shown, entry_shown
from helsebro_aws.payments.statements.dynamo_statements import DynamoStatements
from helsebro_aws.payments.statements.statement_queries import QUERIES, statement_asked
from helsebro_aws.payments.statements.statement_view import line_shown, sum_shown
from helsebro_aws.platform import clock

app = APIGatewayHttpResolver()
route = Routes(app)
ledger, guarantees = DynamoLedger(), DynamoGuarantees()
clinics, statements, paid_for = DynamoClinics(), DynamoStatements(), PaidForReader()
JSON, CSV = "application/json", "text/csv"
VARY = {"Vary": "Accept, Accept-Language"}


@route.get(
    "/v1/ledger",
    allows={FINANCE},
    queries=("day", "limit", "cursor"),
    returns="Page[answers.LedgerEntryAnswer]",
    refuses={400: "malformed", 406: "not-acceptable", 422: "ledger-day-too-large"},
    also_as="text/csv",
)
def list_entries(call: Call) -> HttpAnswer:
    """Lists the payer's entries of a local day, oldest first: the debits of a day equal its credits.

    `Accept` chooses JSON, a page at a time, or a sheet (`text/csv`) of the whole day.
    """
    media, day, payer = preferred(call.headers.get("accept", ""), (JSON, CSV)), _day(call), call.caller.payer
    if media == CSV:
        # Here, so that JSON loads no words of a sheet.
        from helsebro_aws.payments.ledger.ledger_sheet import saved_name, sheet

        headers = {**VARY, "Content-Language": call.language, "Content-Disposition": saved_name(day)}
        text = sheet(ledger.whole_day(payer, day), call.language)
        return HttpAnswer(200, None, headers, f"{CSV}; charset=utf-8", text)
    found, cursor = ledger.of_day(payer, day, call.limit(), call.cursor())
    items = [entry_shown(entry, call.language) for entry in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor}, VARY)


@route.get(
    "/v1/guarantees/<guarantee_id>/balance", allows={FINANCE}, returns="answers.GuaranteeBalanceAnswer"
)
def read_balance(call: Call, guarantee_id: GuaranteeId) -> HttpAnswer:
    """Returns what of a guarantee is granted, reserved, invoiced, approved and paid."""
    if ids.payer_of(guarantee_id) != call.caller.payer:
        raise NotFound()
    guarantee = guarantees.find(guarantee_id)
    entries = of_guarantee(ledger.of_case(guarantee.claim_id), guarantee_id)
    balances = [balance_shown(balance) for balance in balances_of(entries)]
    return HttpAnswer(200, {"guaranteeId": guarantee_id, "balances": balances})


@route.get(
    "/v1/clinics/<clinic_id>/statement",
    allows={CLINIC_SYSTEM, MEMBER, FINANCE},
    queries=QUERIES,
    returns="Page[answers.StatementLineAnswer, answers.StatementAnswer]",
    refuses={400: "malformed", 406: "not-acceptable", 422: "statement-too-long"},
    also_as="text/csv",
)
def read_statement(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Returns what the clinic was paid and for what, from one day to another, the earliest first.

    What the bank rejected or returned is in it, and what was credited or written off. The clinic and its
    signatory see all of it, a payer's finance what the payer paid. `Accept` chooses JSON, a page at a time,
    or a sheet (`text/csv`) of the whole period. The first page has the sums of the period, each currency by
    itself.
    """
    caller, is_payers = call.caller, FINANCE in call.caller.rights
    if not is_payers and not caller.runs(clinic_id):
        clinics.find(clinic_id).must_be_read_by(caller)
    payer = caller.payer if is_payers else ""
    asked = statement_asked(call, clinic_id, payer, local_day(clock.now(), caller.country))
    if preferred(call.headers.get("accept", ""), (JSON, CSV)) == CSV:
        # Here, so that JSON loads no words of a sheet.
        from helsebro_aws.payments.statements.statement_sheet import saved_name, sheet

        lines = statements.whole(asked)
        headers = {**VARY, "Content-Language": call.language, "Content-Disposition": saved_name(asked)}
        text = sheet(lines, paid_for.of(lines), call.language)
        return HttpAnswer(200, None, headers, f"{CSV}; charset=utf-8", text)
    found, following = statements.page(asked, call.limit(), call.cursor())
    known = paid_for.of(found)
    shown: dict[str, Any] = {
        "from": asked.first.isoformat(),
        "until": asked.last.isoformat(),
        "items": [line_shown(line, known) for line in found],
        "nextCursor": following,
    }
    if not call.cursor():
        shown["sums"] = [sum_shown(each) for each in sums_of(statements.whole(asked))]
    return HttpAnswer(200, shown, VARY)


def _day(call: Call) -> date:
    """Returns ``?day=``. Raises ``BadInput`` (malformed) when it is missing or no day."""
    try:
        day = date.fromisoformat(call.query("day") or "")
    except ValueError:
        day = None
    if day is None or day.year not in YEARS or day.isoformat() != call.query("day"):
        raise BadInput([Fault("/day", "ledger-day-malformed", "")], malformed=True)
    return day


handler = route.handler
