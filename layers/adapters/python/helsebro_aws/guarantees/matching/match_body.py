"""The bodies of a match and of its decline (api.md, additions of the second round)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from helsebro.tasks.declined_match import DeclineReason
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField
from helsebro_aws.http.fields.short_text import Readable


class ClientMatchShape(Body):
    """The clinic, and perhaps the practitioner, that the client is matched to."""

    clinic_id: ClinicIdField
    practitioner_id: Annotated[
        PractitionerIdField | None,
        Field(description="One practitioner of the clinic; without it the clinic chooses."),
    ] = None
    problem: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=60,
            description="The word by which practitioners list the client's problem. Then only those who take "
            "it are accepted.",
            examples=["anxiety"],
        ),
    ] = None
    again: Annotated[
        StrictBool,
        Field(
            description="Matches also a clinic or practitioner who declined this client before. Without it "
            "such a match is refused with `match-declined-before`, which says when and why they declined. A "
            "practitioner's own no ends only when `practitionerId` names that practitioner."
        ),
    ] = False


class MatchDeclineShape(Body):
    """Why the clinic declines the client."""

    reason: Annotated[DeclineReason, Field(description="The reason.", examples=["no-capacity"])]
    text: Annotated[
        Annotated[str, Field(min_length=1, max_length=500), Readable] | None,
        Field(
            repr=False,
            description="More about it. Only the payer's staff read it.",
            examples=["We have a waiting list of six weeks."],
        ),
    ] = None
