"""Currencies: the amounts of a question are in the currency of the policy that answers it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from helsebro.coverage.question.question import Question
from helsebro.errors import Fault


def amounts_in_another_currency(asked: Question, currencies: Collection[str]) -> Iterator[Fault]:
    """Yields a fault for each amount in a currency in which no policy pays; none without policies."""
    treatment, evidence = asked.treatment, asked.evidence
    theirs = "otherInsurerPays" if evidence.other_insurer_name is None else "otherInsurer/sum"
    amounts = {
        "/treatment/cost": treatment.cost,
        "/treatment/supplement": treatment.supplement,
        "/evidence/subsidy": evidence.subsidy,
        f"/evidence/{theirs}": evidence.other_insurer_pays,
        "/evidence/actualCost": evidence.actual_cost,
        "/evidence/agreedTariff": evidence.agreed_tariff,
        "/evidence/ratePerKm": evidence.rate_per_km,
        **{f"/history/{place}/cost": row.cost for place, row in enumerate(asked.history)},
    }
    for pointer, amount in amounts.items():
        if amount and currencies and amount.currency not in currencies:
            yield Fault(f"{pointer}/currency", "another-currency", ", ".join(sorted(currencies)))
