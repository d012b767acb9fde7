"""What the routes of a clinic's payees answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.payments.payee import PayeeStatus
from helsebro.payments.payee_account import PayeeKind
from helsebro_aws.http.fields.ids import ClinicIdField, PayeeIdField
from helsebro_aws.http.fields.shown import InstantShown


class PayeeAnswer(TypedDict):
    """An account that a clinic registered to be paid to. Its invoices name it in any of its forms."""

    payeeId: PayeeIdField
    clinicId: ClinicIdField
    kind: Annotated[PayeeKind, Field(description="The kind of account.")]
    status: Annotated[
        PayeeStatus,
        Field(
            description="`registered`: our network team looks at it. `waiting`: it is approved and counts "
            "from `inForceFrom` on. `in-force`: the clinic is paid to it. `rejected`: our network team "
            "turned it down. `ended`: nothing more is paid to it."
        ),
    ]
    masked: Annotated[
        str,
        Field(description="The last digits of the account, to tell it from others.", examples=["••••6243"]),
    ]
    registrationNumber: NotRequired[
        Annotated[str, Field(description="The registration number. For who may see it.", examples=["0040"])]
    ]
    accountNumber: NotRequired[
        Annotated[str, Field(description="The account number. For who may see it.", examples=["0440116243"])]
    ]
    creditorNumber: NotRequired[
        Annotated[
            str, Field(description="The FI creditor number. For who may see it.", examples=["81234567"])
        ]
    ]
    iban: NotRequired[
        Annotated[str, Field(description="The IBAN. For who may see it.", examples=["DK5000400440116243"])]
    ]
    connectedAccount: NotRequired[
        Annotated[
            str,
            Field(
                description="The account at Stripe. For who may see it.", examples=["acct_1MTfjCQ9PRzxEwkZ"]
            ),
        ]
    ]
    chosen: NotRequired[
        Annotated[
            bool,
            Field(
                description="True in the list for the account that the clinic chose for sessions that it is "
                "paid for without an invoice; else absent."
            ),
        ]
    ]
    registeredAt: Annotated[InstantShown, Field(description="When it was registered.")]
    approvedAt: NotRequired[Annotated[InstantShown, Field(description="When it was approved, if it is.")]]
    inForceFrom: NotRequired[
        Annotated[
            InstantShown,
            Field(description="From when on the clinic is paid to it: three days after the approval."),
        ]
    ]
    rejectedAt: NotRequired[Annotated[InstantShown, Field(description="When it was turned down, if it is.")]]
    reason: NotRequired[
        Annotated[
            str,
            Field(
                description="Why our network team turned it down, where it said so.",
                examples=["The bank says that the account is another company's."],
            ),
        ]
    ]
    endedAt: NotRequired[Annotated[InstantShown, Field(description="When it was ended, if it is.")]]
