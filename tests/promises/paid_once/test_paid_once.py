"""Promise 27: one session is paid once, whatever the way: invoice, refund, report, crashes, a race.

In the race ``THREADS`` invoices, refunds and reports without an invoice of one session read the same ledger
before any of them writes. The control runs it without the condition on the ledger's head: then each refund is
paid, and invoices and reported sessions too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest

from helsebro.errors import Conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from tests.builders.invoice_stage import staged
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.promises.paid_once.desk import AskedRefund, Desk, ReadTogether, ReportedSession, SentInvoice, owed
from tests.suite.moto.moto_state import empty_tables
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
THREADS = 32
INVOICES = size(4, 12)
REPORTS = size(4, 10)


class Killed(BaseException):
    """The process is killed: no ``except Exception`` catches it."""


class KilledAt(Tables):
    """Tables whose process is killed at its ``last`` commit, before or after it is stored."""

    def __init__(self, last: int, moment: str) -> None:
        super().__init__()
        self.left, self.moment = last, moment

    def commit(self, operations: Sequence[Operation], **how: Any) -> None:
        """Stores everything or nothing, or is killed."""
        self.left -= 1
        if self.left or self.moment == "after":
            super().commit(operations, **how)
        if not self.left:
            raise Killed


@pytest.fixture
def desk(aws: dict[str, Any]) -> Iterator[Desk]:
    assert aws
    with atomic_transactions():
        yield Desk(staged())
    empty_tables("cases", "money", "outbox", "idempotency")


def is_head(operation: Mapping[str, Any]) -> bool:
    """Returns whether the operation is on a ledger's head."""
    return bool(operation.get("Key", {}).get("sk", {}).get("S") == "LEDGER")


def status_of(invoice: SentInvoice) -> tuple[str, list[str]]:
    """Returns what became of an invoice, and the rules that it breaks."""
    stored = DynamoInvoices().find(invoice.invoice_id)
    return stored.status, [finding.rule for finding in stored.findings if finding.severity != "warning"]


def invoice_and_refund(desk: Desk) -> list[str]:
    desk.know_the_practitioner("ABC12")
    for each in (desk.invoice(), desk.refund(), desk.refund("abc12")):
        each.run(tables)
    return ["invoice"]


def refund_and_invoice(desk: Desk) -> list[str]:
    desk.refund().run(tables)
    invoice = desk.invoice()
    invoice.run(tables)
    assert status_of(invoice) == ("rejected", ["HB-34"])
    return ["refund"]


def two_refunds(desk: Desk) -> list[str]:
    for each in (desk.refund(), desk.refund("ABC12"), desk.refund("ABC12")):
        each.run(tables)
    return ["refund"]


def two_bookings_of_one_day(desk: Desk) -> list[str]:
    for each in (desk.invoice(), desk.invoice()):
        each.run(tables)
    return ["invoice"]


def credited_and_refunded(desk: Desk) -> list[str]:
    line = desk.line()
    first = desk.invoice(line)
    for each in (first, desk.credit_note(first, line), desk.refund(), desk.invoice(line)):
        each.run(tables)
    return ["refund"]


def credited_and_invoiced_again(desk: Desk) -> list[str]:
    line = desk.line()
    first = desk.invoice(line)
    for each in (first, desk.credit_note(first, line), desk.invoice(line), desk.refund()):
        each.run(tables)
    return ["invoice"]


def reported_and_invoiced(desk: Desk) -> list[str]:
    line = desk.line()
    desk.report(line).run(tables)
    invoice = desk.invoice(line)
    invoice.run(tables)
    assert status_of(invoice) == ("rejected", ["HB-34"])
    desk.refund().run(tables)
    return ["session"]


def invoiced_and_reported(desk: Desk) -> list[str]:
    line = desk.line()
    desk.invoice(line).run(tables)
    for each in (desk.report(line), desk.report()):
        each.run(tables)
    return ["invoice"]


def refunded_and_reported(desk: Desk) -> list[str]:
    desk.refund().run(tables)
    desk.report().run(tables)
    return ["refund"]


def reported_twice_and_another_booking_of_the_day(desk: Desk) -> list[str]:
    line = desk.line()
    for each in (desk.report(line), desk.report(line), desk.report(), desk.refund()):
        each.run(tables)
    return ["session"]


def credited_and_reported(desk: Desk) -> list[str]:
    line = desk.line()
    first = desk.invoice(line)
    reported = desk.report(line)
    for each in (first, desk.credit_note(first, line), reported, reported, desk.refund()):
        each.run(tables)
    return ["session"]


