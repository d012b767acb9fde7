"""Promise 4 for sessions that are paid without an invoice: wherever the step is killed, it has one effect.

Each case kills the payment of a held session, its withdrawal or its task at a named step, and runs it again.
The control stores what is owed in one commit and that the session is paid in another: then it is owed twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro import ids
from helsebro.ids import PayableId
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.tables import Tables, Update, tables
from helsebro_aws.invoices.payouts.dynamo_payouts import DynamoPayouts
from helsebro_aws.invoices.payouts.pay_session import SessionPayouts
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.platform import clock
from tests.builders.claims import outbox_rows
from tests.builders.invoice_stage import change
from tests.builders.payments.session_stage import Practice, forget_payees, practice
from tests.promises.payment_runs.test_killed import MOMENTS, killed_at
from tests.promises.test_crash import Killed

READS = [("bookings", "find"), ("guarantees", "find"), ("facts", "under")]
COMMIT = ("payouts.tables", "commit")


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    assert aws
    return practice()


def killed(
    clinic: Practice, step: tuple[str, str], moment: str, payouts: SessionPayouts | None = None
) -> None:
    """Settles the session by a process that is killed at a step."""
    whole, (path, method) = payouts or SessionPayouts(), step
    owner, _, name = path.rpartition(".")
    of = getattr(whole, owner) if owner else whole
    setattr(of, name, killed_at(getattr(of, name), method, moment, 1))
    with pytest.raises(Killed):
        whole.settle(clinic.booking_id())


def settle(clinic: Practice) -> list[str]:
    """Settles the session twice, as a second delivery does."""
    return [SessionPayouts().settle(clinic.booking_id()) for _ in range(2)]


def effects(clinic: Practice, aws: dict[str, Any]) -> dict[str, Any]:
    """Returns everything that the payment of the session has stored and published."""
    guarantee = clinic.stage.guarantee
    uses = DynamoBenefits().ledger(guarantee.payer, guarantee.person_id).uses
    entries = DynamoLedger().of_case(guarantee.claim_id)
    return {
        "owed": len(clinic.owed()),
        "used": sum(not each.credited_on for use in uses for each in use.sessions),
        "booked": sorted(each.kind for each in entries if each.payable_id),
        "told": {
            kind: len(outbox_rows(aws, f"payout.{kind}"))
            for kind in ("approved", "withdrawn", "account-missing")
        },
        "tasks": [task.reason for task in clinic.tasks()],
        "is paid": DynamoBookings().find(clinic.booking_id()).paid_out_by is not None,
    }


PAID = {
    "owed": 1,
    "used": 1,
    "booked": ["approved"],
    "told": {"approved": 1, "withdrawn": 0, "account-missing": 0},
    "tasks": [],
    "is paid": True,
}


@MOMENTS
@pytest.mark.parametrize("step", [*READS, ("clinics", "paid_by"), ("payouts", "pay"), COMMIT])
def test_a_session_is_owed_once_wherever_its_payment_is_killed(
    clinic: Practice, aws: dict[str, Any], step: tuple[str, str], moment: str
) -> None:
    killed(clinic, step, moment)
    settle(clinic)
    assert effects(clinic, aws) == PAID


@MOMENTS
@pytest.mark.parametrize("step", [("payouts", "pay"), ("tasks", "without_account"), COMMIT])
def test_a_missing_account_is_told_once_wherever_the_payment_is_killed(
    clinic: Practice, aws: dict[str, Any], step: tuple[str, str], moment: str
) -> None:
    forget_payees(clinic.clinic_id)
    killed(clinic, step, moment)
    settle(clinic)
    told = {"approved": 1, "withdrawn": 0, "account-missing": 1}
    assert effects(clinic, aws) == {**PAID, "told": told, "tasks": ["payout-without-account"]}


@MOMENTS
@pytest.mark.parametrize("step", [READS[0], ("payouts.payables", "find"), ("payouts", "withdraw"), COMMIT])
def test_a_missed_session_is_withdrawn_once_wherever_that_is_killed(
    clinic: Practice, aws: dict[str, Any], step: tuple[str, str], moment: str
) -> None:
    settle(clinic)
    change(clinic.booking_id(), "BOOKING", status="missed", corrections=1)
    killed(clinic, step, moment)
    assert settle(clinic)[-1] == "nothing-owed"
    assert effects(clinic, aws) == {
        "owed": 0,
        "used": 0,
        "booked": ["approved", "credited"],
        "told": {"approved": 1, "withdrawn": 1, "account-missing": 0},
        "tasks": [],
        "is paid": False,
    }


@MOMENTS
@pytest.mark.parametrize("step", [*READS, ("tasks", "open"), ("tasks.tables", "commit")])
def test_finance_has_one_task_wherever_its_opening_is_killed(
    clinic: Practice, aws: dict[str, Any], step: tuple[str, str], moment: str
) -> None:
    change(clinic.stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=0)
    killed(clinic, step, moment)
    assert settle(clinic) == ["left-to-finance"] * 2
    found = effects(clinic, aws)
    assert (found["owed"], found["is paid"], found["tasks"]) == (0, False, ["payout-not-covered"])
    assert len(outbox_rows(aws, "task.opened")) == 1


class InTwoCommits(DynamoPayouts):
    """Stores what is owed under an id of its own, and then that the session is paid."""

    def pay(self, booking: Any, payable: Any, *_: Any, **__: Any) -> None:
        made = PayableId(ids.within("pay", booking.guarantee_id, clock.randomness()))
        self.tables.commit([self.payables.creation(replace(payable, payable_id=made))])
        table, key = tables.settings.cases_table, booking_key(booking.booking_id)
        self.tables.commit([Update(table, *key, set={"paidOutBy": made})])


def careless() -> SessionPayouts:
    payouts = SessionPayouts()
    payouts.payouts = InTwoCommits(Tables())
    return payouts


def test_control_paid_in_two_commits_a_session_is_owed_twice(clinic: Practice) -> None:
    killed(clinic, COMMIT, "after", careless())
    for _ in range(2):
        careless().settle(clinic.booking_id())
    assert len(clinic.owed()) == 2


def test_control_paid_in_two_commits_that_are_not_killed_it_is_owed_once(clinic: Practice) -> None:
    for _ in range(2):
        careless().settle(clinic.booking_id())
    assert len(clinic.owed()) == 1
