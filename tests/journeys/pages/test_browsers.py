"""What a page in a browser may do: post the form of an upload, and follow a redirect to a signed link."""

from __future__ import annotations

import httpx
import pytest

from local.journey.people import StackAddresses
from local.journey.portal import ALLOWED, preflight, words
from local.stack.ports import portal_origins
from local.stack.stack import Stack
from tests.builders.claims import PDF as REFERRAL
from tests.journeys.contract.test_contract_of_cases import announced, new_claim, uploaded
from tests.journeys.tenants import Tenant, tenant

PORTAL, STRANGER = portal_origins().split(",")[0], "https://stranger.example"


@pytest.fixture(scope="module")
def ours(running_stack: Stack) -> Tenant:
    return tenant(StackAddresses.of(running_stack.addresses))


def test_only_a_page_of_our_portals_may_post_an_upload(ours: Tenant) -> None:
    claim_id = new_claim(ours)
    opened = ours.parent.post(f"/v1/claims/{claim_id}/documents", announced(REFERRAL)).json()
    url, fields = opened["upload"]["url"], opened["upload"]["fields"]
    assert preflight(url, PORTAL, "POST").headers[ALLOWED] == PORTAL
    refused = preflight(url, STRANGER, "POST")
    assert (refused.status_code, ALLOWED in refused.headers) == (403, False)
    posted = httpx.post(
        url, data=fields, files={"file": ("x", REFERRAL)}, headers={"Origin": PORTAL}, timeout=60
    )
    assert posted.status_code < 300
    assert posted.headers[ALLOWED] == PORTAL


def test_a_page_may_follow_the_redirect_to_a_signed_link(ours: Tenant) -> None:
    """After a redirect to another host a browser sends ``Origin: null`` and no token.

    Locally the API and the bucket share a host, so the page keeps its origin and its token.
    """
    claim_id = new_claim(ours)
    document_id = uploaded(ours.parent, claim_id, REFERRAL)["documentId"]
    asked = ours.parent.get(f"/v1/claims/{claim_id}/documents/{document_id}/content", origin=PORTAL)
    assert asked.status_code == 303
    assert "location" in words(asked.headers["access-control-expose-headers"])
    link = asked.headers["location"]
    assert preflight(link, "null", "GET", "x-correlation-id").headers[ALLOWED] == "*"
    kept = preflight(link, PORTAL, "GET", "authorization")
    assert (kept.headers[ALLOWED], words(kept.headers["access-control-allow-headers"])) == (
        "*",
        {"authorization"},
    )
    read = httpx.get(link, headers={"Origin": "null"}, timeout=60)
    assert (read.content[:5], read.headers[ALLOWED]) == (b"%PDF-", "*")
