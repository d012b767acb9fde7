"""The shapes of insured persons (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StrictBool

from helsebro.coverage.question.former import Former, FormerProduct
from helsebro.errors import Fault
from helsebro.identity import national_number
from helsebro.ids import PersonId
from helsebro.policies import insured
from helsebro.policies.insured import Insured, Relation, Scheme
from helsebro.policies.policy import Policy
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.country_code import CountryCode
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.national_number import Numbered, numbers_in
from helsebro_aws.http.fields.visible_text import MailboxText, PhoneText, VisibleText
from helsebro_aws.platform.settings import settings


class FormerInsuranceShape(Body):
    """The insurance that a person had before."""

    product: Annotated[FormerProduct, Field(description="What kind of insurance it was.")]
    began_on: Annotated[Day, Field(description="Its first day.")]
    ended_on: Annotated[Day, Field(description="The day on which it ended.")]


class EnrolmentShape(Numbered):
    """A person to enrol in the policy, by exactly one of `cpr` and `fnr`."""

    name: Annotated[
        VisibleText,
        Field(repr=False, description="The person's name.", examples=["Anna Lund"]),
    ]
    enrolled_on: Annotated[Day, Field(description="The first day of the enrolment.")]
    country: Annotated[
        CountryCode,
        Field(
            description="The country of the registered address, in two letters.",
            examples=["DK"],
        ),
    ]
    public_health_insurance: Annotated[
        StrictBool, Field(description="Whether the person has the public health insurance of the country.")
    ]
    relation: Annotated[
        Relation, Field(description="An employee, or the spouse or child of the main insured person.")
    ]
    scheme: Annotated[
        Scheme, Field(description="Whether the company pays for everyone, or the person joined voluntarily.")
    ]
    seniority_from: Annotated[
        Day | None,
        Field(description="The agreed day from which waiting periods count. Not with `former`."),
    ] = None
    former: Annotated[
        FormerInsuranceShape | None,
        Field(description="The insurance before this one, which may shorten waiting periods."),
    ] = None
    main_insured_person_id: Annotated[
        Annotated[PersonId, Field(pattern=r"^per_[a-z2-7]{24}$")] | None,
        Field(
            description="The employee whose family the person belongs to. A child needs one.",
            examples=["per_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ] = None
    email: Annotated[
        MailboxText | None,
        Field(repr=False, description="The person's e-mail address.", examples=["anna@example.org"]),
    ] = None
    phone: Annotated[
        PhoneText | None,
        Field(repr=False, description="The person's phone number.", examples=["+45 20 30 40 50"]),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults by the domain's rules about several fields."""
        given = numbers_in(sent)
        faults = insured.family_faults(sent.get("relation"), sent.get("mainInsuredPersonId"))
        if not given:
            faults.append(Fault("/cpr", "national-number-missing", ""))
        if len(given) > 1:
            faults.append(Fault("/fnr", "national-number-twice", ""))
        return faults

    @property
    def national_number(self) -> tuple[str, str]:
        """The number's country and digits; a body without a number was rejected."""
        assert self.number
        return self.number

    def insured(self, person_id: PersonId, policy: Policy) -> Insured:
        """Returns the person's place in the policy. Raises ``BadInput`` when the domain rejects it."""
        return Insured(
            payer=policy.payer,
            person_id=person_id,
            policy_id=policy.policy_id,
            policy_number=policy.number,
            product=policy.product,
            born_on=national_number.born_on(*self.national_number, test_people=settings.takes_test_people),
            former=Former(**self.former.model_dump()) if self.former else None,
            **self.model_dump(exclude={"cpr", "fnr", "former"}),
        )


class LeavingShape(Body):
    """The end of an enrolment."""

    left_on: Annotated[Day, Field(description="The last day of insurance.")]
