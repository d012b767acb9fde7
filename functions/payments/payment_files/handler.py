"""Payment files: what a payer pays together, drafted by one person of finance and released by another.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro import ids
from helsebro.caller import FINANCE
from helsebro.ids import PaymentFileId
from helsebro.payments.runs.payment_run import PaymentRun, state_named
from helsebro.payments.runs.run_signer import RunSigner
from helsebro_aws.http.answer import HttpAnswer, see_other, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.identity import pseudonym
from helsebro_aws.payments.runs.dynamo_paying_accounts import DynamoPayingAccounts
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.payments.runs.payment_files import PaymentFiles
from helsebro_aws.payments.runs.run_view import line_shown, run_shown
from helsebro_aws.payments.stripe.stripe_accounts import StripeAccounts
from helsebro_aws.platform import clock
from helsebro_aws.platform.clients import API_SECONDS

if TYPE_CHECKING:
    from functions.payments.payment_files.answers import PaymentFileAnswer

    from helsebro_aws.payments.runs import run_body

app = APIGatewayHttpResolver()
route = Routes(app)
runs, accounts, files = DynamoRuns(), DynamoPayingAccounts(), PaymentFiles()
stripe = StripeAccounts(API_SECONDS)
FILES = "/v1/payment-files"
ONE = f"{FILES}/<file_id>"
TWO_PEOPLE = "login-without-email"


@route.post(
    FILES,
    allows={FINANCE},
    answers=202,
    body="payments.runs.run_body.NewPaymentFileShape",
    returns="answers.PaymentFileBegunAnswer",
    refuses={403: TWO_PEOPLE},
    fresh=True,
)
def begin_payment_file(call: Call, body: run_body.NewPaymentFileShape) -> HttpAnswer:
    """Drafts a payment file of what the payer owes, and answers at once (F0-20).

    It takes at most 500 payables, those that are due first; a payable is in one file only. What is left is
    drafted as the next. Another person of finance releases it. The payables that no bank file can carry stay
    approved, each with a task in the queue `payments`. What is paid by Stripe is in a file of its own, which
    no bank gets: once it is released, each payment is made at Stripe.
    """
    from helsebro_aws.payments.runs.asked_run import asked_run

    by, at = _signer(call), clock.now()
    file_id = PaymentFileId(ids.in_time_order("pfl", at, clock.randomness()))
    payer = call.caller.payer
    run = asked_run(file_id, body, accounts.of(payer), by, at, payer, pays_by_stripe=stripe.has)
    answer = HttpAnswer(202, {"fileId": run.file_id, "state": run.state})
    runs.begin(run, call.receipt(answer))
    return answer


@route.get(
    FILES,
    allows={FINANCE},
    queries=("state", "limit", "cursor"),
    returns="Page[answers.PaymentFileAnswer]",
)
def list_payment_files(call: Call) -> HttpAnswer:
    """Lists the payer's payment files in a state, the latest first; without `state` the drafted ones."""
    given = call.given("state")
    state = state_named("drafted" if given is None else given)
    found, following = runs.page(call.caller.payer, state, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [run_shown(run) for run in found], "nextCursor": following})


@route.get(ONE, allows={FINANCE}, returns="answers.WholePaymentFileAnswer")
def read_payment_file(call: Call, file_id: PaymentFileId) -> HttpAnswer:
    """Returns a payment file with all its payments, so that a person can look at what is odd.

    An account is shown by its last digits.
    """
    run = _found(call, file_id)
    shown = {**run_shown(run), "lines": [line_shown(line) for line in runs.lines(run)]}
    return versioned(200, shown, run.version)


@route.delete(
    ONE,
    allows={FINANCE},
    answers=202,
    returns="answers.PaymentFileBegunAnswer",
    refuses={409: "conflict payment-file-not-drafted"},
    fresh=True,
)
def cancel_payment_file(call: Call, file_id: PaymentFileId) -> HttpAnswer:
    """Calls off a drafted payment file: all of it is approved again and waits for another file."""
    before = _found(call, file_id)
    if before.state not in ("cancelling", "cancelled"):
        runs.hand_on(before, before.cancelling(), "payment-file.withdrawn", clock.now())
        before = before.cancelling()
    return HttpAnswer(202, {"fileId": file_id, "state": before.state})


@route.post(
    f"{ONE}/release",
    allows={FINANCE},
    creates=False,
    answers=200,
    if_match=True,
    returns="answers.PaymentFileAnswer",
    refuses={
        403: f"{TWO_PEOPLE} payment-file-released-by-its-author",
        409: "conflict payment-file-not-drafted",
    },
    fresh=True,
)
def release_payment_file(call: Call, file_id: PaymentFileId) -> HttpAnswer:
    """Releases a payment file that another person drafted; the file is then written for the bank.

    Two logins with the same e-mail address are one person.
    """
    by, version = _signer(call), call.expected_version()
    before, at = _found(call, file_id), clock.now()
    return _handed_on(call, before, before.released(by, version, at), "payment-file.released")


@route.post(
    f"{ONE}/sent",
    allows={FINANCE},
    creates=False,
    answers=200,
    returns="answers.PaymentFileAnswer",
    refuses={409: "conflict file-not-ready payment-file-not-released"},
    fresh=True,
)
def send_payment_file(call: Call, file_id: PaymentFileId) -> HttpAnswer:
    """Says that the file was handed to the bank. What the bank answers says what was paid."""
    before, at = _found(call, file_id), clock.now()
    return _handed_on(call, before, before.sent(at), "payment-file.sent")


@route.get(f"{ONE}/content", allows={FINANCE}, answers=303, refuses={409: "file-not-ready"}, fresh=True)
def read_payment_file_content(call: Call, file_id: PaymentFileId) -> HttpAnswer:
    """Redirects to the file for the bank, an ISO 20022 pain.001. The link is valid for 60 seconds."""
    return see_other(files.link_to(_found(call, file_id)))


def _found(call: Call, file_id: PaymentFileId) -> PaymentRun:
    """Returns a file of the caller's payer. Raises ``NotFound``."""
    return runs.find(call.caller.payer, file_id)


def _signer(call: Call) -> RunSigner:
    """Returns the caller as one of two people. Raises ``EmailMissing``."""
    return RunSigner(call.caller.subject, pseudonym.staff_address(call.caller.email))


def _handed_on(call: Call, before: PaymentRun, after: PaymentRun, happened: str) -> HttpAnswer:
    shown = cast("PaymentFileAnswer", run_shown(after))
    answer = versioned(200, shown, after.version)
    runs.hand_on(before, after, happened, clock.now(), call.receipt(answer))
    return answer


handler = route.handler
