"""The shapes of clinic events (api.md, ``POST /v1/clinic-events``): an envelope, and data by its type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StrictBool,
    StrictInt,
    ValidationInfo,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from helsebro.errors import Fault
from helsebro.network.address import Address
from helsebro_aws.clinic_systems.event_data import (
    BookingOfTwo,
    EventData,
    GuaranteeOfTwo,
    NamedGuarantee,
    PractitionerKeyField,
)
from helsebro_aws.clinic_systems.session_data import SessionCancelled, SessionCorrected, SessionReported
from helsebro_aws.clinic_systems.slots.slots_data import SlotsPublished, SlotsReplaced, SlotsWithdrawn
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.instant import Instant
from helsebro_aws.http.fields.short_text import LongText, ShortText
from helsebro_aws.http.fields.visible_text import MailboxText, PhoneText, VisibleText
from helsebro_aws.network.practitioner_address_shape import (
    AddressesField,
    PractitionerAddressShape,
    first_address_faults,
    further_position_faults,
)
from helsebro_aws.network.street_address_shape import StreetAddressShape


def _absent() -> Any:
    """Returns what stands for a field that was left out; null is a fault of it."""
    return None


def _one_of(sent: Mapping[str, Any]) -> list[Fault]:
    """Returns the fault of a report that names neither a booking nor a guarantee."""
    is_named = any(sent.get(name) is not None for name in ("bookingId", "guaranteeId"))
    return [] if is_named else [Fault("", "booking-or-guarantee", "")]


class ClientContacted(EventData):
    """The client of a booking or of a guarantee, and how the clinic contacted them."""

    booking_id: BookingOfTwo = None
    guarantee_id: GuaranteeOfTwo = None
    by: Annotated[Literal["phone", "sms"], Field(description="How the client was contacted.")]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a report about no one."""
        return _one_of(sent)


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
    achieved: Annotated[
        LongText | None,
        Field(
            repr=False,
            description="What the treatment has achieved so far; the staff ask for it of physical treatment.",
            examples=["She bends the knee to 110 degrees, and 80 before."],
        ),
    ] = None


def _words(value: Any) -> Any:
    # The contract does not define the form: with a list or an object, the client was still referred on.
    return value if isinstance(value, str) and any(map(str.isalnum, value)) else None


class ClientReferredOn(EventData):
    """The client of a booking or of a guarantee, and where the clinic referred them to."""

    booking_id: BookingOfTwo = None
    guarantee_id: GuaranteeOfTwo = None
    to: Annotated[
        ShortText | None,
        BeforeValidator(_words),
        Field(
            description="Where the client was referred to, if known. What a later report says is added.",
            examples=["own doctor"],
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a report about no one."""
        return _one_of(sent)


class ClinicChanged(EventData):
    """The changed details of the clinic; what is absent stays."""

    cvr: Annotated[
        str,
        Field(
            default_factory=_absent,
            pattern=r"^[0-9]{8,9}$",
            description="Its number in the business register. It cannot change: a clinic with another number "
            "applies anew, because it signs another contract.",
            examples=["12345674"],
        ),
    ]
    name: Annotated[
        VisibleText,
        Field(default_factory=_absent, description="The name.", examples=["Klinik for Fysioterapi"]),
    ]
    phone: Annotated[
        PhoneText,
        Field(default_factory=_absent, description="The phone number.", examples=["+45 33 11 22 33"]),
    ]
    email: Annotated[
        MailboxText,
        Field(default_factory=_absent, description="The e-mail address.", examples=["post@klinik.example"]),
    ]
    address: Annotated[
        StreetAddressShape,
        Field(
            default_factory=_absent,
            description="Where the clinic is. A guarantee shows it when it is for no practitioner's place.",
        ),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a report that names no detail."""
        return [] if cls.model_fields.keys() & sent.keys() else [Fault("", "no-detail-named", "")]


class PractitionerChanged(EventData):
    """What a practitioner takes now; what is absent stays. A pause or a capacity that is null ends."""

    practitioner_key: PractitionerKeyField
    insurance_clients: Annotated[
        StrictBool,
        Field(default_factory=_absent, description="Whether they take insurance clients.", examples=[True]),
    ]
    crisis_help: Annotated[
        StrictBool,
        Field(default_factory=_absent, description="Whether they give crisis help.", examples=[False]),
    ]
    weekly_capacity: Annotated[
        Annotated[StrictInt, Field(ge=0, le=200)] | None,
        Field(description="How many insurance clients they take a week; null for no limit.", examples=[10]),
    ] = None
    paused_from: Annotated[
        Day | None, Field(description="The first day of a pause; null for no pause.", examples=["2026-12-21"])
    ] = None
    paused_until: Annotated[
        Day | None,
        Field(description="The last day of the pause; null until further notice.", examples=["2027-01-03"]),
    ] = None
    address: Annotated[
        PractitionerAddressShape,
        Field(default_factory=_absent, description="Where they treat from now on."),
    ]
    addresses: Annotated[
        AddressesField,
        Field(
            default_factory=_absent,
            description="All addresses beside it from now on; an empty list removes them.",
        ),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of positions; those with the other address are known beside what is stored."""
        return [*first_address_faults(sent.get("address")), *further_position_faults(sent)]

    def reported(self) -> dict[str, Any]:
        """Returns the fields that the report changes, by their names in ``Practitioner``."""
        given = self.model_fields_set
        plain = {"insurance_clients", "crisis_help", "weekly_capacity", "paused_from", "paused_until"} & given
        found: dict[str, Any] = {name: getattr(self, name) for name in plain}
        if "address" in given:
            found["address"] = Address(**self.address.model_dump())
        if "addresses" in given:
            found["addresses"] = tuple(address.of() for address in self.addresses)
        if "paused_from" in given:
            found["paused_until"] = self.paused_until
        return found


DATA: Mapping[str, type[EventData]] = {
    "slots.published": SlotsPublished,
    "slots.replaced": SlotsReplaced,
    "slots.withdrawn": SlotsWithdrawn,
    "client.contacted": ClientContacted,
    "session.held": SessionReported,
    "session.missed": SessionReported,
    "session.cancelled": SessionCancelled,
    "session.corrected": SessionCorrected,
    "course.ended": CourseEnded,
    "extension.requested": ExtensionRequested,
    "client.referred-on": ClientReferredOn,
    "clinic.changed": ClinicChanged,
    "practitioner.changed": PractitionerChanged,
}
"""Every type a clinic's system may send, and the shape of its data."""

AnyData = (
    SlotsPublished
    | SlotsReplaced
    | SlotsWithdrawn
    | ClientContacted
    | SessionReported
    | SessionCancelled
    | SessionCorrected
    | CourseEnded
    | ExtensionRequested
    | ClientReferredOn
    | ClinicChanged
    | PractitionerChanged
)


def _by_type(value: Any, _union: Any, info: ValidationInfo) -> Any:
    """Returns the data parsed by its type; with an unknown type, itself a fault, data is not checked."""
    shape = DATA.get(info.data.get("type", ""))
    if shape is None and not isinstance(value, dict):
        raise PydanticCustomError("not-an-object", "")
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

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults between fields of the data."""
        type_, data = sent.get("type"), sent.get("data")
        if not isinstance(type_, str) or type_ not in DATA or not isinstance(data, dict):
            return []
        return [replace(fault, pointer=f"/data{fault.pointer}") for fault in DATA[type_].between(data)]
