"""What the route of the fact form answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.asked.asked_fact import AskedOf
from helsebro_aws.coverage.form_field_answer import FormFieldAnswer
from helsebro_aws.coverage.trail_answer import FactPath


class FormFactAnswer(FormFieldAnswer):
    """A fact of a report or a simulation, as a field of a form."""

    path: FactPath
    askedOf: Annotated[AskedOf, Field(description="Who can know it.")]
    required: NotRequired[
        Annotated[
            bool,
            Field(
                description="Whether the review of a claim waits for it; only with `treatment`.",
                examples=[True],
            ),
        ]
    ]


class FactFormAnswer(TypedDict):
    """The questions of a first form."""

    facts: Annotated[
        list[FormFactAnswer], Field(description="The facts, in the order in which a form asks for them.")
    ]
