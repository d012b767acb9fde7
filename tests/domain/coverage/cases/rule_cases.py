"""All cases of all rules."""

from __future__ import annotations

from tests.domain.coverage.cases import (
    cases_of_claim_handling,
    cases_of_crisis,
    cases_of_exclusions,
    cases_of_extended_help,
    cases_of_health,
    cases_of_misuse,
    cases_of_month_ends,
    cases_of_onset,
    cases_of_other_insurance,
    cases_of_psychologist,
    cases_of_the_contract,
    cases_of_treatments,
)
from tests.domain.coverage.cases.rule_case import RuleCase

CASES: list[RuleCase] = [
    *cases_of_the_contract.CASES,
    *cases_of_exclusions.CASES,
    *cases_of_onset.CASES,
    *cases_of_health.CASES,
    *cases_of_psychologist.CASES,
    *cases_of_crisis.CASES,
    *cases_of_misuse.CASES,
    *cases_of_treatments.CASES,
    *cases_of_extended_help.CASES,
    *cases_of_claim_handling.CASES,
    *cases_of_other_insurance.CASES,
    *cases_of_month_ends.CASES,
]
