"""Chapter 14: a portal in a browser, which sends its origin and obeys the answers about it (CORS)."""

from __future__ import annotations

import httpx

from local.demo.http_client import client
from local.journey.people import StackAddresses, User
from local.journey.steps import Journey
from local.stack.ports import portal_origins

SENT = "authorization,content-type,idempotency-key,if-match,accept-language,x-correlation-id"
READ = {"etag", "location", "idempotency-replayed", "retry-after", "x-correlation-id"}
ALLOWED, EXPOSED = "access-control-allow-origin", "access-control-expose-headers"


def call_from_a_page(journey: Journey, stack: StackAddresses, member: User, claim_id: str) -> None:
    """The pages of our portals may call the API and post an upload; those of others may not."""
    for origin in portal_origins().split(","):
        asked = preflight(f"{stack.api_url}/v1/claims", origin, "POST", SENT)
        journey.step(f"a page of {origin} asks before it reports a claim", asked, 204)
        assert asked.headers[ALLOWED] == origin
        assert set(SENT.split(",")) <= words(asked.headers["access-control-allow-headers"])
    called = member.get(f"/v1/claims/{claim_id}", origin=origin)
    journey.step("the page reads a claim", called, 200)
    assert (called.headers[ALLOWED], words(called.headers[EXPOSED])) == (origin, READ)
    stranger = preflight(f"{stack.api_url}/v1/claims", "https://stranger.example", "POST", SENT)
    journey.step("a page of a stranger asks the same", stranger, 403)
    assert ALLOWED not in stranger.headers


def preflight(url: str, origin: str, method: str, headers: str = "") -> httpx.Response:
    """Asks what a browser asks before a page's call."""
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    if headers:
        asked["Access-Control-Request-Headers"] = headers
    return client().request("OPTIONS", url, headers=asked, timeout=60)


def words(value: str) -> set[str]:
    """Returns the names in a header."""
    return {name.strip().lower() for name in value.split(",")}
