"""What the routes of payment files answer."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.payments.payable import PayableKind
from helsebro.payments.runs.payment_oddity import PaymentOddity
from helsebro.payments.runs.payment_run import RunState, RunWay
from helsebro.payments.runs.run_line import LineState
from helsebro_aws.http.fields.ids import (
    ClaimIdField,
    ClinicIdField,
    InvoiceIdField,
    PayableIdField,
    PayeeIdField,
    PaymentFileIdField,
    RefundIdField,
)
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer, Version
from helsebro_aws.payments.members.account_answer import Masked

StateShown = Annotated[
    RunState,
    Field(
        description="`drafting`: its payables are being put together. `drafted`: it waits for a second "
        "person to release it. `released`: it is written for the bank. `sent`: the bank has it. "
        "`settled`: the bank has answered for each payment. `cancelling`, `cancelled`: its payables are "
        "approved again, or it found none."
    ),
]
HowMany = Annotated[int, Field(ge=1, description="How many payments have it.", examples=[2])]


class PaymentFileBegunAnswer(TypedDict):
    """A payment file that is being drafted or called off. Read it until its state is another."""

    fileId: PaymentFileIdField
    state: StateShown


# The names of oddities have hyphens, so this is no class.
OddCountsAnswer = TypedDict(
    "OddCountsAnswer",
    {
        "new-account": NotRequired[HowMany],
        "first-payment": NotRequired[HowMany],
        "twice-the-usual": NotRequired[HowMany],
        "same-amount-twice": NotRequired[HowMany],
    },
)
OddCountsAnswer.__doc__ = "How many payments of the file have each oddity. One that none has is absent."


class PaymentFileAnswer(TypedDict):
    """A payment file: what one file for the bank pays."""

    fileId: PaymentFileIdField
    way: Annotated[
        RunWay,
        Field(
            description="`bank`: it is a file for the payer's bank. `stripe`: each payment is a transfer at "
            "Stripe, which begins when it is released; there is no file to fetch."
        ),
    ]
    state: StateShown
    version: Version
    payables: Annotated[int, Field(ge=0, description="How many payments it has.", examples=[42])]
    total: Annotated[MoneyAnswer, Field(description="Their sum.")]
    paidFrom: Annotated[Masked, Field(description="The last digits of the account that it is paid from.")]
    odd: Annotated[OddCountsAnswer, Field(description="What a person should look at before the release.")]
    dueBefore: NotRequired[
        Annotated[DayShown, Field(description="It has only what is due before this day. Absent without.")]
    ]
    begunAt: Annotated[InstantShown, Field(description="When it was asked for.")]
    draftedAt: NotRequired[Annotated[InstantShown, Field(description="When it was drafted, if it is.")]]
    releasedAt: NotRequired[Annotated[InstantShown, Field(description="When it was released, if it is.")]]
    writtenAt: NotRequired[
        Annotated[InstantShown, Field(description="When the file for the bank was ready, if it is.")]
    ]
    digest: NotRequired[
        Annotated[
            str,
            Field(
                description="The SHA-256 of the file for the bank, in hex, once it is ready.",
                examples=["ab" * 32],
            ),
        ]
    ]
    sentAt: NotRequired[
        Annotated[InstantShown, Field(description="When it was said to be with the bank, if it was.")]
    ]
    paid: Annotated[int, Field(ge=0, description="How many payments the bank has made.", examples=[40])]
    returned: Annotated[int, Field(ge=0, description="How many were rejected, or came back.", examples=[2])]
    settledAt: NotRequired[
        Annotated[InstantShown, Field(description="When the bank had answered for each, if it has.")]
    ]
    cancelledAt: NotRequired[Annotated[InstantShown, Field(description="When it was called off, if it was.")]]


class PaymentLineAnswer(TypedDict):
    """One payment of a payment file."""

    payableId: PayableIdField
    kind: Annotated[PayableKind, Field(description="What it is owed for.")]
    amount: Annotated[MoneyAnswer, Field(description="The amount.")]
    dueOn: Annotated[DayShown, Field(description="When it is due.")]
    claimId: ClaimIdField
    state: Annotated[
        LineState,
        Field(
            description="As the payable's status, while it is in the file. `cancelled`: the file was called "
            "off. `left-out`: no file can carry it; `why` says why."
        ),
    ]
    odd: Annotated[
        list[PaymentOddity],
        Field(
            description="What is odd about it. `new-account`: the account counts for less than 30 days (of a "
            "member: it replaced another in them). `first-payment`: the clinic was paid nothing before. "
            "`twice-the-usual`: it is more than twice what the clinic, or any creditor before it, was "
            "usually paid. `same-amount-twice`: another payment of the file has the same amount, day and "
            "payee."
        ),
    ]
    invoiceId: NotRequired[
        Annotated[InvoiceIdField, Field(description="The id of the invoice. Absent for a refund.")]
    ]
    refundId: NotRequired[
        Annotated[RefundIdField, Field(description="The id of the refund. Absent for an invoice.")]
    ]
    clinicId: NotRequired[
        Annotated[ClinicIdField, Field(description="The id of the clinic. Absent for a refund.")]
    ]
    payeeId: NotRequired[
        Annotated[PayeeIdField, Field(description="The clinic's account. Absent for a refund.")]
    ]
    masked: NotRequired[
        Annotated[Masked, Field(description="The last digits of the account. Absent when it was left out.")]
    ]
    holder: NotRequired[
        Annotated[
            Literal["unknown"],
            Field(
                description="In whose name a member's account is: nobody but the bank knows. Absent for a "
                "clinic's, which two people registered."
            ),
        ]
    ]
    paidOn: NotRequired[
        Annotated[DayShown, Field(description="When the account was debited, if the bank said so.")]
    ]
    returnedOn: NotRequired[
        Annotated[DayShown, Field(description="When the money came back. Absent when it was rejected.")]
    ]
    bankReason: NotRequired[
        Annotated[
            str,
            Field(description="The bank's code of why it was rejected or returned.", examples=["AC04"]),
        ]
    ]
    why: NotRequired[
        Annotated[
            str,
            Field(
                description="Why it was left out, as a code; else absent.", examples=["payee-not-in-force"]
            ),
        ]
    ]


class WholePaymentFileAnswer(PaymentFileAnswer):
    """A payment file with all its payments."""

    lines: Annotated[list[PaymentLineAnswer], Field(description="Its payments, and what was left out.")]
