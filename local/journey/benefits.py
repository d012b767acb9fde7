"""Chapters 10 to 12: benefits counted, more sessions, a denial with what is left to do, and a mandate."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from local.journey.insurance import FEE, consent_and_upload
from local.journey.people import Caller, Cast, Stack
from local.journey.steps import Story, until
from local.journey.treatment import received

Json = dict[str, Any]


def year_sum(answer: httpx.Response) -> Json:
    """The year's sum of the first policy in ``GET /v1/me/benefits`` (R-1301)."""
    benefits: list[Json] = answer.json()["policies"][0]["benefits"]
    return next(one for one in benefits if one["rule"] == "R-1301")


def read_benefits(story: Story, member: Caller) -> None:
    """The member sees what is reserved and used, and when every wait ends."""
    answer = story.step("the member reads the benefits", member.get("/v1/me/benefits"), 200)
    total = year_sum(answer)
    told = f"{total['used']['amount']} used, {total['reserved']['amount']} reserved"
    story.note("of the year's sum", f"{told}, {total['left']['amount']} left")
    waits = answer.json()["policies"][0]["waits"]
    assert waits, "no wait is told of"
    story.note("and every wait with its end", ", ".join(f"{one['rule']} {one['until']}" for one in waits))


def compare(story: Story, member: Caller) -> None:
    """The same psychologist in and out of the network, with what the member pays in each case."""
    today = datetime.now(UTC).date()
    asked = {
        "cause": "leisure",
        "condition": {
            "category": "mental",
            "arisenOn": str(today - timedelta(days=20)),
            "chronic": False,
            "arisenAbroad": False,
            "circumstances": [],
        },
        "treatment": {
            "type": "psychologist",
            "startsOn": str(today + timedelta(days=3)),
            "country": "DK",
            "sessions": 4,
            "cost": {"amount": "1100.00", "currency": "DKK"},
            "practitioner": {"providerNumber": False, "approvals": [], "relation": "none"},
        },
        "evidence": {
            "referral": "own-doctor",
            "approvedBeforehand": True,
            "subsidy": {"amount": "0.00", "currency": "DKK"},
        },
    }
    answer = story.step("the member compares psychologists", member.post("/v1/coverage/simulate", asked), 200)
    others = answer.json()["alternatives"]
    pays = {one["inNetwork"]: one["memberPays"]["amount"] for one in others}
    assert pays == {True: "0.00", False: "1200.00"}, f"the member pays {pays}"
    for one in others:
        where = "in the network" if one["inNetwork"] else "outside it"
        story.note(f"{where}: {one['outcome']}", f"the member pays {one['memberPays']['amount']}")


def extend(story: Story, cast: Cast, member: Caller, claim_id: str, guarantee_id: str) -> None:
    """Two sessions more: asked for, proposed on, approved, and the clinic told."""
    path = f"/v1/claims/{claim_id}/extensions"
    asked = member.post(path, {"reason": "The knee is not well yet", "sessions": 2})
    extension_id = story.step("the member asks for two sessions more", asked, 202).json()["extensionId"]
    caseworker = cast.staff("caseworker")
    found = task_of(caseworker, "extensions", extensionId=extension_id)
    story.note("the engine proposes", str(found["proposal"]["outcome"]))
    until_day = datetime.now(UTC).date() + timedelta(days=200)
    grant = {"sessions": 2, "validUntil": str(until_day)}
    decided = decide(caseworker, found, {"decision": "approve", "reason": "By need", "grant": grant})
    story.step("a caseworker approves them", decided, 200)

    def extended() -> bool:
        read = member.get(f"/v1/guarantees/{guarantee_id}").json()
        return bool(read["sessionsGranted"] == 5 and read["validUntil"] == str(until_day))

    until("the guarantee to be extended", extended)
    stack = cast.stack
    until("guarantee.extended", lambda: received(stack, "guarantee.extended", guaranteeId=guarantee_id))
    story.note("the guarantee has five sessions, and the clinic got guarantee.extended")


