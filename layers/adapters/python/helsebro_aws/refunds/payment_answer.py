"""The payment of a refund in answers."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.refunds.member_payment import MemberPaymentStatus
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer
from helsebro_aws.payments.members.account_answer import ConfirmedAccountAnswer


class RefundPaymentAnswer(TypedDict):
    """How far the payment of a refund has come."""

    status: Annotated[
        MemberPaymentStatus,
        Field(
            description="`waiting`: we have not sent it to the bank yet. `sent`: the bank has it. `paid`: "
            "the bank has paid it. `returned`: the bank could not pay it, or the money came back; the member "
            "checks the account, and the staff pay it again. `ended`: it is not paid any more."
        ),
    ]
    amount: Annotated[MoneyAnswer, Field(description="What is paid.")]
    expectedOn: NotRequired[
        Annotated[
            DayShown,
            Field(
                description="When the money should be there. Absent once that day has passed, and when "
                "nothing is under way."
            ),
        ]
    ]


class PaidToAnswer(ConfirmedAccountAnswer):
    """The account that a refund is paid to."""

    holder: NotRequired[
        Annotated[
            Literal["unknown"],
            Field(description="In whose name it is: nobody but the bank knows. For staff only."),
        ]
    ]
    confirmedBy: NotRequired[
        Annotated[
            Literal["person", "representative"],
            Field(
                description="Who confirmed it: the person of the case, or who asked for the refund in that "
                "person's place, as a guardian or with a mandate. For staff only."
            ),
        ]
    ]
