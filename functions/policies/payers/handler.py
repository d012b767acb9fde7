"""Payers: registered by the platform, read by the platform and the payer's own staff.

Trigger: HTTP API.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from helsebro.caller import FINANCE, PAYER_ROLES, PLATFORM
from helsebro.errors import NotFound
from helsebro.payer import Payer
from helsebro.payments.runs.paying_account import PayingAccount
from helsebro.payments.runs.proposed_account import NoAccountWaits, ProposedAccount
from helsebro.payments.runs.run_signer import RunSigner
from helsebro.policies.payer_mark import PayerMark
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.identity import pseudonym
from helsebro_aws.payments.runs.dynamo_paying_accounts import DynamoPayingAccounts
from helsebro_aws.payments.runs.paying_account_view import account_shown
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
ACCOUNT = "/v1/payers/<payer>/account"
ACCOUNT_SHOWN = "answers.PayingAccountAnswer"
TWO_PEOPLE = "login-without-email"


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
    ACCOUNT,
    allows={PLATFORM},
    body="payments.runs.paying_account_body.NewPayingAccountShape",
    returns=ACCOUNT_SHOWN,
    refuses={403: TWO_PEOPLE, 409: "conflict"},
    fresh=True,
)
def set_paying_account(call: Call, body: paying_account_body.NewPayingAccountShape, payer: str) -> HttpAnswer:
    """Sets the account that the payer pays from, as its bank knows it (F0-20).

    It counts once another person has confirmed it; until then the one before stays in force. The account that
    is in force withdraws what waits. Payment files that were begun before are paid from the account of then.
    """
    by, at, known = _signer(call), clock.now(), payers.find(payer)
    debtor = body.debtor_in(known.country)
    in_force, before = accounts.of(payer), accounts.proposed(payer)
    after = ProposedAccount(payer, known.currency, debtor, at, by).after(before)
    waiting = before if before and before.waits else None
    if in_force and after.is_of(in_force):
        if waiting:
            accounts.propose(waiting, after := waiting.withdrawn(), at)
        else:
            after = before or after.withdrawn()
    elif waiting and waiting.debtor == after.debtor:
        after = waiting
    else:
        accounts.propose(before, after, at)
    return _account_answer(payer, in_force, after)


@route.post(
    f"{ACCOUNT}/confirm",
    allows={PLATFORM, FINANCE},
    creates=False,
    answers=200,
    if_match=True,
    returns=ACCOUNT_SHOWN,
    refuses={403: f"{TWO_PEOPLE} account-confirmed-by-its-author", 409: "conflict no-account-waits"},
    fresh=True,
)
def confirm_paying_account(call: Call, payer: str) -> HttpAnswer:
    """Confirms the account that another person set: payment files are paid from it from now on.

    The payer's finance does it, or another person of the platform. Two logins with the same e-mail address
    are one person.
    """
    by, version, at = _signer(call), call.expected_version(), clock.now()
    _must_be_of(call, payer)
    in_force, before = accounts.of(payer), accounts.proposed(payer)
    if before is None:
        raise NoAccountWaits()
    confirmed = before.confirmed(by, version)
    after = confirmed.in_force(in_force, by, at)
    answer = _account_answer(payer, after, confirmed)
    accounts.confirm((before, confirmed), in_force, after, call.receipt(answer))
    return answer


@route.get(ACCOUNT, allows={PLATFORM, FINANCE}, returns=ACCOUNT_SHOWN)
def read_paying_account(call: Call, payer: str) -> HttpAnswer:
    """Returns the account that the payer pays from, and the one that waits for a second person.

    Only the last digits are shown. Staff see only their own payer.
    """
    _must_be_of(call, payer)
    payers.find(payer)
    return _account_answer(payer, accounts.of(payer), accounts.proposed(payer))


@route.get("/v1/payers/<payer>", allows={PLATFORM, *PAYER_ROLES}, returns="answers.PayerAnswer")
def read_payer(call: Call, payer: str) -> HttpAnswer:
    """Returns a payer as it is registered; staff see only their own payer."""
    _must_be_of(call, payer)
    return HttpAnswer(200, _shown(*payers.find_with_mark(payer)))


def _must_be_of(call: Call, payer: str) -> None:
    """Raises ``NotFound`` for staff of another payer."""
    if call.caller.payer not in ("", payer):
        raise NotFound()


def _signer(call: Call) -> RunSigner:
    """Returns the caller as one of two people. Raises ``EmailMissing``."""
    return RunSigner(call.caller.subject, pseudonym.staff_address(call.caller.email))


def _account_answer(payer: str, in_force: PayingAccount | None, last: ProposedAccount | None) -> HttpAnswer:
    shown: dict[str, Any] = {"payer": payer}
    if in_force:
        shown["inForce"] = account_shown(in_force.debtor, in_force.currency, in_force.set_at)
    if last and last.waits:
        shown["waiting"] = account_shown(last.debtor, last.currency, last.proposed_at)
    return versioned(200, shown, last.version if last else 1)


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
