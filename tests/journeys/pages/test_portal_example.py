"""The example of the guide for portals, in a browser: a login, a claim, an upload and a download."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Browser, Route, expect

from local.stack.stack import Stack
from tests.builders.guides import blocks
from tests.journeys.pages.browser import WAIT, WatchedPage, desk, origin

PORTAL = "http://localhost:5173"


def example(stack: Stack) -> str:
    """Returns the page of the guide with the addresses of this stack."""
    [html] = blocks("portals.md", "html")
    for name in ("apiUrl", "memberIssuer", "memberClientId"):
        html, count = re.subn(rf'\b{name} = "[^"]*"', f"{name} = {json.dumps(stack.addresses[name])}", html)
        assert count == 1, name
    return html


def test_the_example_logs_in_reports_a_claim_uploads_and_reads_a_referral(
    running_stack: Stack, browser: Browser
) -> None:
    html = example(running_stack)

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    asked = [running_stack.addresses[name] for name in ("apiUrl", "memberIssuer", "awsEndpoint")]
    with desk(browser) as context:
        # The page comes from this test, not from loopback, so the browser asks before it may call loopback.
        context.grant_permissions(["local-network-access"])
        watched = WatchedPage.of(context, PORTAL, *map(origin, asked))
        watched.page.route(f"{PORTAL}/**", answer)
        watched.page.goto(f"{PORTAL}/")
        watched.page.fill('input[name="sub"]', "anna")
        watched.page.press('input[name="sub"]', "Enter")
        shown = watched.page.locator("pre")
        expect(shown).to_contain_text("accepted", timeout=WAIT)
        expect(shown).to_contain_text("Referral", timeout=WAIT)
        watched.must_be_clean()
