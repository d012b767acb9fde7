"""What finance judges about an invoice, in answers with its task."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.invoice import InvoiceKind
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer
from helsebro_aws.invoices.review.sessions_answer import InvoicedSessionAnswer, OtherSessionAnswer
from helsebro_aws.payments.named_clinic_answer import AccountShown, NamedClinicAnswer


class DoubtfulPlaceAnswer(TypedDict):
    """A rule that leaves a place of the invoice to finance."""

    rule: Annotated[str, Field(description="The rule.", examples=["HB-31"])]
    location: Annotated[
        str, Field(description="Where, as an XPath into the invoice.", examples=["/Invoice/cac:PaymentMeans"])
    ]
    message: Annotated[
        str,
        Field(
            description="What finance must judge, in the caller's language.",
            examples=["Kontoen er ikke registreret for klinikken."],
        ),
    ]
    found: NotRequired[
        Annotated[
            str,
            Field(
                description="What stands there: a number, day or code, or an account's last digits.",
                examples=["••••6244"],
            ),
        ]
    ]
    expected: NotRequired[
        Annotated[str, Field(description="What was expected there.", examples=["••••6243"])]
    ]
    clashes: NotRequired[
        Annotated[
            list[OtherSessionAnswer],
            Field(description="What the session there may be the same as; absent where it is nothing."),
        ]
    ]


class AskedAccountAnswer(TypedDict):
    """The account that the invoice asks to be paid to."""

    account: AccountShown
    status: Annotated[
        Literal["unknown", "registered", "waiting", "in-force"],
        Field(
            description="Where it stands with the clinic by now. `unknown`: it is not registered. "
            "`registered`: another person must approve it. `waiting`: its three days are not over. Only "
            "`in-force` can be approved."
        ),
    ]
    inForceFrom: NotRequired[
        Annotated[InstantShown, Field(description="From when it can be paid; absent before its approval.")]
    ]


class DenialAnswer(TypedDict):
    """A reason for which finance may deny, and what the clinic reads then."""

    reason: Annotated[str, Field(description="The reason to send.", examples=["account-unknown"])]
    message: Annotated[
        str,
        Field(
            description="What the clinic reads, in the caller's language.",
            examples=["Beløbet er ikke det, der er aftalt. Ret det, og send fakturaen igen."],
        ),
    ]


class InvoiceDoubtAnswer(TypedDict):
    """What finance judges about an invoice, because no rule can."""

    amount: Annotated[MoneyAnswer, Field(description="What the invoice asks for.")]
    kind: Annotated[InvoiceKind, Field(description="What the document is.")]
    number: NotRequired[Annotated[str, Field(description="The clinic's own number.", examples=["2026-17"])]]
    first: Annotated[
        list[DoubtfulPlaceAnswer], Field(description="The first doubtful places; the invoice lists all.")
    ]
    clinic: NotRequired[Annotated[NamedClinicAnswer, Field(description="Who sent it and is paid.")]]
    payTo: NotRequired[
        Annotated[
            AskedAccountAnswer, Field(description="Where it asks to be paid; absent for a credit note.")
        ]
    ]
    dueOn: NotRequired[
        Annotated[DayShown, Field(description="When it is to be paid; absent for a credit note.")]
    ]
    sessions: Annotated[list[InvoicedSessionAnswer], Field(description="The sessions in it.")]
    approving: Annotated[
        str,
        Field(
            description="What an approval does, in the caller's language.",
            examples=["Godkendes fakturaen, kontrolleres den igen."],
        ),
    ]
    denying: Annotated[
        str,
        Field(
            description="What a denial does, in the caller's language.",
            examples=["Afvises fakturaen, betales intet."],
        ),
    ]
    denials: Annotated[list[DenialAnswer], Field(description="The reasons for which it may be denied.")]
    places: Annotated[int, Field(description="The number of all doubtful places.", examples=[1])]
