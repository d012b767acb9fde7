"""The subject of a task in answers, with the names of the persons whom it is about."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import (
    BankReportIdField,
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
    ComplaintIdField,
    ExtensionIdField,
    GuaranteeIdField,
    InvoiceIdField,
    PayableIdField,
    PaymentFileIdField,
    PersonIdField,
    PolicyIdField,
    PractitionerIdField,
    RefundIdField,
)
from helsebro_aws.http.fields.shown import PersonNameForStaff


class TaskSubjectAnswer(TypedDict):
    """What a task is about: a claim, its refund or extension, a clinic, its practitioner or its
    invoice, a session or a payment."""

    claimId: NotRequired[
        Annotated[ClaimIdField, Field(description="The id of the claim; absent in a task about a clinic.")]
    ]
    clinicId: NotRequired[
        Annotated[
            ClinicIdField,
            Field(description="The id of the clinic, in a task about one, its practitioner or its invoice."),
        ]
    ]
    practitionerId: NotRequired[
        Annotated[PractitionerIdField, Field(description="The id of the practitioner, in a task about one.")]
    ]
    refundId: NotRequired[
        Annotated[RefundIdField, Field(description="The id of the refund, in a task about one.")]
    ]
    complaintId: NotRequired[
        Annotated[ComplaintIdField, Field(description="The id of the complaint, in a task about one.")]
    ]
    step: NotRequired[
        Annotated[
            Literal["department", "quality", "board"],
            Field(description="To whom the member complains, in a task about a complaint."),
        ]
    ]
    extensionId: NotRequired[
        Annotated[ExtensionIdField, Field(description="The id of the extension, in a task about one.")]
    ]
    guaranteeId: NotRequired[
        Annotated[
            GuaranteeIdField,
            Field(description="The id of the guarantee to extend or invoiced, in a task about one of these."),
        ]
    ]
    bookingId: NotRequired[
        Annotated[BookingIdField, Field(description="The id of the booking, in a task about a session.")]
    ]
    invoiceId: NotRequired[
        Annotated[InvoiceIdField, Field(description="The id of the invoice, in a task about one.")]
    ]
    payableId: NotRequired[
        Annotated[PayableIdField, Field(description="The id of the payable, in a task about a payment.")]
    ]
    fileId: NotRequired[
        Annotated[
            PaymentFileIdField,
            Field(description="The id of the payment file, in a task about a payment."),
        ]
    ]
    reportId: NotRequired[
        Annotated[
            BankReportIdField, Field(description="The id of the bank report, in a task about its rows.")
        ]
    ]
    policyId: NotRequired[
        Annotated[
            PolicyIdField,
            Field(description="The id of the policy that enrols the child, in a task about a guardian."),
        ]
    ]
    personId: NotRequired[
        Annotated[PersonIdField, Field(description="The id of the child, in a task about a guardian.")]
    ]
    personName: NotRequired[PersonNameForStaff]
    guardianId: NotRequired[
        Annotated[
            PersonIdField,
            Field(description="The id of the person who would be the guardian, in a task about one."),
        ]
    ]
    guardianName: NotRequired[
        Annotated[
            str,
            Field(
                description="The registered name of that person; absent when the payer insures them not.",
                examples=["Bo Holm"],
            ),
        ]
    ]
