"""The shapes of policies and their premium (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.coverage.product_head import known_products
from helsebro.errors import Fault
from helsebro.ids import PolicyId
from helsebro.policies import policy
from helsebro.policies.policy import Module, Policy, Policyholder
from helsebro.policies.premium import Reminder
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.money import MoneyShape


class PolicyholderShape(Body):
    """Who holds the policy; ``cvr`` is 8 digits in Denmark, 9 in Norway."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    cvr: Annotated[str, Field(pattern=r"^[0-9]{8,9}$")]


class NewPolicyShape(Body):
    """The body of ``POST /v1/policies``."""

    number: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")]
    product: Annotated[str, Field(max_length=40, json_schema_extra={"enum": [*known_products()]})]
    policyholder: PolicyholderShape
    effective_from: Day
    policy_year_start: str
    modules: Annotated[list[Module], Field(min_length=1, max_length=20)]
    annual_sum: MoneyShape
    parameters: Annotated[dict[str, Any], Field(default_factory=dict, max_length=50)]
    premium_due: Annotated[list[str], Field(default_factory=list, max_length=12)]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults by the domain's rules about several fields."""
        year_start, modules, parameters, due = (
            sent.get(name) for name in ("policyYearStart", "modules", "parameters", "premiumDue")
        )
        return [
            *(policy.product_faults(sent["product"]) if isinstance(sent.get("product"), str) else []),
            *(policy.due_faults(due) if isinstance(due, list) else []),
            *(policy.month_day_faults(year_start) if isinstance(year_start, str) else []),
            *(policy.module_faults(sent.get("product"), modules) if isinstance(modules, list) else []),
            *(policy.parameter_faults(parameters) if isinstance(parameters, dict) else []),
        ]

    def policy(self, policy_id: PolicyId, payer: str) -> Policy:
        """Returns the policy that the body describes."""
        return Policy(
            policy_id=policy_id,
            payer=payer,
            number=self.number,
            product=self.product,
            policyholder=Policyholder(**self.policyholder.model_dump()),
            effective_from=self.effective_from,
            policy_year_start=self.policy_year_start,
            modules=frozenset(self.modules),
            annual_sum=self.annual_sum.money(),
            parameters=self.parameters,
            premium_due=tuple(self.premium_due),
        )


class PremiumReminderShape(Body):
    """The body of ``POST /v1/policies/{policyId}/reminders``; ``dueOn`` is the last day to pay in time."""

    sent_on: Day
    due_on: Day | None = None

    def reminder(self) -> Reminder:
        """Returns the reminder that the body describes."""
        return Reminder(self.sent_on, self.due_on)


class PremiumPaymentShape(Body):
    """The body of ``POST /v1/policies/{policyId}/payments``."""

    paid_on: Day
