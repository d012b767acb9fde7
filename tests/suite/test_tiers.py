from __future__ import annotations

import pytest

from tests.suite import tiers
from tests.suite.workers.one_stack import JOURNEYS


@pytest.mark.usefixtures("aws_clients")
def test_a_test_that_reaches_moto_through_another_fixture_is_of_that_tier(
    request: pytest.FixtureRequest,
) -> None:
    assert tiers.tier_of(request.node) == "moto"


def test_a_test_that_uses_no_server_is_a_unit_test(request: pytest.FixtureRequest) -> None:
    assert tiers.tier_of(request.node) == "unit"


def test_every_test_of_the_running_stack_is_a_journey(request: pytest.FixtureRequest) -> None:
    """One worker runs that folder, so that the stack is started once."""
    of_stack = [item.nodeid for item in request.session.items if tiers.tier_of(item) == "stack"]
    assert [nodeid for nodeid in of_stack if not nodeid.startswith(JOURNEYS)] == []
