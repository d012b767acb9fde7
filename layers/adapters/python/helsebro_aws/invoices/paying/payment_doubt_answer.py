"""What a bank said of a payment, in answers with its task."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import BankReportIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer


class PaymentDoubtAnswer(TypedDict):
    """What a bank said of a payment that finance has to look at."""

    amount: Annotated[
        MoneyAnswer, Field(description="What was to be paid. A credit note may have lowered it since.")
    ]
    reason: NotRequired[
        Annotated[str, Field(description="The bank's code of why. Absent without.", examples=["AC04"])]
    ]
    text: Annotated[
        str,
        Field(
            description="That code, or what the row contradicts, in the caller's language.",
            examples=["The account is closed."],
        ),
    ]
    day: NotRequired[
        Annotated[DayShown, Field(description="When the bank booked it. Absent when it did not.")]
    ]
    why: NotRequired[
        Annotated[
            str,
            Field(
                description="What the row contradicts, as a code, in a task with the reason "
                "`payment-differs`.",
                examples=["amount-differs"],
            ),
        ]
    ]
    reportId: NotRequired[
        Annotated[BankReportIdField, Field(description="The bank report, in a task about its row.")]
    ]
    row: NotRequired[Annotated[int, Field(description="The number of that row.", examples=[1])]]
