"""What the routes of payments answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.payments.payable import PayableKind, PayableStatus
from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
    InvoiceIdField,
    PayableIdField,
    PayeeIdField,
    PaymentFileIdField,
    RefundIdField,
)
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer
from helsebro_aws.payments.named_clinic_answer import AccountShown, NamedClinicAnswer


class PayableAnswer(TypedDict):
    """An amount that the payer owes to a clinic or a member."""

    payableId: PayableIdField
    kind: Annotated[PayableKind, Field(description="What it is owed for.")]
    amount: Annotated[
        MoneyAnswer,
        Field(description="What is to be paid, or was: `owed` less `credited`."),
    ]
    owed: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(description="What was owed before anything was credited. Present with `credited`."),
        ]
    ]
    credited: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(
                description="What credit notes took away, or a session that was not held after all. Absent "
                "without."
            ),
        ]
    ]
    writtenOff: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(description="What came back from the bank and is paid no more. Absent for all others."),
        ]
    ]
    dueOn: Annotated[DayShown, Field(description="When it is due.")]
    claimId: ClaimIdField
    status: Annotated[
        PayableStatus,
        Field(
            description="`approved`: it waits for a payment file. `drafted`: it is in one. `released`: the "
            "file may be handed to the bank. `sent`: it was. `paid`: the bank has paid it. `returned`: the "
            "bank has not, or sent it back. `credited`: it is paid no more: a credit note took it away, the "
            "session was not held, or it came back and was written off."
        ),
    ]
    invoiceId: NotRequired[
        Annotated[
            InvoiceIdField, Field(description="The id of the invoice. Absent for a refund and a session.")
        ]
    ]
    bookingId: NotRequired[
        Annotated[BookingIdField, Field(description="The session that is paid without an invoice.")]
    ]
    refundId: NotRequired[
        Annotated[
            RefundIdField, Field(description="The id of the refund. Absent for an invoice and a session.")
        ]
    ]
    clinicId: NotRequired[
        Annotated[ClinicIdField, Field(description="The id of the clinic. Absent for a refund.")]
    ]
    clinic: NotRequired[Annotated[NamedClinicAnswer, Field(description="Who is paid. Absent for a refund.")]]
    account: NotRequired[
        Annotated[AccountShown, Field(description="The clinic's account. Absent for a refund.")]
    ]
    payeeId: NotRequired[
        Annotated[
            PayeeIdField,
            Field(description="The account that is paid. Absent for a refund, and a session in no file."),
        ]
    ]
    fileId: NotRequired[
        Annotated[PaymentFileIdField, Field(description="The payment file that it is in. Absent in none.")]
    ]
