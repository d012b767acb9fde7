"""What the route of reconciliations answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from helsebro.reconciliation.difference import DifferenceKind
from helsebro_aws.http.fields.ids import ClaimIdField
from helsebro_aws.http.fields.money import CurrencyText
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer


class BookedMoneyAnswer(TypedDict):
    """An amount that the ledger has; that of an account may be below zero when something is wrong."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    amount: Annotated[
        str,
        Field(
            pattern=r"^-?[0-9]{1,12}(\.[0-9]{1,2})?$",
            description="The amount, as text with at most two decimals.",
            examples=["-0.01"],
        ),
    ]
    currency: CurrencyText


class DifferenceAnswer(TypedDict):
    """Something that does not agree between the ledger and what it books."""

    kind: Annotated[DifferenceKind, Field(description="What does not agree.")]
    text: Annotated[
        str,
        Field(
            description="The same in words, in the language of the call.",
            examples=["The payable is paid, but the ledger does not have the payment."],
        ),
    ]
    claimId: ClaimIdField
    about: Annotated[
        str,
        Field(
            description="The id of the guarantee, payable, invoice, refund or entry that does not agree, or "
            "of the clinic or policy whose cases together do not; `claimId` is then the case that exceeds "
            "most.",
            examples=["gar_06h2qv38h956msgub0b89gbhnc"],
        ),
    ]
    expected: NotRequired[Annotated[MoneyAnswer, Field(description="The amount that follows from it.")]]
    found: NotRequired[Annotated[BookedMoneyAnswer, Field(description="The amount that the ledger has.")]]
    beside: NotRequired[
        Annotated[
            str,
            Field(
                description="The number of the account, or the id of the other payment of a session.",
                examples=["2420"],
            ),
        ]
    ]


class ReconciliationAnswer(TypedDict):
    """A night's comparison of the ledger with what it books."""

    day: Annotated[DayShown, Field(description="The local day on which it began.")]
    beganAt: Annotated[InstantShown, Field(description="When it began.")]
    endedAt: NotRequired[
        Annotated[InstantShown, Field(description="When every case was compared. Absent until then.")]
    ]
    cases: Annotated[int, Field(description="How many cases were compared.", examples=[1200])]
    differences: Annotated[int, Field(description="How many differences there are.", examples=[0])]
    listed: Annotated[
        list[DifferenceAnswer],
        Field(description="The first of them, at most 50. Each case has a task in the queue `payments`."),
    ]
