"""The shapes of policies and their premium (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.coverage.product_head import known_products
from helsebro.coverage.question.vocabulary import CURRENCIES
from helsebro.errors import Fault
from helsebro.ids import PolicyId
from helsebro.money import Currency
from helsebro.policies import policy
from helsebro.policies.policy import Module, Policy, Policyholder
from helsebro.policies.premium import Reminder
from helsebro.policies.printed_amounts import PRINTED_IN, amount_faults
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.money import MoneyShape
from helsebro_aws.http.fields.short_text import Readable
from helsebro_aws.http.fields.visible_text import VisibleText
from helsebro_aws.policies.policy_parameters import PolicyParameters

PolicyholderName = Annotated[VisibleText, Field(description="Its name.", examples=["Nordvind A/S"])]
PolicyholderNumber = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{8,9}$",
        description="Its company number: 8 digits in Denmark, 9 in Norway.",
        examples=["12345674"],
    ),
]


class PolicyholderShape(Body):
    """The employer or association that holds the policy."""

    name: PolicyholderName
    cvr: PolicyholderNumber


class NewPolicyShape(Body):
    """A policy to create."""

    number: Annotated[
        str,
        Field(
            min_length=1,
            max_length=100,
            pattern=r"^[^\x00-\x1f\x7f]*$",
            description="Its number, which only one policy of the payer has.",
            examples=["TRYG-2026-1"],
        ),
        Readable,
    ]
    product: Annotated[
        str,
        Field(
            max_length=40,
            json_schema_extra={"enum": [*known_products()]},
            description="The terms of the policy.",
        ),
    ]
    policyholder: Annotated[PolicyholderShape, Field(description="Who holds it.")]
    effective_from: Annotated[Day, Field(description="Its first day.")]
    policy_year_start: Annotated[
        str,
        Field(
            description="The first day of the policy year, `MM-DD`. The term renews on it.",
            examples=["01-01"],
        ),
    ]
    modules: Annotated[
        list[Module],
        Field(
            min_length=1,
            max_length=20,
            description="What it covers. Only some terms have `extended`.",
            examples=[["health", "physical"]],
        ),
    ]
    annual_sum: Annotated[
        MoneyShape,
        Field(description="The most that is paid per person and policy year, in the payer's currency."),
    ]
    parameters: Annotated[PolicyParameters, Field(default_factory=dict)]
    premium_due: Annotated[
        list[str],
        Field(
            default_factory=list,
            max_length=12,
            description="The days of the year on which the premium is also due, `MM-DD`.",
            examples=[["07-01"]],
        ),
    ]

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
            *(_parameter_faults(sent.get("product"), parameters) if isinstance(parameters, dict) else []),
        ]

    @classmethod
    def not_in(cls, currency: Currency, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of its sum, and of the amounts of its terms, in the payer's currency."""
        annual, product, parameters = (sent.get(name) for name in ("annualSum", "product", "parameters"))
        named = annual.get("currency") if isinstance(annual, dict) else None
        faults = amount_faults(str(product), parameters if isinstance(parameters, dict) else {}, currency)
        if named in {*CURRENCIES} - {currency}:
            return [Fault("/annualSum/currency", "currency-not-the-payers", ""), *faults]
        return faults

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


def _parameter_faults(product: object, parameters: dict[str, Any]) -> list[Fault]:
    """Returns the faults of the parameters but for amounts that the payer's currency needs."""
    return [*policy.new_parameter_faults(parameters), *amount_faults(str(product), parameters, PRINTED_IN)]


class PremiumReminderShape(Body):
    """A reminder of an unpaid premium."""

    sent_on: Annotated[
        Day,
        Field(
            description="When it was sent. One of today is sent to the policyholder now; one of an earlier "
            "day was sent by the payer itself."
        ),
    ]
    due_on: Annotated[
        Day | None, Field(description="The last day to pay in time, before the reminder was sent.")
    ] = None

    def reminder(self) -> Reminder:
        """Returns the reminder that the body describes."""
        return Reminder(self.sent_on, self.due_on)


class PremiumPaymentShape(Body):
    """A payment of the premium. It settles every reminder that was sent by then."""

    paid_on: Annotated[Day, Field(description="When it was paid: today or earlier.")]
