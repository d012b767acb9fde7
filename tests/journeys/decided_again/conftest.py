"""The payer that the journeys about denials share; each case has its own member."""

from __future__ import annotations

import pytest

from local.journey import insurance
from local.journey.people import StackAddresses, Users
from local.journey.steps import Journey
from local.stack.stack import Stack
from tests.journeys.bills_and_borders.insurer import Insurer


@pytest.fixture(scope="package")
def insurer(running_stack: Stack) -> Insurer:
    users = Users(StackAddresses.of(running_stack.addresses))
    return Insurer(users, insurance.open_payer(Journey(lambda _: None), users), "DKK")
