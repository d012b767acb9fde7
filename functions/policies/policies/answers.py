"""What the routes of policies answer, beside the policy itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.coverage.product_shown import ProductShown
from helsebro_aws.http.fields.ids import PersonIdField, PolicyIdField
from helsebro_aws.http.fields.shown import DayShown, Version
from helsebro_aws.policies.policy_answer import PolicyNumber, PremiumAnswer


class CreatedPolicyAnswer(TypedDict):
    """A policy that was just created."""

    policyId: PolicyIdField
    number: PolicyNumber
    product: ProductShown


class ChangedPremiumAnswer(TypedDict):
    """The premium of a policy after a reminder or a payment."""

    policyId: PolicyIdField
    premium: Annotated[PremiumAnswer, Field(description="The premium, as it is today.")]
    version: Version


class EnrolledPersonAnswer(TypedDict):
    """A person who is enrolled in a policy. The same person always has the same id."""

    personId: PersonIdField
    policyId: PolicyIdField


class LeftPolicyAnswer(TypedDict):
    """A person who leaves a policy."""

    personId: PersonIdField
    policyId: PolicyIdField
    leftOn: Annotated[DayShown, Field(description="The last day of insurance.")]
