"""The event of a clinic's system as the OpenAPI document describes it, one schema a type.

``event_body`` reads it, and its ``DATA`` is the one list of types.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal, cast

from pydantic import ConfigDict, Field, RootModel
from typing_extensions import TypedDict

from helsebro_aws.clinic_systems.event_body import DATA
from helsebro_aws.http.fields.shown import InstantShown

MEANINGS: Mapping[str, str] = {
    "slots.published": "A practitioner has free slots. A slot with a known key moves to its new time.",
    "slots.replaced": "A practitioner's whole calendar of a span. Booked slots stay.",
    "slots.withdrawn": "Slots that are not booked are no longer free.",
    "client.contacted": "The clinic has contacted the client. The first contact counts.",
    "session.held": "A session was held, today or earlier. It uses one session of the guarantee, once.",
    "session.missed": "The client did not come, today or earlier. The guarantee gets its session back.",
    "session.cancelled": "A session was cancelled. A slot that the clinic cancelled is withdrawn.",
    "session.corrected": "Whether a session was held, after the opposite was reported. What was paid for it "
    "without an invoice follows.",
    "course.ended": "The clinic has finished the treatment.",
    "extension.requested": "The clinic asks for more sessions. The payer's staff decide.",
    "client.referred-on": "The client needs other help. The payer assesses the case again.",
    "clinic.changed": "The clinic has new details.",
    "practitioner.changed": "A practitioner takes other clients than before.",
}
"""Type → what it means."""


def _event(kind: str) -> Any:
    camel = "".join(part.title() for part in kind.replace("-", ".").split("."))
    parts = {
        "type": Annotated[cast(Any, Literal)[kind], Field(description="The type of the event.")],
        "timestamp": Annotated[
            InstantShown,
            Field(
                description="When it happened: at most 5 minutes ahead of our clock, and not before what it "
                "is about was booked or issued."
            ),
        ],
        "data": Annotated[
            DATA[kind], Field(description="What happened. Another field is refused with `unknown-field`.")
        ],
    }
    event: Any = cast(Any, TypedDict)(f"{camel}EventShape", parts)
    event.__doc__ = MEANINGS[kind]
    event.__pydantic_config__ = ConfigDict(extra="forbid")
    return event


AnyEvent: Any = reduce(or_, map(_event, DATA))


class ClinicEventShape(RootModel[Annotated[AnyEvent, Field(discriminator="type")]]):
    """Something that happened at the clinic, as its system reports it."""
