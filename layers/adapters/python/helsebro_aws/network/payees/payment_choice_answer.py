"""What a clinic chose about how it is paid, as the answer shows it."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.payments.payouts.payout_choice import PaidBy
from helsebro_aws.http.fields.ids import ClinicIdField, PayeeIdField
from helsebro_aws.http.fields.shown import InstantShown


class PaymentChoiceAnswer(TypedDict):
    """How a clinic is paid for the sessions that begin from now on."""

    clinicId: ClinicIdField
    paidBy: Annotated[
        PaidBy,
        Field(description="`invoice`: it sends invoices. `session`: it is paid for what it reports."),
    ]
    since: NotRequired[
        Annotated[InstantShown, Field(description="Since when; absent where it has never chosen.")]
    ]
    payeeId: NotRequired[PayeeIdField]
