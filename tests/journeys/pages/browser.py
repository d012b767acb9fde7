"""A headless browser, and what it notes about a page: what the console says, and what is asked of whom."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--no-sandbox", "--disable-background-networking")
WAIT = 180_000
"""Milliseconds after which a page that does not show what it should fails a test, also on a busy machine."""

DROPPED = "net::ERR_ABORTED"

Scheme = Literal["light", "dark"]


class NoBrowser(Exception):
    """The checks of a change need a browser, and this machine has none."""


@contextmanager
def started(*more: str) -> Iterator[Browser]:
    """Yields Chromium, with more options than ours.

    Without Chromium the test is skipped on a person's machine and fails in CI.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        if os.environ.get("CI") == "true":
            raise NoBrowser("Install Chromium: apt-get install chromium")
        pytest.skip("The tests of the pages need Chromium on the path: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=(*OPTIONS, *more))
        yield browser
        browser.close()


@dataclass(frozen=True)
class WatchedPage:
    """An open page with its faults: messages of the console, errors of scripts, requests that failed.

    ``elsewhere`` holds the requests to other origins than the allowed ones.
    """

    page: Page
    origins: frozenset[str]
    faults: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, context: BrowserContext, *origins: str) -> WatchedPage:
        """Returns a new page that may ask only these origins."""
        page = context.new_page()
        page.set_default_timeout(WAIT)
        watched = cls(page, frozenset(origins))
        page.on("console", lambda message: watched.faults.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: watched.faults.append(str(error)))
        page.on("requestfailed", lambda request: watched.note_failed(request))
        page.on("request", lambda request: watched.note(request.url))
        return watched

    def note(self, url: str) -> None:
        """Notes a request to another origin; ``data:`` and ``blob:`` ask no one."""
        if urlsplit(url).scheme in ("http", "https") and origin(url) not in self.origins:
            self.elsewhere.append(url)

    def note_failed(self, request: Request) -> None:
        """Notes a request that failed, unless the browser dropped it because the page was left."""
        if request.failure != DROPPED:
            self.faults.append(f"{request.failure}: {request.url}")

    def must_be_clean(self) -> None:
        """Fails when the console is not empty, or when another origin was asked."""
        assert self.faults + self.elsewhere == []


def origin(url: str) -> str:
    """Returns the origin of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def phone(browser: Browser, scheme: Scheme = "dark") -> BrowserContext:
    """Returns a context as wide as a phone."""
    return browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme, locale="da-DK")


def desk(browser: Browser, scheme: Scheme = "light", language: str = "en-GB") -> BrowserContext:
    """Returns a context as wide as a screen on a desk."""
    return browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme, locale=language)
