"""What the routes of members answer."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.claims.mandate import Power
from helsebro.policies.family import Access
from helsebro.policies.insured import Relation, Scheme
from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.http.fields.ids import ClaimIdField, MandateIdField, PersonIdField, PolicyIdField
from helsebro_aws.http.fields.shown import DayShown, PayerSlug
from helsebro_aws.policies.policy_answer import AnnualSum, ModulesShown, PolicyholderAnswer, PolicyNumber


class OwnDataAnswer(TypedDict):
    """The person who is logged in."""

    personId: PersonIdField
    bornOn: Annotated[
        DayShown | None, Field(description="The date of birth; null when the login does not hold it.")
    ]
    age: Annotated[
        int | None, Field(description="The age in whole years; null without a date of birth.", examples=[46])
    ]
    name: Annotated[
        str | None,
        Field(description="The name; null without a policy.", examples=["Anna Lund"]),
    ]
    email: Annotated[
        str | None,
        Field(description="The e-mail address; null when we have none.", examples=["anna@example.org"]),
    ]
    phone: Annotated[
        str | None,
        Field(description="The phone number; null when we have none.", examples=["+45 20 30 40 50"]),
    ]


class OwnPolicyAnswer(TypedDict):
    """A policy that insures the person, as it is today."""

    policyId: PolicyIdField
    payer: PayerSlug
    number: PolicyNumber
    product: ProductShown
    policyholder: Annotated[PolicyholderAnswer, Field(description="Who holds it.")]
    modules: ModulesShown
    annualSum: AnnualSum
    enrolledOn: Annotated[DayShown, Field(description="The first day of the person's enrolment.")]
    leftOn: Annotated[
        DayShown | None, Field(description="The last day of insurance; null while no end is known.")
    ]
    relation: Annotated[Relation, Field(description="Why the person is insured.")]
    scheme: Annotated[
        Scheme, Field(description="Whether the company pays for everyone, or the person joined voluntarily.")
    ]


PlaceInFamily = Literal["guardian", "proposed", "rejected"]


class FamilyMemberAnswer(TypedDict):
    """A spouse or child who is insured with the person, or a guardian of the person."""

    personId: PersonIdField
    name: Annotated[
        str | None,
        Field(
            description="The name; null of a child whose guardian the person is not, by underwriting, and "
            "of a guardian whom no enrolment names.",
            examples=["Emil Lund"],
        ),
    ]
    age: Annotated[
        int | None,
        Field(
            description="The age in whole years; null where the name is, and of a guardian.", examples=[12]
        ),
    ]
    access: Annotated[
        Access,
        Field(
            description="What the person may see. `full`: everything, as of a child under 15. `mandate`: "
            "only the cases with a mandate. `none`: nothing."
        ),
    ]
    place: Annotated[
        PlaceInFamily | None,
        Field(
            description="For a child under 15, what the person is: a confirmed `guardian`; `proposed` by an "
            "enrolment that waits to be confirmed; `rejected` by underwriting, with the reason in "
            "`GET /v1/families/{personId}`. Null for anyone else."
        ),
    ]
    decidesForYou: NotRequired[
        Annotated[
            bool,
            Field(
                description="True of a confirmed guardian, who decides for the person until the 15th "
                "birthday; absent for anyone else.",
                examples=[True],
            ),
        ]
    ]


class HeldMandateAnswer(TypedDict):
    """A mandate that another person gave, for one case."""

    mandateId: MandateIdField
    claimId: ClaimIdField
    personId: Annotated[PersonIdField, Field(description="The id of the person who gave it.")]
    powers: Annotated[
        list[Power],
        Field(
            description="`contact`: to read the case and ask about it. `act`: also to upload, book and ask "
            "for more.",
            examples=[["contact"]],
        ),
    ]


class MeAnswer(TypedDict):
    """The person who is logged in, with policies, family and mandates."""

    person: Annotated[OwnDataAnswer, Field(description="The person.")]
    policies: Annotated[list[OwnPolicyAnswer], Field(description="The person's policies.")]
    family: Annotated[list[FamilyMemberAnswer], Field(description="The person's insured family.")]
    mandates: Annotated[list[HeldMandateAnswer], Field(description="The mandates that the person holds.")]
