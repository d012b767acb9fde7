"""The shapes of clinic events (api.md, ``POST /v1/clinic-events``): an envelope, and data by its type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationInfo,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from helsebro.calendars.publication import MOST_SLOTS
from helsebro.calendars.slot import LONGEST, SHORTEST
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.instant import Instant
from helsebro_aws.http.fields.short_text import ShortText

ClinicKey = Annotated[str, Field(min_length=1, max_length=100)]
Id = Annotated[str, Field(min_length=1, max_length=100)]
Justification = Annotated[str, Field(min_length=1, max_length=4000, repr=False)]
ELSEWHERE = "elsewhere"


class EventData(Body):
    """The data of an event. A system may send more than the contract has; unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")


class PublishedSlot(EventData):
    """One slot, under the clinic system's own key."""

    key: ClinicKey
    starts_at: Instant
    ends_at: Instant
    service: Literal["first", "follow-up"]

    @model_validator(mode="after")
    def _has_a_length(self) -> PublishedSlot:
        if not timedelta() < self.ends_at - self.starts_at:
            raise PydanticCustomError("slot-ends-before-it-starts", "")
        if not SHORTEST <= self.ends_at - self.starts_at <= LONGEST:
            raise PydanticCustomError("slot-length", "")
        return self


class SlotsPublished(EventData):
    """``slots.published``: free slots of one practitioner; at most 200, each key and minute once."""

    practitioner_key: ClinicKey
    slots: Annotated[tuple[PublishedSlot, ...], Field(max_length=MOST_SLOTS)]

    @model_validator(mode="after")
    def _has_no_doubles(self) -> SlotsPublished:
        if not self.slots:
            raise PydanticCustomError("no-slots", "")
        if len({slot.key for slot in self.slots}) < len(self.slots):
            raise PydanticCustomError("slot-key-twice", "")
        in_order = sorted(self.slots, key=lambda slot: slot.starts_at)
        if any(slot.ends_at > following.starts_at for slot, following in pairwise(in_order)):
            raise PydanticCustomError("slot-overlaps", "")
        return self


class WithdrawnSlot(EventData):
    """A slot to withdraw: its key is enough; the other published fields may be repeated."""

    key: ClinicKey
    starts_at: Instant | None = None
    ends_at: Instant | None = None
    service: Literal["first", "follow-up"] | None = None


class SlotsWithdrawn(EventData):
    """``slots.withdrawn``: the slots that the clinic withdraws, as ``slots`` or only their ``keys``."""

    practitioner_key: ClinicKey
    slots: Annotated[tuple[WithdrawnSlot, ...], Field(max_length=MOST_SLOTS)] = ()
    keys: Annotated[tuple[ClinicKey, ...], Field(max_length=MOST_SLOTS)] = ()

    @model_validator(mode="after")
    def _names_some(self) -> SlotsWithdrawn:
        if not self.slots and not self.keys:
            raise PydanticCustomError("no-slots", "")
        return self

    @property
    def places(self) -> dict[str, str]:
        """Every key once, with where it first stands in the data."""
        named = [(slot.key, f"/slots/{index}/key") for index, slot in enumerate(self.slots)]
        named += [(key, f"/keys/{index}") for index, key in enumerate(self.keys)]
        places: dict[str, str] = {}
        for key, place in named:
            places.setdefault(key, place)
        return places


def _one_of(booking_id: str | None, guarantee_id: str | None) -> None:
    if booking_id is None and guarantee_id is None:
        raise PydanticCustomError("booking-or-guarantee", "")


class ClientContacted(EventData):
    """``client.contacted``: about a booking or a guarantee; with both, the guarantee counts."""

    booking_id: Id | None = None
    guarantee_id: Id | None = None
    by: Literal["phone", "sms"]

    @model_validator(mode="after")
    def _names_one(self) -> ClientContacted:
        _one_of(self.booking_id, self.guarantee_id)
        return self


class OfBooking(EventData):
    """``session.held`` and ``session.missed``."""

    booking_id: Id


class SessionCancelled(EventData):
    """``session.cancelled``: by the clinic, or by the client who called the clinic to cancel."""

    booking_id: Id
    by: Literal["clinic", "client"] = "clinic"


class OfGuarantee(EventData):
    """``course.ended``."""

    guarantee_id: Id


class ExtensionRequested(EventData):
    """``extension.requested``: how many more sessions, and the professional reason."""

    guarantee_id: Id
    sessions: Annotated[StrictInt, Field(ge=1, le=50)]
    justification: Justification


def _words_or_elsewhere(value: Any) -> Any:
    # The contract does not define the form: with a list or an object, the client was still referred on.
    return value if isinstance(value, str) and value else ELSEWHERE


class ClientReferredOn(EventData):
    """``client.referred-on``: the booking or guarantee, and where the client was referred to."""

    booking_id: Id | None = None
    guarantee_id: Id | None = None
    to: Annotated[ShortText, BeforeValidator(_words_or_elsewhere)] = ELSEWHERE

    @model_validator(mode="after")
    def _names_one(self) -> ClientReferredOn:
        _one_of(self.booking_id, self.guarantee_id)
        return self


class ClinicChanged(EventData):
    """``clinic.changed``: the changed details of the clinic."""

    name: ShortText | None = None
    phone: Annotated[str, Field(min_length=3, max_length=40)] | None = None
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)] | None = None


class PractitionerChanged(EventData):
    """``practitioner.changed``: the practitioner's switches; ``PUT`` sets everything else."""

    practitioner_key: ClinicKey
    insurance_clients: StrictBool | None = None
    crisis_help: StrictBool | None = None
    weekly_capacity: Annotated[StrictInt, Field(ge=0, le=200)] | None = None


DATA: Mapping[str, type[EventData]] = {
    "slots.published": SlotsPublished,
    "slots.withdrawn": SlotsWithdrawn,
    "client.contacted": ClientContacted,
    "session.held": OfBooking,
    "session.missed": OfBooking,
    "session.cancelled": SessionCancelled,
    "course.ended": OfGuarantee,
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
    | OfBooking
    | SessionCancelled
    | OfGuarantee
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


class ClinicEventShape(Body):
    """The body of ``POST /v1/clinic-events``."""

    type: Annotated[str, WrapValidator(lambda value, _: _known(value))]
    timestamp: Instant
    data: Annotated[AnyData, WrapValidator(_by_type)]
