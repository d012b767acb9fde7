"""A cover as JSON: a stored decision keeps the policy as it was, and ``read`` returns the same cover."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.cover_rates import CoverRate
from helsebro.coverage.question.former import Former
from helsebro.money import Money

Parsed = TypeVar("Parsed")


def write(cover: Cover) -> dict[str, object]:
    """Returns the cover as JSON values; unknown fields are left out."""
    fields: dict[str, object] = {
        "policyId": cover.policy_id,
        "policyNumber": cover.policy_number,
        "policyholder": cover.policyholder,
        "product": cover.product,
        "effectiveFrom": cover.effective_from.isoformat(),
        "policyYearStart": cover.policy_year_start,
        "modules": sorted(cover.modules),
        "annualSum": cover.annual_sum.as_json(),
        "parameters": dict(cover.parameters),
        "sumIndex": [{"from": day.isoformat(), "percent": str(percent)} for day, percent in cover.sum_index],
        "enrolledOn": cover.enrolled_on.isoformat(),
        "country": cover.country,
        "publicHealthInsurance": cover.public_health_insurance,
        "seniorityFrom": cover.seniority_from and cover.seniority_from.isoformat(),
        "former": cover.former and _written_former(cover.former),
        "relation": cover.relation,
        "scheme": cover.scheme,
        "bornOn": cover.born_on and cover.born_on.isoformat(),
        "leftOn": cover.left_on and cover.left_on.isoformat(),
        "suspended": [
            {"from": first.isoformat(), "paidOn": paid and paid.isoformat()}
            for first, paid in cover.suspended
        ],
        "rates": [_written_rate(rate) for rate in cover.rates],
        "otherProduct": cover.other_product,
        "otherSum": cover.other_sum and cover.other_sum.as_json(),
    }
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def read(shape: Mapping[str, Any]) -> Cover:
    """Returns the cover that ``write`` wrote. Raises ``KeyError`` or ``ValueError`` for anything else."""
    return Cover(
        policy_id=shape.get("policyId", ""),
        policy_number=shape["policyNumber"],
        policyholder=shape.get("policyholder", ""),
        product=shape["product"],
        effective_from=date.fromisoformat(shape["effectiveFrom"]),
        policy_year_start=shape["policyYearStart"],
        modules=frozenset(shape.get("modules", ())),
        annual_sum=Money.from_json(shape["annualSum"]),
        parameters=dict(shape.get("parameters", {})),
        sum_index=tuple(
            (date.fromisoformat(step["from"]), Decimal(step["percent"])) for step in shape.get("sumIndex", ())
        ),
        enrolled_on=date.fromisoformat(shape["enrolledOn"]),
        country=shape["country"],
        public_health_insurance=shape["publicHealthInsurance"],
        seniority_from=_known(shape.get("seniorityFrom"), date.fromisoformat),
        former=_known(shape.get("former"), _read_former),
        relation=shape["relation"],
        scheme=shape["scheme"],
        born_on=_known(shape.get("bornOn"), date.fromisoformat),
        left_on=_known(shape.get("leftOn"), date.fromisoformat),
        suspended=tuple(
            (date.fromisoformat(period["from"]), _known(period.get("paidOn"), date.fromisoformat))
            for period in shape.get("suspended", ())
        ),
        rates=tuple(_read_rate(rate) for rate in shape.get("rates", ())),
        other_product=shape.get("otherProduct"),
        other_sum=_known(shape.get("otherSum"), Money.from_json),
    )


def _written_former(former: Former) -> dict[str, str]:
    return {
        "product": former.product,
        "beganOn": former.began_on.isoformat(),
        "endedOn": former.ended_on.isoformat(),
    }


def _read_former(shape: Mapping[str, str]) -> Former:
    days = (date.fromisoformat(shape[name]) for name in ("beganOn", "endedOn"))
    return Former(shape["product"], *days)


def _written_rate(rate: CoverRate) -> dict[str, object]:
    named = {"treatment": rate.treatment, "service": rate.service, "amount": rate.amount.as_json()}
    return {**named, **rate.as_json()}


def _read_rate(shape: Mapping[str, Any]) -> CoverRate:
    amount, begins = Money.from_json(shape["amount"]), date.fromisoformat(shape["from"])
    named = shape["treatment"], shape["service"]
    return CoverRate(*named, amount, begins, shape["source"], shape["version"])


def _known(value: Any, how: Callable[[Any], Parsed]) -> Parsed | None:
    return None if value is None else how(value)
