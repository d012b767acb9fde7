"""Promise 4 for a bank's report: wherever its applying is killed, each answer has its effect exactly once.

Each case kills the step before or after one of its effects, and runs it again. The controls store a row, or
change a line, without looking whether that was done before: then it is booked twice.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from helsebro.errors import Conflict
from helsebro.ids import BankReportId, PaymentFileId
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.operations import Operation, Put, Update
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.keys import report_work_key
from helsebro_aws.payments.reports.apply_report import ReportApplying
from helsebro_aws.payments.reports.booked_answers import BookedAnswers
from helsebro_aws.payments.reports.dynamo_reports import DynamoReports
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.payments.runs.dynamo_usual_amounts import DynamoUsualAmounts
from tests.builders.bank import reports
from tests.builders.claims import outbox_rows
from tests.builders.payments.bank_stage import (
    booked,
    debit,
    id_of,
    in_files_of_clinic,
    read,
    send,
    status_of,
    with_the_bank,
)
from tests.builders.payments.payment_stage import Owing, found, owing
from tests.promises.payment_runs.test_killed import KilledAt
from tests.promises.test_crash import Killed

PAYER = "tryg"
MOMENTS = pytest.mark.parametrize("moment", ["before", "after"])
PLACES = [
    *(("on", "commit", call) for call in (1, 2, 3)),
    ("reports", "find", 1),
    ("reports", "end", 1),
    ("reports", "row", 2),
    ("runs", "find", 1),
    ("runs", "end_work", 1),
    ("files", "content", 1),
    ("matching", "of_transfer", 2),
]


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def applying() -> ReportApplying:
    from functions.payments.apply_bank_report.handler import applying as whole

    return whole


def sent(content: bytes) -> BankReportId:
    answer = send(content)
    assert answer.status == 202, answer.body
    return BankReportId(answer.body["reportId"])


def killed(step: ReportApplying, report_id: BankReportId, **parts: Any) -> None:
    with pytest.raises(Killed):
        replace(step, **parts).run(PAYER, report_id)


def finished(report_id: BankReportId, step: ReportApplying | None = None) -> None:
    """Runs the step until the report is applied, and once more."""
    for _ in range(8):
        report = (step or applying()).run(PAYER, report_id)
    assert report.state == "applied"
    assert tables.get(tables.settings.money_table, *report_work_key(PAYER, report_id)) is None


def must_be_booked_once(
    aws: dict[str, Any], file_id: PaymentFileId, paid: list[Payable], returned: list[Payable]
) -> None:
    """Fails unless each payable is answered for once, with one event, entry, count and task."""
    run = DynamoRuns().find(PAYER, file_id)
    assert (run.state, run.paid, run.returned) == ("settled", len(paid), len(returned))
    assert [found(each).status for each in paid] == ["paid"] * len(paid)
    assert [found(each).status for each in returned] == ["returned"] * len(returned)
    assert in_files_of_clinic([*paid, *returned][0]) == 0
    assert len(outbox_rows(aws, "payment.sent")) == len(paid)
    assert len(outbox_rows(aws, "task.opened")) == len(returned)
    assert len(outbox_rows(aws, "payment-file.settled")) == 1
    if paid:
        assert DynamoUsualAmounts().of(paid[0])[0].payments == len(paid)


@MOMENTS
@pytest.mark.parametrize("part, method, call", PLACES)
def test_each_answer_is_booked_once_wherever_the_applying_is_killed(
    part: str, method: str, call: int, moment: str, to: Owing, aws: dict[str, Any]
) -> None:
    paid, rejected = [to.owes(1), to.owes(2)], [to.owes(3)]
    file_id, whole = with_the_bank(), applying()
    codes = {**{id_of(each): "ACSC" for each in paid}, **{id_of(each): "RJCT" for each in rejected}}
    report_id = sent(status_of(file_id, codes, why="AC04"))
    killed(whole, report_id, **{part: KilledAt(getattr(whole, part), method, moment, call)})
    finished(report_id)
    must_be_booked_once(aws, file_id, paid, rejected)
    shown = read(report_id).body
    assert (shown["applied"], len(shown["items"])) == (3, 3)


@MOMENTS
@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_a_whole_file_is_returned_once_wherever_that_is_killed(
    call: int, moment: str, to: Owing, aws: dict[str, Any]
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    file_id, whole = with_the_bank(), applying()
    report_id = sent(status_of(file_id, {}, f"<GrpSts>RJCT</GrpSts>{reports.reason('AM05')}"))
    killed(whole, report_id, on=KilledAt(Tables(), "commit", moment, call))
    finished(report_id)
    must_be_booked_once(aws, file_id, [], owed)


@MOMENTS
def test_a_long_report_is_applied_in_parts_and_goes_on_where_it_was_killed(
    moment: str, to: Owing, aws: dict[str, Any]
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    file_id, whole = with_the_bank(), replace(applying(), most_commits=1)
    report_id = sent(booked(*(debit(each, file_id) for each in owed)))
    killed(whole, report_id, reports=KilledAt(DynamoReports(), "go_on", moment, 1))
    finished(report_id, whole)
    must_be_booked_once(aws, file_id, owed, [])


def test_two_runs_of_one_report_at_a_time_book_it_once(to: Owing, aws: dict[str, Any]) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    report_id = sent(booked(debit(owed, file_id)))

    class Overtaken(DynamoReports):
        """Finds no row, while another run of the step applies the whole report."""

        def row(self, *_: Any) -> None:
            applying().run(PAYER, report_id)

    replace(applying(), reports=Overtaken()).run(PAYER, report_id)
    must_be_booked_once(aws, file_id, [owed], [])


class Forgetful(DynamoReports):
    """Does not know which rows were applied, and stores each again."""

    def row(self, *_: Any) -> None:
        return None

    def applying(self, report: Any, row: Any) -> list[Operation]:
        kept, counted = super().applying(report, row)
        assert isinstance(kept, Put)
        return [replace(kept, when=None), counted]


def test_control_without_its_condition_a_row_counts_twice(to: Owing) -> None:
    owed = to.owes()
    report_id = sent(booked(debit(owed, with_the_bank())))
    careless = replace(applying(), reports=Forgetful())
    killed(careless, report_id, on=KilledAt(Tables(), "commit", "after", 1))
    careless.run(PAYER, report_id)
    shown = read(report_id).body
    assert shown["applied"] + shown["repeated"] == 2


class SeesOpenLines(DynamoRuns):
    """Shows a line as one that the bank has not answered for."""

    def line(self, *of: Any) -> Any:
        line = super().line(*of)
        return line and replace(line, state="sent", debits=())


class SeesSentPayables(DynamoPayables):
    """Shows a payable as one that the bank has not answered for."""

    def find(self, payer: str, payable_id: Any) -> Payable:
        return replace(super().find(payer, payable_id), status="sent")


class Unguarded(BookedAnswers):
    """Books a payment without looking whether it was booked."""

    def paid(self, *of: Any) -> Any:
        changes, events = super().paid(*of)
        return [_unguarded(change) for change in changes], events


def _unguarded(change: Operation) -> Operation:
    return replace(change, when=None) if isinstance(change, Put | Update) else change


def booked_twice(to: Owing, books: type[BookedAnswers]) -> int:
    """Returns how many payments are counted once a notification and a statement had the same debit."""
    owed = to.owes()
    file_id, whole = with_the_bank(), applying()
    runs, payables = SeesOpenLines(), SeesSentPayables()
    booking = books({"invoice": lambda *_: ((), ())}, whole.tasks, runs=runs, payables=payables)
    matching = replace(whole.matching, runs=runs, payables=payables)
    step = replace(whole, runs=runs, booked=booking, matching=matching, attempts=2)
    for family in ("camt.054.001.08", "camt.053.001.08"):
        report_id = sent(booked(debit(owed, file_id), family=family))
        with suppress(Conflict):
            step.run(PAYER, report_id)
    return DynamoUsualAmounts().of(owed)[0].payments


def test_an_answer_that_is_read_late_is_not_booked_twice(to: Owing) -> None:
    assert booked_twice(to, BookedAnswers) == 1


def test_control_without_conditions_the_same_debit_is_booked_twice(to: Owing) -> None:
    assert booked_twice(to, Unguarded) == 2
