"""The payer that the journeys about facts share: its policy has every module, each case its own member."""

from __future__ import annotations

import pytest

from local.journey import insurance
from local.journey.people import StackAddresses, Users
from local.journey.steps import Journey
from local.stack.stack import Stack
from tests.journeys.bills_and_borders.insurer import Insurer

RATE = {"transportRatePerKm": "2.23"}
"""R-1108: what the payer pays for a kilometre, in DKK."""


@pytest.fixture(scope="package")
def insurer(running_stack: Stack) -> Insurer:
    users = Users(StackAddresses.of(running_stack.addresses))
    return Insurer(users, insurance.open_payer(Journey(lambda _: None), users, RATE), "DKK")
