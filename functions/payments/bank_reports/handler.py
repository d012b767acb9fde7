"""Bank reports: what a payer's bank, or Stripe, says of its payments, received as it comes.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import ANYONE, FINANCE
from helsebro.errors import BadInput, Fault
from helsebro.ids import BankReportId
from helsebro.payments.reports.received_report import ReceivedReport, id_of
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.payments.reports.dynamo_reports import DynamoReports, ReportKnown
from helsebro_aws.payments.reports.report_files import ReportFiles
from helsebro_aws.payments.reports.report_view import report_shown, row_shown
from helsebro_aws.payments.stripe.stripe_accounts import StripeAccounts
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import digest_of

if TYPE_CHECKING:
    from functions.payments.bank_reports.answers import EventState, ReportReceivedAnswer, StripeEventAnswer

TIMEOUT = 29
app = APIGatewayHttpResolver()
route = Routes(app)
reports, files, accounts = DynamoReports(), ReportFiles(), StripeAccounts(TIMEOUT)
REPORTS = "/v1/bank-reports"
XML = ("application/xml", "text/xml")
LARGEST_EVENT = 256_000
"""More than any event about a transfer has, in bytes."""


@route.post(
    REPORTS,
    allows={FINANCE},
    answers=202,
    takes="application/xml",
    returns="answers.ReportReceivedAnswer",
    refuses={400: "malformed", 422: "bad-input"},
    fresh=True,
)
def send_bank_report(call: Call) -> HttpAnswer:
    """Receives a file from the payer's bank: a status report (pain.002), a statement or a notification.

    It is read at once, and refused with every fault; what it says is booked after the answer. The same file
    sent again is the same report, with the state `repeated`: nothing is booked twice.
    """
    # Loaded for this route only: it reads XML.
    from helsebro_aws.payments.bank.read_report import read_report

    call.must_be(*XML)
    body, payer = call.raw_body, call.caller.payer
    said, digest = read_report(body), digest_of(body)
    report = ReceivedReport(
        id_of(payer, digest), payer, digest, said.kind, clock.now(), rows=len(said.answers)
    )
    files.keep(report, body)
    answer = HttpAnswer(202, _received(report, "received"))
    try:
        reports.receive(report, call.receipt(answer))
    except ReportKnown:
        answer = HttpAnswer(202, _received(report, "repeated"))
        reports.answer(call.receipt(answer))
    return answer


@route.post(
    "/v1/stripe-events/<payer>",
    allows={ANYONE},
    keyed=False,
    creates=False,
    answers=200,
    returns="answers.StripeEventAnswer",
    refuses={400: "malformed", 401: "signature-refused"},
)
def receive_stripe_event(call: Call, payer: str) -> HttpAnswer:
    """Receives an event that Stripe signed for the payer's endpoint, in `Stripe-Signature`.

    An event about one of our transfers is a report with one row, which counts once however often it comes: a
    transfer that was created is paid, one that was reversed came back. The therapist's own payouts, and all
    else at the account, are `ignored`.
    """
    # Loaded for this route only.
    from helsebro.signing.stripe_signature import must_be_from_stripe
    from helsebro_aws.payments.stripe.event_body import event_of
    from helsebro_aws.payments.stripe.stripe_object import NotStripes

    body = call.raw_body
    if len(body) > LARGEST_EVENT:
        raise BadInput([Fault("", "stripe-event-too-large", "")], malformed=True)
    secrets = accounts.signing_secrets(payer)
    must_be_from_stripe(call.headers.get("stripe-signature"), body, secrets, clock.real_now())
    try:
        event = event_of(body)
    except NotStripes:
        raise BadInput([Fault("", "stripe-event-unreadable", "")], malformed=True) from None
    if event is None:
        return HttpAnswer(200, _of_event("ignored"))
    report_id = id_of(payer, event.event_id)
    report = ReceivedReport(report_id, payer, digest_of(body), "stripe", clock.now(), rows=1)
    files.keep(report, body)
    try:
        reports.receive(report)
    except ReportKnown:
        return HttpAnswer(200, _of_event("repeated"))
    return HttpAnswer(200, _of_event("received"))


@route.get(REPORTS, allows={FINANCE}, queries=("limit", "cursor"), returns="Page[answers.BankReportAnswer]")
def list_bank_reports(call: Call) -> HttpAnswer:
    """Lists what the payer's bank has sent, the latest first, with how many rows did what."""
    found, following = reports.page(call.caller.payer, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [report_shown(each) for each in found], "nextCursor": following})


@route.get(
    f"{REPORTS}/<report_id>",
    allows={FINANCE},
    queries=("limit", "cursor"),
    returns="Page[answers.BankReportRowAnswer, answers.BankReportAnswer]",
)
def read_bank_report(call: Call, report_id: BankReportId) -> HttpAnswer:
    """Returns a bank report with a page of its rows: what each did, or why it did nothing.

    The rows are in the order in which they are applied. Some are missing until its state is `applied`.
    """
    report = reports.find(call.caller.payer, report_id)
    rows, following = reports.rows(report, call.limit(), call.cursor())
    shown: dict[str, Any] = {
        **report_shown(report),
        "items": [row_shown(row, call.language) for row in rows],
        "nextCursor": following,
    }
    return HttpAnswer(200, shown)


def _of_event(state: EventState) -> StripeEventAnswer:
    return {"state": state}


def _received(report: ReceivedReport, state: str) -> ReportReceivedAnswer:
    return {"reportId": report.report_id, "state": state}  # type: ignore[typeddict-item]


handler = route.handler
