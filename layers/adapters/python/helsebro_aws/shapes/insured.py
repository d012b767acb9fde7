"""The shapes of insured persons (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StrictBool, field_validator
from pydantic_core import PydanticCustomError

from helsebro import insured, national_number
from helsebro.errors import BadInput, Fault
from helsebro.former import Former, FormerProduct
from helsebro.insured import Insured, Relation, Scheme
from helsebro.policy import Policy
from helsebro_aws.http.bodies import Body
from helsebro_aws.shapes.day import Day

NUMBERS = {"cpr": "DK", "fnr": "NO"}


class FormerShape(Body):
    """The insurance a person came from; it ceased on ``endedOn``."""

    product: FormerProduct
    began_on: Day
    ended_on: Day


class EnrolmentShape(Body):
    """The body of ``POST /v1/policies/{policyId}/insured``: exactly one of ``cpr`` and ``fnr``."""

    cpr: Annotated[str | None, Field(repr=False)] = None
    fnr: Annotated[str | None, Field(repr=False)] = None
    name: Annotated[str, Field(min_length=1, max_length=200, repr=False)]
    enrolled_on: Day
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    public_health_insurance: StrictBool
    relation: Relation
    scheme: Scheme
    seniority_from: Day | None = None
    former: FormerShape | None = None
    main_insured_person_id: Annotated[str, Field(pattern=r"^per_[a-z2-7]{24}$")] | None = None
    email: Annotated[str | None, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254, repr=False)] = None
    phone: Annotated[str | None, Field(min_length=3, max_length=40, repr=False)] = None

    @field_validator(*NUMBERS)
    @classmethod
    def _begins_with_a_date(cls, number: str | None, info: Any) -> str | None:
        if number is None:
            return None
        try:
            return national_number.normal(NUMBERS[info.field_name], number)
        except BadInput:
            raise PydanticCustomError("national-number-malformed", "The number is not well-formed.") from None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """The domain's own rules about what was sent."""
        given = [name for name in NUMBERS if sent.get(name) is not None]
        faults = insured.family_faults(sent.get("relation"), sent.get("mainInsuredPersonId"))
        if not given:
            faults.append(Fault("/cpr", "national-number-missing", ""))
        if len(given) > 1:
            faults.append(Fault("/fnr", "national-number-twice", ""))
        return faults

    @property
    def number(self) -> tuple[str, str]:
        """The country that issued the number, and its digits."""
        return ("NO", self.fnr) if self.fnr else ("DK", self.cpr or "")

    def insured(self, person_id: str, policy: Policy) -> Insured:
        """The person's place in the policy. Raises ``BadInput``."""
        return Insured(
            payer=policy.payer,
            person_id=person_id,
            policy_id=policy.policy_id,
            policy_number=policy.number,
            product=policy.product,
            born_on=national_number.born_on(*self.number),
            former=Former(**self.former.model_dump()) if self.former else None,
            **self.model_dump(exclude={"cpr", "fnr", "former"}),
        )


class LeavingShape(Body):
    """The body of ``DELETE /v1/policies/{policyId}/insured/{personId}``."""

    left_on: Day
