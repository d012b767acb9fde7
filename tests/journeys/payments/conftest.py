"""A held session of a new member for each journey of an invoice."""

from __future__ import annotations

import pytest

from local.journey.people import StackAddresses
from local.journey.steps import Journey
from local.stack.stack import Stack
from tests.journeys.invoices.invoiced_case import InvoicedCase


@pytest.fixture(scope="package")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


@pytest.fixture
def case(stack: StackAddresses) -> InvoicedCase:
    return InvoicedCase.held(stack, Journey(lambda _: None))
