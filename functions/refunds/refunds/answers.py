"""What the routes of refunds answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.refunds.billed_treatment import RefundOutcome
from helsebro.refunds.refund import RefundStatus
from helsebro_aws.claims.urgent.safety_answer import WordsSafety
from helsebro_aws.complaints.next_step_answer import NextStepAnswer
from helsebro_aws.coverage.coverage_answer import FlipsShown, MissingFacts, OwnRows, SharedRules
from helsebro_aws.coverage.question_shape import TreatmentType
from helsebro_aws.coverage.trail_answer import OpenFactAnswer, TrailRowAnswer, TrailStepAnswer
from helsebro_aws.deadlines.shown.claim_answer import ReplyAnswer as ReplyAnswer
from helsebro_aws.http.fields.ids import ClaimIdField, DocumentIdField, RefundIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer, Version
from helsebro_aws.refunds.bills.bill_answer import BillAnswer, ClashAnswer, ResemblanceAnswer, SameBillAnswer
from helsebro_aws.refunds.payment_answer import PaidToAnswer, RefundPaymentAnswer
from helsebro_aws.tasks.proposal_answer import DoubleAnswer, OutsideGrantAnswer

RefundStatusShown = Annotated[RefundStatus, Field(description="Where the refund stands.")]


class RequestedRefundAnswer(TypedDict):
    """A refund that was just asked for."""

    refundId: RefundIdField
    status: RefundStatusShown


class RefundTreatmentAnswer(TypedDict):
    """A treatment of the member's bill, with the decision once it is made."""

    on: Annotated[DayShown, Field(description="When it was held.")]
    type: TreatmentType
    cost: Annotated[MoneyAnswer, Field(description="What the member paid.")]
    authorisationId: NotRequired[
        Annotated[
            str,
            Field(
                description="The number of the practitioner's authorisation. Absent when it was not named.",
                examples=["ABC12"],
            ),
        ]
    ]
    clinicNumber: NotRequired[
        Annotated[
            str,
            Field(
                description="The company number of the clinic. Absent when it was not named.",
                examples=["10150817"],
            ),
        ]
    ]
    documentId: NotRequired[
        Annotated[DocumentIdField, Field(description="The bill that it is on. Absent when it was not named.")]
    ]
    resembles: NotRequired[
        Annotated[
            list[ResemblanceAnswer],
            Field(
                description="Treatments that may be the same session: those of the same day and type in this "
                "refund, then those of the same day and amount in the person's other refunds, but those that "
                "were denied; those of the same clinic come first. It may be a second copy of one bill. For "
                "staff only, and absent when there is none."
            ),
        ]
    ]
    clashes: NotRequired[
        Annotated[
            list[ClashAnswer],
            Field(
                description="What was paid for the same treatment on the same day by now, the certain first. "
                "For staff only, and absent when there is nothing."
            ),
        ]
    ]
    outcome: NotRequired[Annotated[RefundOutcome, Field(description="What was decided. Absent until then.")]]
    approved: NotRequired[
        Annotated[MoneyAnswer, Field(description="What is paid back. Absent until it is decided.")]
    ]
    headline: NotRequired[
        Annotated[
            str,
            Field(
                description="The decision in one sentence. Absent until it is decided.",
                examples=["We pay DKK 300 of the DKK 600 that osteopathy on 21 November 2026 cost."],
            ),
        ]
    ]
    because: NotRequired[
        Annotated[
            list[TrailRowAnswer],
            Field(
                description="Why it is not paid in full: first why the case was not granted it or that it "
                "is paid already, then at most two rules. Empty when it is paid in full, and when the reason "
                "of the decision explains it. Absent until it is decided."
            ),
        ]
    ]
    trail: OwnRows
    sharedRules: SharedRules
    missing: MissingFacts
    flips: FlipsShown
    coveredFrom: NotRequired[
        Annotated[DayShown, Field(description="The first day on which waiting alone makes it covered.")]
    ]
    outsideGrant: NotRequired[
        Annotated[
            OutsideGrantAnswer,
            Field(
                description="Why the case was not granted it; `above-granted-price`: it was, and costs more "
                "than the granted price. Absent when it was granted as it is, and until it is decided."
            ),
        ]
    ]
    grantedPrice: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(
                description="The most that the case was granted for it. Absent when it does not cost more, "
                "and until it is decided."
            ),
        ]
    ]
    doubleOf: NotRequired[
        Annotated[
            DoubleAnswer,
            Field(
                description="The same treatment of the same day in this refund, by which it is not paid in "
                "full. Absent when there is none, and until it is decided."
            ),
        ]
    ]
    paidBefore: NotRequired[
        Annotated[
            list[str],
            Field(
                description="The invoices and refunds that paid the same treatment of the same day. Absent "
                "when there are none, and until it is decided.",
                examples=[["ref_a2zt5pxlrqsc3dmkow7vyb4g"]],
            ),
        ]
    ]
    nextSteps: Annotated[
        list[NextStepAnswer],
        Field(description="What could change its amount; empty when nothing can."),
    ]


