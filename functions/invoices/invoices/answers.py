"""What the routes of invoices answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.invoice import InvoiceKind, InvoiceStatus
from helsebro.payments.payable import PayableStatus
from helsebro_aws.http.fields.ids import ClinicIdField, GuaranteeIdField, InvoiceIdField, PayableIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer
from helsebro_aws.invoices.attachments.attachment_answer import AttachmentAnswer
from helsebro_aws.invoices.finding_answer import Findings
from helsebro_aws.invoices.judged_by_answer import JudgedByShown
from helsebro_aws.invoices.review.sessions_answer import InvoicedSessionAnswer
from helsebro_aws.payments.named_clinic_answer import NamedClinicAnswer

Month = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$", description="A month.", examples=["2026-11"])]


class ReceivedInvoiceAnswer(TypedDict):
    """An invoice that was received. Read it for the result."""

    invoiceId: InvoiceIdField


class InvoiceParts(TypedDict):
    """What is known of an invoice, in a list too."""

    invoiceId: InvoiceIdField
    status: Annotated[
        InvoiceStatus,
        Field(
            description="`received` until checked, then `accepted` or `rejected`, and in the end `paid`. "
            "`in-review` while the payer's finance staff look at its findings of the severity `review`."
        ),
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
            Field(
                description="The clinic's own number; present once it is checked, unless it cannot be read "
                "or may be a person's number.",
                examples=["2026-17"],
            ),
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


class InvoicePayableAnswer(TypedDict):
    """What the payer still owes for an accepted invoice."""

    status: Annotated[
        PayableStatus,
        Field(
            description="`approved`: it waits for a payment file. `drafted`, `released`, `sent`: it is in "
            "one. `paid`: the bank has paid it. `returned`: the bank has not, or sent it back, and the payer "
            "decides whether to pay again. `credited`: it is paid no more: credit notes took all of it away, "
            "or it came back and the payer has written it off (`writtenOff`)."
        ),
    ]
    amount: Annotated[MoneyAnswer, Field(description="The amount, less credit notes.")]
    writtenOff: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(
                description="What came back from the bank and is paid no more, by a decision of the payer. "
                "Absent for all others."
            ),
        ]
    ]
    expectedOn: NotRequired[
        Annotated[
            DayShown,
            Field(
                description="When to expect the money: the first working day on or after the due day. Absent "
                "once it is paid or credited, and while it waits for an account that was ended: credit the "
                "invoice, and send it anew with an account that counts."
            ),
        ]
    ]


class InvoiceAnswer(InvoiceParts):
    """An invoice of a clinic, and the result of its check."""

    clinic: NotRequired[Annotated[NamedClinicAnswer, Field(description="Who sent it; absent until checked.")]]
    amount: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(description="What it asks for or credits; absent when its guarantee is not known."),
        ]
    ]
    dueOn: NotRequired[
        Annotated[
            DayShown,
            Field(description="When it is to be paid if it is accepted; absent for a credit note."),
        ]
    ]
    payable: NotRequired[
        Annotated[
            InvoicePayableAnswer,
            Field(description="What is paid for it; present for an accepted invoice, not for a credit note."),
        ]
    ]
    sessions: NotRequired[
        Annotated[
            list[InvoicedSessionAnswer],
            Field(description="The sessions in it; absent until checked or without a known guarantee."),
        ]
    ]
    paidAt: NotRequired[
        Annotated[
            InstantShown, Field(description="When the bank was known to have paid it. Absent until then.")
        ]
    ]
    findings: Findings
    judgedBy: NotRequired[JudgedByShown]
    creditedBy: NotRequired[
        Annotated[
            list[InvoiceIdField],
            Field(description="The credit notes that credit it; present for an invoice that has any."),
        ]
    ]
    credited: NotRequired[
        Annotated[MoneyAnswer, Field(description="What they credit together; present with `creditedBy`.")]
    ]
    attachments: NotRequired[
        Annotated[
            list[AttachmentAnswer],
            Field(description="The files inside it; present for an accepted invoice that has any."),
        ]
    ]


class ListedInvoiceAnswer(InvoiceParts):
    """An invoice in a list."""

    clinicId: ClinicIdField
    findings: Annotated[int, Field(description="The number of its findings.", examples=[2])]
    fatal: Annotated[int, Field(description="The number of those that reject it.", examples=[1])]


class RuleCountAnswer(TypedDict):
    """How many rejected invoices broke a rule."""

    rule: Annotated[str, Field(description="The rule, as in findings.", examples=["HB-04"])]
    invoices: Annotated[int, Field(description="How many rejected invoices broke it.", examples=[2])]


class MonthOfFindingsAnswer(TypedDict):
    """What was wrong with the invoices that were rejected in a month."""

    month: Month
    rejected: Annotated[int, Field(description="How many invoices were rejected.", examples=[3])]
    outsideGuarantee: Annotated[
        int,
        Field(
            description="How many of them were for what no guarantee covers. When this goes on, it is "
            "a breach of the contract.",
            examples=[1],
        ),
    ]
    rules: Annotated[list[RuleCountAnswer], Field(description="Each rule that was broken.")]


InvoiceFindingsAnswer = TypedDict(
    "InvoiceFindingsAnswer",
    {
        "from": Month,
        "to": Month,
        "months": Annotated[
            list[MonthOfFindingsAnswer],
            Field(description="The months with a rejected invoice, the first one first."),
        ],
    },
)
