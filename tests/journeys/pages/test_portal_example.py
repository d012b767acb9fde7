"""The example of the guide for portals, in a browser: a login, a claim, an upload and a download."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from local.stack.stack import Stack
from tests.journeys.pages import portal
from tests.journeys.pages.browser import WAIT, WatchedPage, desk, origin


def test_the_example_logs_in_reports_a_claim_uploads_and_reads_a_referral(
    running_stack: Stack, browser: Browser
) -> None:
    asked = [running_stack.addresses[name] for name in ("apiUrl", "memberIssuer", "awsEndpoint")]
    with desk(browser) as context:
        watched = WatchedPage.of(context, portal.ORIGIN, *map(origin, asked))
        watched.page.goto(portal.ORIGIN)
        watched.page.fill('input[name="sub"]', "anna")
        watched.page.press('input[name="sub"]', "Enter")
        shown = watched.page.locator("pre")
        expect(shown).to_contain_text("accepted", timeout=WAIT)
        expect(shown).to_contain_text("image/png", timeout=WAIT)
        watched.must_be_clean()
