"""What the routes of bank reports answer."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.payments.bank.bank_answer import AnswerScope, BankSaid
from helsebro.payments.bank.bank_report import ReportKind
from helsebro.payments.reports.received_report import ReportState
from helsebro.payments.reports.report_row import RowEffect, RowState, RowWhy
from helsebro_aws.http.fields.ids import BankReportIdField, PayableIdField, PaymentFileIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer

HowManyRows = Annotated[int, Field(ge=0, description="How many rows did that.", examples=[40])]


class ReportReceivedAnswer(TypedDict):
    """A bank report that was received. Read it until its state is `applied`."""

    reportId: BankReportIdField
    state: Annotated[
        Literal["received", "repeated"],
        Field(description="`repeated`: the same file came before; this is its report, and nothing happens."),
    ]


EventState = Literal["received", "repeated", "ignored"]


class StripeEventAnswer(TypedDict):
    """An event of Stripe's that was received."""

    state: Annotated[
        EventState,
        Field(
            description="`repeated`: the event came before, and nothing happens. `ignored`: it is about no "
            "payment of ours."
        ),
    ]


class BankReportAnswer(TypedDict):
    """A file from the payer's bank, and how many of its rows did what so far."""

    reportId: BankReportIdField
    kind: Annotated[
        ReportKind,
        Field(
            description="`status`: pain.002. `statement`: camt.053. `notification`: camt.054. "
            "`stripe`: an event of Stripe's."
        ),
    ]
    state: Annotated[
        ReportState, Field(description="`applied` once each row has done what it does; before `received`.")
    ]
    receivedAt: Annotated[InstantShown, Field(description="When the file was sent to us.")]
    appliedAt: NotRequired[Annotated[InstantShown, Field(description="When all rows were applied, if so.")]]
    digest: Annotated[str, Field(description="The SHA-256 of the file, in hex.", examples=["ab" * 32])]
    rows: Annotated[int, Field(ge=1, description="How many rows it has.", examples=[42])]
    applied: HowManyRows
    repeated: HowManyRows
    unmatched: HowManyRows
    differs: HowManyRows


class BankReportRowAnswer(TypedDict):
    """What one row of the file did."""

    number: Annotated[int, Field(ge=1, description="Its number in the order of applying.", examples=[1])]
    place: Annotated[
        str,
        Field(
            description="Where it stands in the file, as an XPath by local names.",
            examples=["/Document/CstmrPmtStsRpt/OrgnlPmtInfAndSts[1]/TxInfAndSts[1]"],
        ),
    ]
    scope: Annotated[AnswerScope, Field(description="What the row is about.")]
    said: Annotated[BankSaid, Field(description="What the bank says, in one word.")]
    status: Annotated[str, Field(description="The bank's own code of it.", examples=["ACSC"])]
    state: Annotated[
        RowState,
        Field(
            description="`applied`: it counts. `repeated`: it says nothing new. `unmatched`: it is about no "
            "payment of yours. `differs`: it says something else than is known, and nothing is booked."
        ),
    ]
    effect: Annotated[RowEffect, Field(description="What it did to the payment.")]
    text: Annotated[
        str,
        Field(
            description="What it did or why it did nothing, and what to do, in the caller's language.",
            examples=["The payment is made."],
        ),
    ]
    why: NotRequired[
        Annotated[RowWhy, Field(description="Why it is `unmatched` or `differs`, as a code; else absent.")]
    ]
    payments: Annotated[int, Field(ge=0, description="How many payments it is about.", examples=[1])]
    fileId: NotRequired[
        Annotated[PaymentFileIdField, Field(description="The payment file, when it is one of yours.")]
    ]
    payableId: NotRequired[
        Annotated[PayableIdField, Field(description="The payable, when it is one of yours.")]
    ]
    amount: NotRequired[
        Annotated[MoneyAnswer, Field(description="The amount in the row. Absent when it has none.")]
    ]
    reason: NotRequired[
        Annotated[str, Field(description="The bank's code of why. Absent without.", examples=["AC04"])]
    ]
    reasonText: NotRequired[
        Annotated[
            str,
            Field(
                description="That code in words. Absent unless it was rejected or returned.",
                examples=["The account is closed."],
            ),
        ]
    ]
    bookedOn: NotRequired[
        Annotated[DayShown, Field(description="When the bank booked it. Absent when it does not say.")]
    ]
    bankReference: NotRequired[
        Annotated[str, Field(description="The bank's own reference. Absent without.", examples=["BANKREF-7"])]
    ]