def deny(story: Story, cast: Cast, member: Caller) -> None:
    """A naturopath is never covered: the denial tells the clause and what is left to do."""
    today = datetime.now(UTC).date()
    claim = {
        "cause": "leisure",
        "condition": {"category": "pain", "arisenOn": str(today - timedelta(days=9)), "circumstances": []},
        "treatment": {"type": "naturopath", "country": "DK", "sessions": 3, "cost": FEE},
        "description": "A sore back",
    }
    reported = story.step("the member claims a naturopath", member.post("/v1/claims", claim), 201).json()
    claim_id = str(reported["claimId"])
    consent_and_upload(story, member, claim_id)
    caseworker = cast.staff("caseworker")
    found = task_of(caseworker, "claims", claimId=claim_id)
    assert found["proposal"]["outcome"] == "not-covered", "a naturopath is not denied"
    denying = [step["clause"] for step in found["proposal"]["trail"] if step["effect"] == "deny"]
    story.note("the engine proposes", f"{found['proposal']['outcome']} by {', '.join(denying)}")
    denied = decide(caseworker, found, {"decision": "deny", "reason": "Clause 6.4"})
    story.step("a caseworker denies it", denied, 200)
    read = story.step("the member reads the denial", member.get(f"/v1/claims/{claim_id}"), 200).json()
    kinds = [step["kind"] for step in read["nextSteps"]]
    assert "complaint" in kinds, f"no complaint among {kinds}"
    story.note("with what is left to do", ", ".join(kinds))


def mandate(story: Story, member: Caller, holder: Caller, holder_cpr: str, claim_id: str) -> None:
    """Another person is let in for one case, and out again."""
    path = f"/v1/claims/{claim_id}"
    story.step("another member looks at the case", holder.get(path), 404)
    given = {"holder": {"cpr": holder_cpr, "name": "Bo Østergård"}, "powers": ["contact"]}
    answer = story.step("the member gives a mandate", member.post(f"{path}/mandates", given), 201).json()
    story.step("now the other may look", holder.get(path), 200)
    story.step("the mandate is revoked", member.delete(f"{path}/mandates/{answer['mandateId']}"), 204)
    story.step("and the case is closed to the other", holder.get(path), 404)


def revoke(story: Story, cast: Cast, member: Caller, guarantee_id: str) -> None:
    """A guarantee is taken back: what it reserved is free again, and the clinic is told."""
    before = year_sum(member.get("/v1/me/benefits"))["reserved"]["amount"]
    caseworker = cast.staff("caseworker")
    path = f"/v1/guarantees/{guarantee_id}"
    tag = caseworker.get(path).headers["etag"]
    why = {"reason": "The member has moved"}
    story.step(
        "a caseworker revokes a guarantee", caseworker.post(f"{path}/revoke", why, **{"If-Match": tag}), 200
    )
    after = year_sum(member.get("/v1/me/benefits"))["reserved"]["amount"]
    assert float(after) < float(before), f"{before} reserved before, {after} after"
    story.note("what it reserved is free again", f"{before} → {after} reserved")
    stack: Stack = cast.stack
    until("guarantee.revoked", lambda: received(stack, "guarantee.revoked", guaranteeId=guarantee_id))
    story.note("the clinic got guarantee.revoked")


def task_of(staff: Caller, queue: str, **subject: str) -> Json:
    """The open task about a thing, once it is there."""

    def look() -> Json | None:
        tasks = staff.get(f"/v1/tasks?queue={queue}&limit=100").json()["items"]
        return next((one for one in tasks if subject.items() <= one["subject"].items()), None)

    return until(f"the task in {queue}", look)


def decide(staff: Caller, task: Json, decision: Json) -> httpx.Response:
    """Decides a task as it was read."""
    tag = {"If-Match": f'"{task["version"]}"'}
    return staff.post(f"/v1/tasks/{task['taskId']}/decision", decision, **tag)
