"""Who sent an invoice, the sessions in it and what they clash with, in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.review.other_session import OtherWay
from helsebro_aws.http.fields.ids import BookingIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer

PractitionerNameShown = Annotated[
    str, Field(description="Who held it; absent where it is not known.", examples=["Mette Lund"])
]


class InvoicedSessionAnswer(TypedDict):
    """A session that an invoice names. It names no client and no diagnosis."""

    bookingId: BookingIdField
    on: Annotated[DayShown, Field(description="When it was held.")]
    service: Annotated[str, Field(description="The service that was booked.", examples=["follow-up"])]
    amount: NotRequired[Annotated[MoneyAnswer, Field(description="What the invoice asks for it.")]]
    agreed: NotRequired[Annotated[MoneyAnswer, Field(description="The agreed price of the service.")]]
    practitioner: NotRequired[PractitionerNameShown]


class OtherSessionAnswer(TypedDict):
    """Another session of the same client and day."""

    way: Annotated[
        OtherWay,
        Field(
            description="`invoice` or `refund`: how the other one is paid. `session`: it is paid without an "
            "invoice. `line`: it is on another line of the same invoice."
        ),
    ]
    id: Annotated[
        str,
        Field(
            description="The id of the invoice or refund, of the payable of a session that is paid without "
            "an invoice, or of the booking on the other line.",
            examples=["ref_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ]
    on: Annotated[DayShown, Field(description="The day of both.")]
    amount: NotRequired[Annotated[MoneyAnswer, Field(description="What is paid for the other one.")]]
    number: NotRequired[
        Annotated[str, Field(description="The number of the other invoice.", examples=["2026-17"])]
    ]
    practitioner: NotRequired[PractitionerNameShown]