@pytest.mark.parametrize(
    "story",
    [
        reported_and_invoiced,
        invoiced_and_reported,
        refunded_and_reported,
        reported_twice_and_another_booking_of_the_day,
        credited_and_reported,
        invoice_and_refund,
        refund_and_invoice,
        two_refunds,
        two_bookings_of_one_day,
        credited_and_refunded,
        credited_and_invoiced_again,
    ],
)
def test_a_session_is_paid_once_in_any_order_of_ways(desk: Desk, story: Callable[[Desk], list[str]]) -> None:
    expected = story(desk)
    assert owed() == expected


def test_a_second_session_with_another_practitioner_waits_for_finance(desk: Desk) -> None:
    """Who approves a refund has seen the clash; an invoice waits, and is then paid beside the first."""
    desk.know_the_practitioner("ABC12")
    invoice = desk.invoice()
    for number in ("KLM34", "XYZ98"):
        desk.refund(number).run(tables)
    assert owed() == ["refund"] * 2
    invoice.run(tables)
    assert (invoice.rules(), owed()) == (["HB-35"], ["refund"] * 2)
    invoice.run(tables, finance_agrees=True)
    assert sorted(owed()) == ["invoice", "refund", "refund"]
    refunded = desk.refund("ABC12")
    refunded.run(tables)
    assert sorted(owed()) == ["invoice", "refund", "refund"]


def test_a_second_booking_of_the_day_waits_for_finance(desk: Desk) -> None:
    """The clinic has held both, so that it loses no money by a refusal, and finance pays none unseen."""
    first, second = desk.invoice(), desk.invoice()
    first.run(tables)
    second.run(tables)
    assert (second.rules(), owed()) == (["HB-35"], ["invoice"])
    second.run(tables, finance_agrees=True)
    assert owed() == ["invoice"] * 2


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("commit", [1, 2])
def test_a_refund_that_is_killed_at_any_commit_pays_once_beside_an_invoice(
    desk: Desk, commit: int, moment: str
) -> None:
    refund, invoice = desk.refund(), desk.invoice()
    with pytest.raises(Killed):
        refund.run(KilledAt(commit, moment))
    invoice.run(tables)
    for _ in range(2):
        refund.run(tables)
    is_decided = (commit, moment) != (1, "before")
    assert owed() == ["refund" if is_decided else "invoice"]
    assert status_of(invoice) == (("rejected", ["HB-34"]) if is_decided else ("accepted", []))


@pytest.mark.parametrize("moment, way", [("before", "refund"), ("after", "invoice")])
def test_an_invoice_that_is_killed_at_its_commit_pays_once_beside_a_refund(
    desk: Desk, moment: str, way: str
) -> None:
    refund, invoice = desk.refund(), desk.invoice()
    with pytest.raises(Killed):
        invoice.run(KilledAt(1, moment))
    refund.run(tables)
    for _ in range(2):
        invoice.run(tables)
    assert owed() == [way]


@pytest.mark.parametrize("moment, way", [("before", "refund"), ("after", "session")])
def test_a_report_that_is_killed_at_its_commit_pays_once_beside_a_refund(
    desk: Desk, moment: str, way: str
) -> None:
    refund, report = desk.refund(), desk.report()
    with pytest.raises(Killed):
        report.run(KilledAt(1, moment))
    refund.run(tables)
    for _ in range(2):
        report.run(tables)
    assert owed() == [way]


def race(desk: Desk) -> None:
    """Runs invoices, refunds and reports of one session at once: all have read before one writes."""
    racers: list[SentInvoice | AskedRefund | ReportedSession] = [desk.invoice() for _ in range(INVOICES)]
    racers += [desk.report() for _ in range(REPORTS)]
    racers += [desk.refund() for _ in range(THREADS - len(racers))]
    on = ReadTogether(THREADS)

    def run(racer: SentInvoice | AskedRefund | ReportedSession) -> None:
        with suppress(Conflict):
            racer.run(on)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(run, racers))


def test_of_32_at_once_one_is_paid_and_the_others_see_it(desk: Desk) -> None:
    race(desk)
    assert len(owed()) == 1


def test_control_without_the_condition_on_the_ledger_a_session_is_paid_many_times(desk: Desk) -> None:
    with atomic_transactions(unguarded=is_head):
        race(desk)
    paid = Counter(owed())
    assert paid.total() >= 3, paid
    assert set(paid) == {"invoice", "refund", "session"}
