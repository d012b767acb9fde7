"""Company number: CVR in Denmark, organisation number in Norway, each with its check digit."""

from __future__ import annotations

from helsebro.payer import Country
from helsebro.payments import check_digits


def is_company_number(country: Country, number: str) -> bool:
    """Whether the digits are a company number of the country."""
    checks = {"DK": check_digits.cvr, "NO": check_digits.norwegian_organisation}
    return checks[country](number)