class RefundAnswer(TypedDict):
    """A refund of bills that the member has paid. The account is never shown in full."""

    refundId: RefundIdField
    claimId: ClaimIdField
    documentIds: Annotated[list[DocumentIdField], Field(description="The bills.")]
    treatments: Annotated[list[RefundTreatmentAnswer], Field(description="The treatments of the bills.")]
    trail: Annotated[
        list[TrailStepAnswer],
        Field(
            description="Each rule that bore on a treatment, once, as the last one that it bore on has it. "
            "Empty until it is decided."
        ),
    ]
    status: RefundStatusShown
    receivedAt: Annotated[InstantShown, Field(description="When it was asked for.")]
    version: Version
    question: NotRequired[
        Annotated[
            str,
            Field(
                description="What the staff ask the member. Absent when they ask nothing, and once it is "
                "answered.",
                examples=["Which treatment is the last line of the bill for?"],
            ),
        ]
    ]
    amountHangsOn: NotRequired[
        Annotated[
            list[OpenFactAnswer],
            Field(
                description="What leaves the amount open and the member can answer, with "
                "`PUT /v1/claims/{claimId}/facts`: such as whether the practitioner of a bill from outside "
                "the network has a provider number. Absent when there was nothing, and once it is decided."
            ),
        ]
    ]
    replies: Annotated[
        list[ReplyAnswer],
        Field(description="The member's answers to what the staff asked, the first one first."),
    ]
    paidAt: NotRequired[
        Annotated[
            InstantShown, Field(description="When the bank was known to have paid it. Absent until then.")
        ]
    ]
    paymentReturnedAt: NotRequired[
        Annotated[
            InstantShown,
            Field(
                description="When the bank said that the payment failed, because the account does not take "
                "it, say. The staff pay it again. Absent without, and once it is paid."
            ),
        ]
    ]
    payment: NotRequired[
        Annotated[
            RefundPaymentAnswer,
            Field(description="How far the payment has come. Absent until it is decided that it is paid."),
        ]
    ]
    paidTo: NotRequired[
        Annotated[
            PaidToAnswer,
            Field(
                description="The account that it is paid to. For who asked for the refund, and for the staff."
            ),
        ]
    ]
    reason: NotRequired[
        Annotated[
            str,
            Field(
                description="The reason of the decision. Absent without one.",
                examples=["The bill is not legible."],
            ),
        ]
    ]
    decidedAt: NotRequired[
        Annotated[InstantShown, Field(description="When it was decided. Absent until then.")]
    ]
    claimed: Annotated[MoneyAnswer, Field(description="What the member paid in all.")]
    approved: NotRequired[
        Annotated[MoneyAnswer, Field(description="What is paid back in all. Absent until it is decided.")]
    ]
    bills: Annotated[
        list[BillAnswer],
        Field(description="The sum of each bill whose treatments are known: of several, those that name it."),
    ]
    nextSteps: Annotated[
        list[NextStepAnswer],
        Field(
            description="Until it is decided, what the staff ask and by when it is decided. Then when the "
            "money comes; when the bills are not paid in full, also who else can help and how to complain."
        ),
    ]
    sameBills: NotRequired[
        Annotated[
            list[SameBillAnswer],
            Field(
                description="The bills whose file another person at the payer has sent too, at most ten "
                "refunds for each. For staff only, and absent when there are none."
            ),
        ]
    ]
    safety: NotRequired[WordsSafety]
