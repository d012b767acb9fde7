"""Bank reports: what a payer's bank says of its payments, received as the file that it is.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import FINANCE
from helsebro.ids import BankReportId
from helsebro.payments.reports.received_report import ReceivedReport, id_of
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.payments.reports.dynamo_reports import DynamoReports, ReportKnown
from helsebro_aws.payments.reports.report_files import ReportFiles, digest_of
from helsebro_aws.payments.reports.report_view import report_shown, row_shown
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.payments.bank_reports.answers import ReportReceivedAnswer

TIMEOUT = 29
app = APIGatewayHttpResolver()
route = Routes(app)
reports, files = DynamoReports(), ReportFiles()
REPORTS = "/v1/bank-reports"
XML = ("application/xml", "text/xml")


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


def _received(report: ReceivedReport, state: str) -> ReportReceivedAnswer:
    return {"reportId": report.report_id, "state": state}  # type: ignore[typeddict-item]


handler = route.handler
