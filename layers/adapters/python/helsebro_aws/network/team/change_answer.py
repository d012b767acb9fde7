"""What the list of a clinic's changes answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.network.team.clinic_change import ChangedBy, ChangeKind
from helsebro_aws.http.fields.ids import PractitionerIdField
from helsebro_aws.http.fields.shown import InstantShown


class ClinicChangeAnswer(TypedDict):
    """What the clinic changed: the names of the fields, without what they held."""

    at: Annotated[InstantShown, Field(description="When it was changed.")]
    type: Annotated[ChangeKind, Field(description="What was changed.", examples=["practitioner.changed"])]
    by: Annotated[
        ChangedBy,
        Field(description="Who changed it: the clinic's system, its signatory, or one of its practitioners."),
    ]
    practitionerId: NotRequired[
        Annotated[PractitionerIdField, Field(description="The practitioner; absent for the clinic itself.")]
    ]
    practitionerKey: NotRequired[
        Annotated[
            str, Field(description="The clinic's own key of the practitioner, if any.", examples=["p-17"])
        ]
    ]
    fields: Annotated[
        list[str],
        Field(
            description="The fields that changed; for a new practitioner those that were given, and none for "
            "one who left.",
            examples=[["address", "languages"]],
        ),
    ]
    verifiedAgain: Annotated[
        list[str],
        Field(description="Those of the fields that are verified again.", examples=[["address"]]),
    ]
