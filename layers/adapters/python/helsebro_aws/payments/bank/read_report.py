"""Reads what a bank sends back: pain.002, camt.053 and camt.054, into one shape.

Source: ISO 20022 message definitions, Payments Initiation and Bank-to-Customer Cash Management; Common Global
Implementation (CGI), "Customer Payment Status Report" and "Bank to Customer Statement" implementation guides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.bank.bank_report import BankReport, ReportKind
from helsebro_aws.papers.safe_xml import NotXml, declares_utf_8, hides_nothing, is_text, parsed
from helsebro_aws.payments.bank.account_statement import answers_of_statements
from helsebro_aws.payments.bank.report_node import ReportFaults, ReportNode
from helsebro_aws.payments.bank.status_report import answers_of_status

LARGEST = 1_000_000
DEEPEST = 30
"""The message definitions nest some 15 elements."""
MOST_ANSWERS = 5_000
ROOT = re.compile(
    r"\{urn:iso:std:iso:20022:tech:xsd:((pain\.002|camt\.053|camt\.054)\.001\.([0-9]{2}))\}Document"
)
OF_CASH = frozenset(f"{number:02}" for number in range(2, 14))
VERSIONS = {"pain.002": frozenset({"03", "10", "12", "14"}), "camt.053": OF_CASH, "camt.054": OF_CASH}
AnswersOf = Callable[[ReportNode], Iterable[BankAnswer]]
MESSAGES: dict[str, tuple[ReportKind, str, AnswersOf]] = {
    "pain.002": ("status", "CstmrPmtStsRpt", answers_of_status),
    "camt.053": ("statement", "BkToCstmrStmt", lambda message: answers_of_statements(message, "Stmt")),
    "camt.054": (
        "notification",
        "BkToCstmrDbtCdtNtfctn",
        lambda message: answers_of_statements(message, "Ntfctn"),
    ),
}


def read_report(body: bytes) -> BankReport:
    """Returns what a bank's report says, row by row.

    Raises ``BadInput`` with every fault and its place: malformed with ``bank-report-not-xml`` or
    ``bank-report-not-utf8``; else ``bank-report-too-large`` (more than 1,000,000 bytes), ``-doctype``,
    ``-too-deep``, ``-too-many-rows``, ``-unknown`` (another message or version), ``-incomplete``,
    ``-no-rows``, ``-count-differs``, ``-sum-differs``, ``-status-missing``, ``-account-missing``,
    ``-account-unreadable``, ``-doubled`` (a field that may stand once stands twice);
    ``bank-amount-unreadable``, ``bank-amount-decimals``, ``bank-number-unreadable``,
    ``bank-currency-unreadable``, ``bank-day-unreadable``.
    """
    root = _opened(body)
    known = ROOT.fullmatch(root.tag)
    if known is None or known[3] not in VERSIONS[known[2]]:
        raise BadInput([Fault("", "bank-report-unknown", "")])
    kind, name, answers_of = MESSAGES[known[2]]
    found = ReportFaults()
    document = ReportNode(root, "/Document", found)
    message = document.node(name)
    if message is None:
        raise BadInput([Fault("", "bank-report-unknown", "")])
    answers = tuple(islice(answers_of(message), MOST_ANSWERS + 1))
    message_id, created_at = message.text("GrpHdr/MsgId"), message.instant("GrpHdr/CreDtTm")
    if message_id is None:
        message.note_fault("bank-report-incomplete")
    if len(answers) > MOST_ANSWERS:
        message.note_fault("bank-report-too-many-rows")
    if not answers and not found.faults:
        message.note_fault("bank-report-no-rows")
    if found.faults or message_id is None or created_at is None:
        raise BadInput(found.faults)
    return BankReport(kind, known[1], message_id, created_at, answers, _original(message, answers))


def _original(message: ReportNode, answers: Iterable[BankAnswer]) -> str | None:
    named = message.text("OrgnlGrpInfAndSts/OrgnlMsgId")
    of_rows = {answer.message_id for answer in answers if answer.message_id}
    return named or (of_rows.pop() if len(of_rows) == 1 else None)


def _opened(body: bytes) -> Any:
    if len(body) > LARGEST:
        raise BadInput([Fault("", "bank-report-too-large", "")])
    if not is_text(body) or not declares_utf_8(body):
        raise BadInput([Fault("", "bank-report-not-utf8", "")], malformed=True)
    if not hides_nothing(body):
        raise BadInput([Fault("", "bank-report-doctype", "")])
    try:
        root = parsed(body)
    except NotXml as fault:
        place = {"line": fault.line, "column": fault.column}
        raise BadInput([Fault("", "bank-report-not-xml", "", place)], malformed=True) from None
    if _is_deep(root):
        raise BadInput([Fault("", "bank-report-too-deep", "", {"limit": DEEPEST})])
    return root


def _is_deep(root: Any) -> bool:
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            return True
        waiting += [(child, depth + 1) for child in element]
    return False
