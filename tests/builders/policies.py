"""Payers, policies and insured persons, created through the handlers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from helsebro.ids import PersonId, PolicyId
from helsebro.local_day import local_day
from local.journey.payer_numbers import gln_of
from tests.builders.calls import Answered, ask, event, staff


def cpr_of_age(years: int, *, birthday_in_days: int = 0) -> str:
    """Returns the CPR number of a person who turns ``years`` today, or in ``birthday_in_days`` days."""
    birthday = local_day(datetime.now(UTC)) + timedelta(days=birthday_in_days)
    if (birthday.month, birthday.day) == (2, 29):
        # Few years have that day: the birthday is the day after while it is to come, else the day before.
        birthday += timedelta(days=1 if birthday_in_days > 0 else -1)
    born = birthday.replace(year=birthday.year - years)
    return f"{born:%d%m%y}{4321 if born.year >= 2000 else 1234}"


ANNA, BO, CARL = "0101801234", "0202821234", cpr_of_age(10)
"""CPR numbers of a parent, a spouse and a child of ten; none belongs to a real person."""

DANISH_GLN = "5790000000005"
EMPLOYER_CVR = "12345674"
NORWEGIAN_AMOUNTS = {
    "R-771": "22500.00",
    "R-7152": "150000.00",
    "R-7161": "22500.00",
    "R-7171": "22500.00",
    "R-843": "450.00",
    "R-934": "1200.00",
    "R-1003": "150000.00",
    "R-1104": "75000.00",
    "R-1105": "75000.00",
}
"""A Norwegian payer's own amounts for the rules of SF1706 that print one in Danish kroner."""


def payer_of(slug: str = "tryg", country: str = "DK", **contact: Any) -> str:
    """Registers a payer, with these changes of its contact, and returns its slug."""
    from functions.policies.payers.handler import handler

    body = {
        "name": slug.title(),
        "kind": "insurer",
        "gln": DANISH_GLN if slug == "tryg" else gln_of(slug),
        "country": country,
        "currency": "NOK" if country == "NO" else "DKK",
        "contact": {"email": "sundhed@example.org", "phone": "70 11 20 20", "hours": "8-16", **contact},
    }
    answer = ask(handler, event("PUT", f"/v1/payers/{slug}", by=staff("platform", payer=None), body=body))
    assert answer.status in (200, 201)
    return slug


def policy_body(product: str = "SF1706", **changes: Any) -> dict[str, Any]:
    """Returns the body of a policy that has every module of its product."""
    modules = ["health", "physical", "psychology", "misuse"]
    return {
        "number": f"P-{product}",
        "product": product,
        "policyholder": {"name": "Havn A/S", "cvr": EMPLOYER_CVR},
        "effectiveFrom": "2020-01-01",
        "policyYearStart": "01-01",
        "modules": modules if product == "SA1706" else [*modules, "extended"],
        "annualSum": {"amount": "500000.00", "currency": "DKK"},
        "parameters": {},
        **changes,
    }


def policy_of(payer: str = "tryg", product: str = "SF1706", **changes: Any) -> PolicyId:
    """Creates a policy of the payer and returns its id."""
    from functions.policies.policies.handler import handler

    body = policy_body(product, **changes)
    answer = ask(handler, event("POST", "/v1/policies", by=staff("underwriting", payer=payer), body=body))
    assert answer.status == 201, answer.body
    return PolicyId(answer.body["policyId"])


def enrolment_body(cpr: str | None = ANNA, **changes: Any) -> dict[str, Any]:
    """Returns the body of an employee's enrolment."""
    number = {"cpr": cpr} if cpr else {}
    return {
        **number,
        "name": "Anna Holm",
        "enrolledOn": "2020-01-01",
        "country": "DK",
        "publicHealthInsurance": True,
        "relation": "employee",
        "scheme": "company",
        **changes,
    }


def enrol(policy_id: str, by: dict[str, Any] | None = None, key: str = "", **changes: Any) -> Answered:
    """Returns the answer to an enrolment in the policy, by underwriting by default."""
    from functions.policies.policies.handler import handler

    by = by or staff("underwriting", payer="tryg")
    path = f"/v1/policies/{policy_id}/insured"
    return ask(handler, event("POST", path, by=by, body=enrolment_body(**changes), key=key))


def insured_of(policy_id: str, **changes: Any) -> PersonId:
    """Enrols a person in the policy and returns the person's id."""
    answer = enrol(policy_id, **changes)
    assert answer.status in (200, 201), answer.body
    return PersonId(answer.body["personId"])


def leave(policy_id: str, person_id: str, left_on: str) -> None:
    """Reports the person's last day under the policy."""
    from functions.policies.policies.handler import handler

    path = f"/v1/policies/{policy_id}/insured/{person_id}"
    by = staff("underwriting", payer="tryg")
    assert ask(handler, event("DELETE", path, by=by, body={"leftOn": left_on})).status == 200
