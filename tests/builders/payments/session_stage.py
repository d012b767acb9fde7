"""Stores sessions of a clinic that is paid without invoices, and reports them as the bus does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from functions.payments.pay_sessions.handler import handler

from helsebro import ids
from helsebro.ids import BookingId, ClinicId
from helsebro.payments.payable import Payable, PayableStatus
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payouts.payout_choice import PaidBy, PayoutChoice
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.tasks.keys import open_tasks
from tests.builders.calls import LambdaContext
from tests.builders.clinics.payees import DANISH_ACCOUNT, store_payees
from tests.builders.invoice_stage import SECRET, Stage, session, staged
from tests.builders.invoices import DANISH_CLINIC
from tests.builders.network import clinic

CHOSEN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Practice:
    """A clinic that is paid for each session; ``stage`` has its guarantee and two held sessions."""

    stage: Stage

    @property
    def clinic_id(self) -> ClinicId:
        """The clinic."""
        return ClinicId(self.stage.clinic_id)

    @property
    def payer(self) -> str:
        """The payer of the guarantee."""
        return self.stage.guarantee.payer

    def session(self, on: date, **how: Any) -> BookingId:
        """Stores one more session that was held that day."""
        return BookingId(session(self.stage.guarantee, self.clinic_id, on, "follow-up", **how).booking_id)

    def booking_id(self, place: int = 0) -> BookingId:
        """Returns one of the two held sessions: 0 is the first consultation, 1 the follow-up."""
        return BookingId(self.stage.sessions[place].booking_id)

    def owed(self, status: PayableStatus = "approved") -> list[Payable]:
        """Returns what the payer owes."""
        return list(DynamoPayables().with_status(self.payer, status, 100, None)[0])

    def tasks(self) -> list[Task]:
        """Returns the open tasks about payments."""
        found = tables.query_all(
            tables.settings.cases_table, open_tasks(self.payer, "payments"), listing=True
        )
        return [from_item(Task, item) for item in found]


def practice(*accounts: PayeeAccount, paid_by: PaidBy = "session", payer: str = "nordlys") -> Practice:
    """Stores a clinic that chose long ago how it is paid, with these accounts or a Danish one."""
    made = Practice(staged(payer))
    forget_payees(made.clinic_id)
    store_payees(made.clinic_id, *(accounts or (DANISH_ACCOUNT,)))
    choose(made.clinic_id, PayoutChoice(paid_by, CHOSEN))
    return made


def forget_payees(clinic_id: ClinicId) -> None:
    """Ends every account of the clinic."""
    payees = DynamoPayees()
    for known in payees.of_clinic(clinic_id).payees:
        register = payees.of_clinic(clinic_id)
        ended = known.ended(known.registered_at)
        tables.commit(payees.storing(register, register.replacing(ended), ended))


def choose(clinic_id: ClinicId, *choices: PayoutChoice) -> None:
    """Stores a clinic that chose so, with the secret of the stage."""
    cvr = DANISH_CLINIC.company_number
    DynamoClinics().register(clinic(clinic_id=clinic_id, cvr=cvr, payouts=choices), SECRET)


def reported(booking_id: BookingId) -> list[Any]:
    """Gives the report of a held session to its consumer, as the bus does; returns what must come again."""
    body = {"type": "session.held", "payer": ids.payer_of(booking_id), "data": {"bookingId": booking_id}}
    record = {"messageId": booking_id, "eventSource": "aws:sqs", "body": json.dumps(body)}
    return list(handler({"Records": [record]}, LambdaContext())["batchItemFailures"])
