"""The insured of a policy in answers: no national number, and nothing of cases."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.policies.insured import Relation, Scheme
from helsebro_aws.http.fields.ids import PersonIdField
from helsebro_aws.http.fields.shown import DayShown


class PolicyInsuredAnswer(TypedDict):
    """A person whom a policy insures, or insured."""

    personId: PersonIdField
    name: Annotated[str, Field(description="The name, as it was enrolled.", examples=["Anna Holm"])]
    relation: Annotated[Relation, Field(description="Why the person is insured.")]
    scheme: Annotated[
        Scheme, Field(description="Whether the company pays for everyone, or the person joined voluntarily.")
    ]
    mainInsuredPersonId: Annotated[
        PersonIdField | None,
        Field(description="The employee to whose family the person belongs; null for an employee."),
    ]
    enrolledOn: Annotated[DayShown, Field(description="The first day of the enrolment.")]
    leftOn: Annotated[
        DayShown | None, Field(description="The last day of insurance; null while no end is known.")
    ]
