"""What the routes of invoices answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.invoice import InvoiceKind, InvoiceStatus
from helsebro_aws.http.fields.ids import GuaranteeIdField, InvoiceIdField, PayableIdField
from helsebro_aws.http.fields.shown import InstantShown
from helsebro_aws.invoices.finding_answer import Findings
from helsebro_aws.invoices.judged_by_answer import JudgedByShown


class ReceivedInvoiceAnswer(TypedDict):
    """An invoice that was received. Read it for the result."""

    invoiceId: InvoiceIdField


class InvoiceAnswer(TypedDict):
    """An invoice of a clinic, and the result of its check."""

    invoiceId: InvoiceIdField
    status: Annotated[
        InvoiceStatus,
        Field(description="`received` until checked, then `accepted` or `rejected`, and in the end `paid`."),
    ]
    receivedAt: Annotated[InstantShown, Field(description="When it was received.")]
    kind: NotRequired[
        Annotated[
            InvoiceKind,
            Field(description="What the document is; absent until it is checked, or when it cannot be read."),
        ]
    ]
    number: NotRequired[
        Annotated[
            str,
            Field(description="The clinic's own number; present once it is accepted.", examples=["2026-17"]),
        ]
    ]
    guaranteeId: NotRequired[
        Annotated[
            GuaranteeIdField, Field(description="The guarantee that it names; absent when none is known.")
        ]
    ]
    payableId: NotRequired[
        Annotated[
            PayableIdField,
            Field(description="What is to be paid; present for an accepted invoice, not for a credit note."),
        ]
    ]
    judgedAt: NotRequired[Annotated[InstantShown, Field(description="When it was checked; absent before.")]]
    findings: Findings
    judgedBy: NotRequired[JudgedByShown]
