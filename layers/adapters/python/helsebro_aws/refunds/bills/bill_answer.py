"""The bills of a refund in answers, and what the staff see beside them."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.benefits.clash import Certainty
from helsebro.benefits.use import Source
from helsebro.refunds.billed_treatment import RefundOutcome
from helsebro_aws.http.fields.ids import DocumentIdField, RefundIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer


class ClashAnswer(TypedDict):
    """What was paid for the same treatment of the person on the same day."""

    certainty: Annotated[
        Certainty,
        Field(
            description="`certain`: it is the same session, and an approval is refused. `perhaps`: two "
            "practitioners are named, so that it may be another session."
        ),
    ]
    way: Annotated[Source, Field(description="How it was paid.")]
    paidBy: Annotated[
        str,
        Field(description="The invoice or refund that paid it.", examples=["ref_a2zt5pxlrqsc3dmkow7vyb4g"]),
    ]
    decidedOn: Annotated[DayShown, Field(description="When it was accepted or approved.")]
    amount: Annotated[MoneyAnswer, Field(description="What was paid.")]


class SameBillAnswer(TypedDict):
    """A bill that another person has sent too."""

    documentId: DocumentIdField
    refundId: RefundIdField


class ResemblanceAnswer(TypedDict):
    """A treatment of another refund of the person, of the same day and amount."""

    refundId: RefundIdField
    treatment: Annotated[int, Field(ge=0, description="Its place in that refund.", examples=[0])]
    sameClinic: Annotated[
        bool, Field(description="Whether both bills name the same clinic; false when one names none.")
    ]


class BillAnswer(TypedDict):
    """What is asked for and paid of one bill."""

    documentId: DocumentIdField
    claimed: Annotated[MoneyAnswer, Field(description="What the member paid.")]
    approved: NotRequired[
        Annotated[MoneyAnswer, Field(description="What is paid back. Absent until it is decided.")]
    ]
    outcome: NotRequired[Annotated[RefundOutcome, Field(description="What was decided. Absent until then.")]]
