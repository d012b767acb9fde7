"""The Danish payer that the journeys about bills share; each has a member of its own."""

from __future__ import annotations

import pytest

from local.journey.people import StackAddresses
from local.stack.stack import Stack
from tests.journeys.bills_and_borders.insurer import Insurer


@pytest.fixture(scope="package")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


@pytest.fixture(scope="package")
def insurer(stack: StackAddresses) -> Insurer:
    return Insurer.danish(stack)
