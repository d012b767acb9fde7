"""One browser for all tests of pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.pages.browser import started


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with started() as chromium:
        yield chromium
