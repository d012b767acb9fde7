"""Anna, insured at Tryg, for every test of her claims' facts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.policies import insured_of, payer_of, policy_of


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))
