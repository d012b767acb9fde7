"""The answer to an event of a clinic's system, and the events of its feed."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field, JsonValue
from typing_extensions import TypedDict

from helsebro.calendars.publication import Reason
from helsebro.events import TO_CLINICS
from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
    EventIdField,
    ExtensionIdField,
    GuaranteeIdField,
    InvoiceIdField,
    PayableIdField,
    PractitionerIdField,
    SlotIdField,
)
from helsebro_aws.http.fields.shown import InstantShown
from helsebro_aws.webhooks.sent_shape import (
    ContactBy,
    ContactDueAt,
    Links,
    MatchedAt,
    MovedFrom,
    MovedLate,
    SessionIds,
)

SlotKey = Annotated[str, Field(description="The clinic's own key of the slot.", examples=["slot-1"])]
FED: list[JsonValue] = [*sorted(TO_CLINICS)]


class ChangedSlotAnswer(TypedDict):
    """A slot that was stored or withdrawn."""

    key: SlotKey
    slotId: SlotIdField


class RefusedSlotAnswer(TypedDict):
    """A slot that was not stored or withdrawn, and why."""

    key: SlotKey
    code: Annotated[Reason, Field(description="Why.")]
    bookingId: NotRequired[
        Annotated[
            BookingIdField,
            Field(description="The booking that has the slot: cancel its session first. Absent without one."),
        ]
    ]


class KeptSlotAnswer(TypedDict):
    """A booked slot that stays in a span whose calendar was replaced: cancel its session, or keep it."""

    key: SlotKey
    slotId: SlotIdField
    bookingId: BookingIdField


class AcceptedEventAnswer(TypedDict):
    """An event that was accepted. The lists are there for the events of slots only."""

    status: Annotated[Literal["accepted"], Field(description="It is stored.")]
    extensionId: NotRequired[
        Annotated[
            ExtensionIdField,
            Field(description="The extension that was asked for; with `extension.requested` only."),
        ]
    ]
    published: NotRequired[
        Annotated[list[ChangedSlotAnswer], Field(description="The slots that are new or have a new time.")]
    ]
    unchanged: NotRequired[
        Annotated[
            list[str],
            Field(description="The keys of the slots that were known already.", examples=[["slot-2"]]),
        ]
    ]
    withdrawn: NotRequired[
        Annotated[
            list[ChangedSlotAnswer], Field(description="The slots that are gone, or made way for others.")
        ]
    ]
    refused: NotRequired[
        Annotated[list[RefusedSlotAnswer], Field(description="The slots that were not accepted.")]
    ]
    kept: NotRequired[
        Annotated[
            list[KeptSlotAnswer],
            Field(description="With `slots.replaced`: the booked slots of the span that it did not name."),
        ]
    ]


class EventIdsAnswer(TypedDict, total=False):
    """The ids of what an event is about, and what else the webhook of the same type says."""

    bookingId: BookingIdField
    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField
    practitionerId: PractitionerIdField
    slotId: SlotIdField
    extensionId: ExtensionIdField
    invoiceId: InvoiceIdField
    payableId: PayableIdField
    bookingIds: SessionIds
    dueAt: ContactDueAt
    by: ContactBy
    matchedAt: MatchedAt
    clinicId: ClinicIdField
    movedLate: MovedLate
    movedFrom: MovedFrom
    links: Links


class FeedEventAnswer(TypedDict):
    """An event of the clinic's feed; the webhook of the event has the same content."""

    eventId: EventIdField
    type: Annotated[str, Field(description="The type of the event.", json_schema_extra={"enum": FED})]
    timestamp: Annotated[InstantShown, Field(description="When it happened.")]
    sequence: Annotated[
        int,
        Field(ge=1, description="Its number in the feed, in the order of publication.", examples=[17]),
    ]
    data: Annotated[EventIdsAnswer, Field(description="The ids of what it is about.")]
