"""The body of a clinic's choice how it is paid."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.payments.payouts.payout_choice import PaidBy
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.ids import PayeeIdField


class NewPaymentChoiceShape(Body):
    """How the clinic is paid from now on."""

    paid_by: Annotated[
        PaidBy,
        Field(
            description="`invoice`: it sends invoices. `session`: it reports its sessions, and sends no "
            "invoices for them."
        ),
    ]
    payee_id: Annotated[
        PayeeIdField | None,
        Field(
            description="The account that sessions are paid to without an invoice. Without it the only "
            "one in force is, and with several in force nothing is paid until one is chosen."
        ),
    ] = None
