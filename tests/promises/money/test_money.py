"""Every sum is kept, whatever happens to a case's money and in whatever order.

``RUNS`` × ``STEPS`` steps (40 × 25; 1,000 × 50 for a release) over grants, sessions, invoices, credit notes,
refunds, payment files, answers of the bank and returns. Each control breaks one step.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from helsebro.bookings.booking import Booking
from helsebro.payments.ledger import payable_entries
from helsebro.payments.payable import Payable
from tests.builders.money.case_money import cause
from tests.promises.money.case_book import CaseBook
from tests.promises.money.machine import Money
from tests.suite.sizes import size

RUNS, STEPS = size(40, 1_000, "RUNS"), size(25, 50, "STEPS")


def run(machine: type[Money], *phases: Phase) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            phases=phases or (Phase.generate, Phase.shrink),
            deadline=None,
            derandomize=True,
            database=None,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_sum_is_kept_after_every_step() -> None:
    run(Money)


class EachReportItsOwn(Money):
    """An answer of the bank is booked under its report, and not under the file that it is about."""

    def repeat(self, paid: Payable) -> None:
        self.book.number += 1
        self.book.store(payable_entries.paid(paid, cause(f"rpt_{self.book.number}", None)))


def test_control_a_payment_that_two_reports_book_twice_is_found() -> None:
    with pytest.raises(AssertionError):
        run(EachReportItsOwn, Phase.generate)


class KeepsReserved(CaseBook):
    """A cancelled session stays reserved."""

    def end_booking(self, ended: Booking, status: str) -> None:
        before = dict(self.entries)
        super().end_booking(ended, status)
        self.entries = before


class Forgetful(Money):
    """A case whose cancelled sessions stay reserved."""

    def __init__(self) -> None:
        super().__init__()
        self.book = KeepsReserved()


def test_control_a_cancelled_session_that_stays_reserved_is_found() -> None:
    with pytest.raises(AssertionError):
        run(Forgetful, Phase.generate)
