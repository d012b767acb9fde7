"""Calls of the routes of messages, the inbox and the canned answers."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from local.journey.people import User, Users


def of_messages(users: Users, member: User, claim: str) -> Iterator[httpx.Response]:
    """Yields the answers to a member who writes in a case and before one, and to staff who answer."""
    staff, payer = users.staff("caseworker"), users.payer
    sent = member.post(f"{claim}/messages", {"text": "When will you call?"})
    yield sent
    yield member.get(f"{claim}/messages")
    yield member.put(f"{claim}/messages/read", {"messageId": sent.json()["messageId"]})
    before = member.post("/v1/me/messages", {"text": "Am I covered abroad?"})
    yield before
    yield member.get("/v1/me/messages")
    up_to = {"messageId": before.json()["messageId"]}
    yield member.put("/v1/me/messages/read", up_to)
    inbox = staff.get("/v1/inbox")
    yield inbox
    enquiry = next(entry for entry in inbox.json()["items"] if "enquiryId" in entry)
    path = f"/v1/enquiries/{enquiry['enquiryId']}/messages"
    yield staff.get(path)
    yield staff.put(f"{path}/read", up_to)
    yield staff.post(path, {"text": "Yes."})
    thread_id = claim.rpartition("/")[2]
    texts = {language: "{{ payer }}" for language in ("da", "nb", "en")}
    canned = f"/v1/payers/{payer}/canned-answers"
    yield staff.put(f"{canned}/hello", {"title": "Hello", "texts": texts})
    yield staff.get(f"{canned}/hello")
    yield staff.get(canned)
    yield staff.put(f"/v1/inbox/{thread_id}/assignee", {"assignee": "me"})
    yield staff.post(f"/v1/inbox/{thread_id}/hand-over", {"note": "Call her on Monday."})
    yield staff.post(f"/v1/inbox/{thread_id}/settle", {})
    yield staff.post("/v1/inbox/answers", {"subjects": [thread_id], "cannedAnswer": "hello"})
