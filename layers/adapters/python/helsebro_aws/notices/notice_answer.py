"""A notice in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.notices.notice import NoticeBasis, NoticeKind, NoticeParty, NoticeState, Reversal
from helsebro_aws.http.fields.ids import ClaimIdField, NoticeIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer
from helsebro_aws.policies.policy_answer import PolicyChangeAnswer


class PayerFeeAnswer(TypedDict):
    """A fee of the payer."""

    name: Annotated[str, Field(description="What it is for.", examples=["Reminder"])]
    amount: Annotated[MoneyAnswer, Field(description="The new amount.")]
    before: NotRequired[
        Annotated[MoneyAnswer, Field(description="The old amount. Absent when the fee is new.")]
    ]


class NoticeAnswer(TypedDict):
    """A notice about a policy. Its kind decides which fields it has."""

    noticeId: NoticeIdField
    kind: Annotated[NoticeKind, Field(description="What it is about.")]
    by: Annotated[NoticeParty, Field(description="Who sent it.")]
    sentOn: Annotated[DayShown, Field(description="When it was sent.")]
    effectiveOn: Annotated[DayShown, Field(description="The first day of its effect.")]
    written: Annotated[bool, Field(description="Whether it was sent in writing.")]
    basis: NotRequired[
        Annotated[NoticeBasis, Field(description="Why the change needs no notice. Absent when it needs one.")]
    ]
    percent: NotRequired[
        Annotated[
            float,
            Field(
                description="How much the price rises, in percent. Absent without a new price.",
                examples=[4.5],
            ),
        ]
    ]
    fee: NotRequired[Annotated[PayerFeeAnswer, Field(description="The fee, in a notice of a fee.")]]
    claimId: NotRequired[
        Annotated[
            ClaimIdField,
            Field(description="The id of the claim behind it. Employers do not see it."),
        ]
    ]
    settledOn: NotRequired[
        Annotated[DayShown, Field(description="When that claim was paid. Employers do not see it.")]
    ]
    change: NotRequired[
        Annotated[PolicyChangeAnswer, Field(description="The new values of the policy, if it changes any.")]
    ]
    undone: NotRequired[
        Annotated[Reversal, Field(description="What another notice did to it. Absent while it stands.")]
    ]
    answers: NotRequired[
        Annotated[NoticeIdField, Field(description="The id of the notice that it refuses or withdraws.")]
    ]
    indexVersion: NotRequired[
        Annotated[
            int,
            Field(
                ge=1,
                description="The version of your index of that year by which the price rises. Absent for any "
                "other notice.",
                examples=[1],
            ),
        ]
    ]
    state: Annotated[
        NoticeState,
        Field(
            description="Where it stands today. `noticed`: it can be refused. `accepted`: it can no longer "
            "be refused, and takes effect later."
        ),
    ]
    refuseBy: Annotated[
        DayShown | None, Field(description="The last day to refuse it; null when it cannot be refused.")
    ]
