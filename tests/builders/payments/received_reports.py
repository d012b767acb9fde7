"""Stores a bank report whose only row was applied, without any payment."""

from __future__ import annotations

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.reports.received_report import ReceivedReport, id_of
from helsebro.payments.reports.report_row import Ruling, row_of
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.payments.reports.dynamo_reports import DynamoReports
from helsebro_aws.platform import clock


def report_of(payer: str) -> ReceivedReport:
    """Returns a new report of a payer, which has one row."""
    digest = clock.randomness().hex()
    return ReceivedReport(id_of(payer, digest), payer, digest, "statement", clock.now(), rows=1)


def received_report(payer: str = "tryg") -> ReceivedReport:
    """Stores a new report of a payer with a row that belongs to none of its payments, and returns it."""
    report = report_of(payer)
    reports = DynamoReports()
    reports.receive(report, Receipt(clock.randomness().hex(), "f", 202, {}))
    answer = BankAnswer("other", "transfer", "/Document/BkToCstmrStmt/Stmt[1]/Ntry[1]", "BOOK")
    row = row_of(report.report_id, 1, answer, Ruling("unmatched", why="not-ours"))
    tables.commit(reports.applying(report, row))
    return report
