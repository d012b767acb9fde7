"""A booking in full: with the person for members and staff, with what the clinic needs for its system."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.consenting.consent_state import ConsentState
from helsebro_aws.bookings.booking_answer import BookingAnswer
from helsebro_aws.guarantees.matching.match_answer import InsurerAnswer, PhoneOf, TreatedProblemAnswer
from helsebro_aws.guarantees.shapes.guarantee_answer import GuaranteeStatusShown, PromisedSessions
from helsebro_aws.http.fields.ids import BookingIdField, PersonIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer, PersonNameForStaff


class BookedGuaranteeAnswer(PromisedSessions):
    """The guarantee that pays for the session; its status is that of the session's day."""

    status: GuaranteeStatusShown
    fee: NotRequired[
        Annotated[
            MoneyAnswer, Field(description="The price of this session; absent when no price is agreed.")
        ]
    ]


class ElectronicAddressAnswer(TypedDict):
    """The payer's electronic address, the `EndpointID` of the buyer."""

    scheme: Annotated[
        str,
        Field(
            description="The scheme: `0088` GLN, `0184` Danish CVR, `0192` Norwegian organisation number.",
            examples=["0088"],
        ),
    ]
    id: Annotated[str, Field(description="The number.", examples=["5790000000012"])]


class InvoiceReferencesAnswer(TypedDict):
    """What the invoice for the session must name."""

    endpoint: Annotated[ElectronicAddressAnswer, Field(description="Where to address the invoice.")]
    orderReference: Annotated[
        str, Field(description="The order reference: the guarantee's number.", examples=["G26-7K3Q9-M2X4T"])
    ]
    buyerReference: Annotated[
        str,
        Field(
            description="The buyer reference: the guarantee's case reference.",
            examples=["HB-7KQ2-M4XT-A2ZT-5PXL"],
        ),
    ]
    bookingId: BookingIdField


class ClientContactAnswer(TypedDict, total=False):
    """How to reach the client, or the guardian of a child under 15; what is not known is absent."""

    of: PhoneOf
    email: Annotated[str, Field(description="The e-mail address.", examples=["anna@example.org"])]
    phone: Annotated[str, Field(description="The phone number.", examples=["+45 20 11 22 33"])]


class ClientAnswer(TypedDict):
    """The person who is treated, with the one national number that they have."""

    cpr: NotRequired[
        Annotated[
            str, Field(description="The Danish national number; absent with `fnr`.", examples=["0101901234"])
        ]
    ]
    fnr: NotRequired[
        Annotated[
            str,
            Field(description="The Norwegian national number; absent with `cpr`.", examples=["01019012480"]),
        ]
    ]
    name: Annotated[str, Field(description="The person's name.", examples=["Anna Holm"])]
    bornOn: Annotated[DayShown, Field(description="The day of birth.")]
    contact: Annotated[ClientContactAnswer, Field(description="How to reach the person.")]


class BookingDetailsAnswer(BookingAnswer):
    """A booking in full. The person and the staff see the person's id; the clinic sees the rest."""

    personId: NotRequired[Annotated[PersonIdField, Field(description="The person; absent for a clinic.")]]
    personName: NotRequired[PersonNameForStaff]
    consent: NotRequired[
        Annotated[
            ConsentState,
            Field(description="Whether client and problem may be passed on. For a clinic."),
        ]
    ]
    purposeEnded: NotRequired[
        Annotated[
            bool,
            Field(
                description="True once the clinic no longer needs the client's data: every session is "
                "cancelled, or the time that it must keep its journal is over. Absent before."
            ),
        ]
    ]
    insurer: NotRequired[Annotated[InsurerAnswer, Field(description="Who pays. For a clinic.")]]
    guarantee: NotRequired[
        Annotated[BookedGuaranteeAnswer, Field(description="The guarantee. For a clinic.")]
    ]
    invoice: NotRequired[
        Annotated[
            InvoiceReferencesAnswer,
            Field(description="What the invoice must name. For a clinic."),
        ]
    ]
    client: NotRequired[
        Annotated[
            ClientAnswer,
            Field(description="Who is treated. For a clinic, while it needs it and the consent is in force."),
        ]
    ]
    problem: NotRequired[
        Annotated[
            TreatedProblemAnswer,
            Field(description="What is treated. For a clinic, as for the client."),
        ]
    ]
