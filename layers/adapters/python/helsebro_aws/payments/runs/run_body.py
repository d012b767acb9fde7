"""The body of a new payment file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.ids import PayableId
from helsebro.money import Currency
from helsebro.payments.runs.payment_run import MOST_PAYABLES, RunWay
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.ids import PayableIdField


class NewPaymentFileShape(Body):
    """Which approved payables the file pays. Without a field, all of the payer's that wait."""

    due_before: Annotated[
        Day | None,
        Field(description="Only what is due before this day.", examples=["2026-12-01"]),
    ] = None
    payable_ids: Annotated[
        list[PayableIdField] | None,
        Field(
            min_length=1,
            max_length=MOST_PAYABLES,
            description="Only these. Each must be approved, and none may be named twice.",
        ),
    ] = None
    currency: Annotated[
        Currency | None, Field(description="The currency of the file: that of the payer.")
    ] = None

    way: Annotated[
        RunWay,
        Field(
            description="`bank`: a file for the payer's bank. `stripe`: transfers to the accounts at Stripe "
            "of clinics that are paid so for their sessions. What goes the other way waits for a file of its "
            "own."
        ),
    ] = "bank"

    @property
    def wanted(self) -> tuple[PayableId, ...] | None:
        """The payables that it names, None when it names none."""
        return None if self.payable_ids is None else tuple(self.payable_ids)
