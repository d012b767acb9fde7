"""One browser for all tests of pages; it finds the example of a portal at the origin that the API allows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from local.stack.stack import Stack
from tests.journeys.pages import portal
from tests.journeys.pages.browser import started


@pytest.fixture(scope="package")
def browser(running_stack: Stack) -> Iterator[Browser]:
    with (
        portal.served(running_stack) as address,
        # The port of the origin may be in use by a portal that a person works on.
        started(f"--host-resolver-rules=MAP {portal.HOST} {address}") as chromium,
    ):
        yield chromium
