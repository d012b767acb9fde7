"""Calls of finance about payment files: one is released and sent, and another is called off."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from local.bank.received_file import received
from local.bank.small_bank import status_report
from local.demo.http_client import client
from local.demo.people import DANISH_PAYER
from local.journey.payment import PAY_FROM, REPORTS, people
from local.journey.people import User, Users
from local.journey.steps import until
from local.stripe.small_stripe import event_of, signed

FILES = "/v1/payment-files"


def of_stripe(users: Users) -> httpx.Response:
    """Returns the answer to an event of Stripe's about a payout of a therapist's own."""
    body = event_of("payout.paid", {"id": "po_1MTfjCQ9PRzxEwkZ", "object": "payout"})
    headers = {"stripe-signature": signed(body, f"whsec_{DANISH_PAYER}"), "content-type": "application/json"}
    return client().post(
        f"{users.stack.api_url}/v1/stripe-events/{DANISH_PAYER}", content=body, headers=headers
    )


def of_payment_files(users: Users) -> Iterator[httpx.Response]:
    """Yields the answers to two people of finance."""
    platform, account = users.staff("platform", of_payer=False), f"/v1/payers/{users.payer}/account"
    set_to = platform.put(account, PAY_FROM)
    yield set_to
    drafts, releases = people(users)
    yield drafts.post(f"{account}/confirm", {}, **{"If-Match": set_to.headers["etag"]})
    yield drafts.get(account)
    begun = drafts.post(FILES, {})
    yield begun
    path = f"{FILES}/{begun.json()['fileId']}"
    state = until("a drafted file", lambda: _in(drafts, path, "drafted", "cancelled"))
    yield drafts.get(f"{FILES}?state={state}")
    whole = drafts.get(path)
    yield whole
    yield releases.post(f"{path}/release", {}, **{"If-Match": whole.headers["etag"]})
    until("a written file", lambda: "writtenAt" in drafts.get(path).json())
    link = drafts.get(f"{path}/content")
    yield link
    content = client().get(link.headers["location"], timeout=60).content
    yield drafts.post(f"{path}/sent", {})
    report = drafts.post_xml(REPORTS, status_report(received(content)))
    yield report
    yield drafts.get(f"{REPORTS}/{report.json()['reportId']}")
    yield drafts.get(REPORTS)
    yield of_stripe(users)
    following = drafts.post(FILES, {}).json()["fileId"]
    until("the end of an empty file", lambda: _in(drafts, f"{FILES}/{following}", "cancelled"))
    yield drafts.delete(f"{FILES}/{following}")


def _in(finance: User, path: str, *states: str) -> str | None:
    state = str(finance.get(path).json()["state"])
    return state if state in states else None
