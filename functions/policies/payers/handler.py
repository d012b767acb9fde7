"""Payers: registered by the platform, read by the platform and the payer's own staff.

Trigger: HTTP API.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from helsebro.caller import PAYER_ROLES, PLATFORM
from helsebro.errors import NotFound
from helsebro.payer import Payer
from helsebro.payments.runs.paying_account import PayingAccount
from helsebro.policies.payer_mark import PayerMark
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.payments.runs.dynamo_paying_accounts import DynamoPayingAccounts
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from functions.policies.payers.answers import CalendarPeriodAnswer, PayerAnswer

    from helsebro.work_calendar import CalendarPeriod
    from helsebro_aws.payments.runs import paying_account_body
    from helsebro_aws.policies import payer_body

app = APIGatewayHttpResolver()
route = Routes(app)
payers, accounts = DynamoPayers(), DynamoPayingAccounts()


@route.put(
    "/v1/payers/<payer>",
    allows={PLATFORM},
    body="policies.payer_body.NewPayerShape",
    also_answers=(201,),
    returns="answers.PayerAnswer",
    refuses={409: "gln-taken organisation-number-taken"},
)
def set_payer(call: Call, body: payer_body.NewPayerShape, payer: str) -> HttpAnswer:
    """Registers a payer, or changes a registered one (F1-31).

    A new payer is answered with 201, a known one with 200. No two payers have the same GLN or organisation
    number.
    """
    registered, mark = body.named(payer), body.its_mark()
    is_new = payers.set(registered, mark)
    return HttpAnswer(201 if is_new else 200, _shown(registered, mark))


@route.put(
    "/v1/payers/<payer>/account",
    allows={PLATFORM},
    body="payments.runs.paying_account_body.NewPayingAccountShape",
    returns="answers.PayingAccountAnswer",
    refuses={409: "conflict"},
    fresh=True,
)
def set_paying_account(call: Call, body: paying_account_body.NewPayingAccountShape, payer: str) -> HttpAnswer:
    """Sets the account that the payer pays from, as its bank knows it (F0-20).

    Payment files that were begun before are paid from the account of then. The payer's finance sees the last
    digits in every file, before one of them releases it.
    """
    before, currency = accounts.of(payer), payers.find(payer).currency
    version = before.version + 1 if before else 1
    after = PayingAccount(payer, currency, body.debtor, clock.now(), call.caller.subject, version)
    if before is None or (before.debtor, before.currency) != (after.debtor, after.currency):
        accounts.set(before, after)
    return HttpAnswer(200, {"payer": payer, "name": body.name, "masked": body.debtor.account.masked})


@route.get("/v1/payers/<payer>", allows={PLATFORM, *PAYER_ROLES}, returns="answers.PayerAnswer")
def read_payer(call: Call, payer: str) -> HttpAnswer:
    """Returns a payer as it is registered; staff see only their own payer."""
    if call.caller.payer not in ("", payer):
        raise NotFound()
    return HttpAnswer(200, _shown(*payers.find_with_mark(payer)))


def _shown(payer: Payer, mark: PayerMark | None) -> PayerAnswer:
    shown: PayerAnswer = {
        "payer": payer.slug,
        "name": payer.name,
        "kind": payer.kind,
        "country": payer.country,
        "currency": payer.currency,
        "contact": to_item(payer.contact),
        "calendars": [_shown_period(period) for period in payer.calendars],
    }
    if payer.gln:
        shown["gln"] = payer.gln
    if payer.organisation_number:
        shown["organisationNumber"] = payer.organisation_number
    if payer.staff_contact:
        shown["staffContact"] = to_item(payer.staff_contact)
    if mark:
        shown["mark"] = b64encode(mark.png).decode()
    return shown


def _shown_period(period: CalendarPeriod) -> CalendarPeriodAnswer:
    shown: CalendarPeriodAnswer = {"holidays": period.holidays, "from": period.since.isoformat()}
    if period.until:
        shown["until"] = period.until.isoformat()
    return shown


handler = route.handler
