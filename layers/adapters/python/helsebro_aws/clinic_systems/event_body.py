"""The shapes of clinic events (api.md, ``POST /v1/clinic-events``): an envelope, and data by its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StrictBool,
    StrictInt,
    ValidationInfo,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from helsebro_aws.clinic_systems.event_data import (
    BookingOfTwo,
    EventData,
    GuaranteeOfTwo,
    NamedBooking,
    NamedGuarantee,
    PractitionerKeyField,
)
from helsebro_aws.clinic_systems.slots_data import SlotsPublished, SlotsWithdrawn
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.instant import Instant
from helsebro_aws.http.fields.short_text import LongText, ShortText
from helsebro_aws.http.fields.visible_text import MailboxText, PhoneText, VisibleText

ELSEWHERE = "elsewhere"


def _one_of(booking_id: str | None, guarantee_id: str | None) -> None:
    if booking_id is None and guarantee_id is None:
        raise PydanticCustomError("booking-or-guarantee", "")


class ClientContacted(EventData):
    """The client of a booking or of a guarantee, and how the clinic contacted them."""

    booking_id: BookingOfTwo = None
    guarantee_id: GuaranteeOfTwo = None
    by: Annotated[Literal["phone", "sms"], Field(description="How the client was contacted.")]

    @model_validator(mode="after")
    def _names_one(self) -> ClientContacted:
        _one_of(self.booking_id, self.guarantee_id)
        return self


class SessionReported(EventData):
    """The booking whose session was held or missed."""

    booking_id: NamedBooking


class SessionCancelled(EventData):
    """The booking that was cancelled, and by whom."""

    booking_id: NamedBooking
    by: Annotated[
        Literal["clinic", "client"],
        Field(description="`client` when the client called the clinic to cancel."),
    ] = "clinic"


class CourseEnded(EventData):
    """The guarantee under which the treatment is finished."""

    guarantee_id: NamedGuarantee


class ExtensionRequested(EventData):
    """How many more sessions the clinic asks for, and why."""

    guarantee_id: NamedGuarantee
    sessions: Annotated[StrictInt, Field(ge=1, le=50, description="How many more sessions.", examples=[3])]
    justification: Annotated[
        LongText,
        Field(
            repr=False,
            description="The professional reason.",
            examples=["The range of motion is still limited."],
        ),
    ]


def _words_or_elsewhere(value: Any) -> Any:
    # The contract does not define the form: with a list or an object, the client was still referred on.
    return value if isinstance(value, str) and value else ELSEWHERE


class ClientReferredOn(EventData):
    """The client of a booking or of a guarantee, and where the clinic referred them to."""

    booking_id: BookingOfTwo = None
    guarantee_id: GuaranteeOfTwo = None
    to: Annotated[
        ShortText,
        BeforeValidator(_words_or_elsewhere),
        Field(description="Where the client was referred to.", examples=["own doctor"]),
    ] = ELSEWHERE

    @model_validator(mode="after")
    def _names_one(self) -> ClientReferredOn:
        _one_of(self.booking_id, self.guarantee_id)
        return self


class ClinicChanged(EventData):
    """The changed details of the clinic; what is absent stays."""

    name: Annotated[
        VisibleText | None, Field(description="The name.", examples=["Klinik for Fysioterapi"])
    ] = None
    phone: Annotated[
        PhoneText | None,
        Field(description="The phone number.", examples=["+45 33 11 22 33"]),
    ] = None
    email: Annotated[
        MailboxText | None,
        Field(description="The e-mail address.", examples=["post@klinik.example"]),
    ] = None


class PractitionerChanged(EventData):
    """What a practitioner takes now; what is absent stays."""

    practitioner_key: PractitionerKeyField
    insurance_clients: Annotated[
        StrictBool | None, Field(description="Whether they take insurance clients.", examples=[True])
    ] = None
    crisis_help: Annotated[
        StrictBool | None, Field(description="Whether they give crisis help.", examples=[False])
    ] = None
    weekly_capacity: Annotated[
        Annotated[StrictInt, Field(ge=0, le=200)] | None,
        Field(description="How many insurance clients they take a week.", examples=[10]),
    ] = None


DATA: Mapping[str, type[EventData]] = {
    "slots.published": SlotsPublished,
    "slots.withdrawn": SlotsWithdrawn,
    "client.contacted": ClientContacted,
    "session.held": SessionReported,
    "session.missed": SessionReported,
    "session.cancelled": SessionCancelled,
    "course.ended": CourseEnded,
    "extension.requested": ExtensionRequested,
    "client.referred-on": ClientReferredOn,
    "clinic.changed": ClinicChanged,
    "practitioner.changed": PractitionerChanged,
}
"""Every type a clinic's system may send, and the shape of its data."""

AnyData = (
    SlotsPublished
    | SlotsWithdrawn
    | ClientContacted
    | SessionReported
    | SessionCancelled
    | CourseEnded
    | ExtensionRequested
    | ClientReferredOn
    | ClinicChanged
    | PractitionerChanged
)


def _by_type(value: Any, _union: Any, info: ValidationInfo) -> Any:
    """Returns the data parsed by its type; with an unknown type, itself a fault, data is not checked."""
    shape = DATA.get(info.data.get("type", ""))
    return value if shape is None else shape.model_validate(value)


def _known(value: Any) -> str:
    if not isinstance(value, str) or value not in DATA:
        raise PydanticCustomError("clinic-event-unknown", ", ".join(DATA))
    return value


class ReportedEvent(Body):
    """An event as it is read; ``clinic_event_shape`` describes it, one schema a type."""

    type: Annotated[str, WrapValidator(lambda value, _: _known(value))]
    timestamp: Instant
    data: Annotated[AnyData, WrapValidator(_by_type)]
