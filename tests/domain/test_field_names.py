from __future__ import annotations

from dataclasses import fields

import pytest

from helsebro.coverage.question.question import Condition, Evidence, Treatment
from helsebro.field_names import camel, snake

OURS = [field.name for kind in (Condition, Evidence, Treatment) for field in fields(kind)]


@pytest.mark.parametrize("ours, sent", [("claim_id", "claimId"), ("rate_per_km", "ratePerKm"), ("on", "on")])
def test_a_field_has_one_name_in_the_contract(ours: str, sent: str) -> None:
    assert (camel(ours), snake(sent)) == (sent, ours)


def test_every_field_of_a_question_comes_back_from_its_name_in_the_contract() -> None:
    assert [snake(camel(name)) for name in OURS] == OURS
