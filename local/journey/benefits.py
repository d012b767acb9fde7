"""Chapters 10 to 12: the benefits, more sessions, a denial with its next steps, and a mandate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx

from local.journey.insurance import FEE, consent_and_upload
from local.journey.people import StackAddresses, User, Users
from local.journey.steps import Journey, until
from local.journey.treatment import received

JsonObject = dict[str, Any]


def year_sum(answer: httpx.Response) -> JsonObject:
    """Returns the year's sum of the first policy in ``GET /v1/me/benefits`` (R-1301)."""
    benefits: list[JsonObject] = answer.json()["policies"][0]["benefits"]
    return next(benefit for benefit in benefits if benefit["rule"] == "R-1301")


def read_benefits(journey: Journey, member: User) -> None:
    """The member reads what is reserved and used, and when every waiting period ends."""
    answer = journey.step("the member reads the benefits", member.get("/v1/me/benefits"), 200)
    total = year_sum(answer)
    counted = f"{total['used']['amount']} used, {total['reserved']['amount']} reserved"
    journey.note("of the year's sum", f"{counted}, {total['left']['amount']} left")
    waits = answer.json()["policies"][0]["waits"]
    assert waits, "the answer has no waiting period"
    journey.note(
        "and every wait with its end", ", ".join(f"{wait['rule']} {wait['until']}" for wait in waits)
    )


def compare(journey: Journey, member: User) -> None:
    """Compares what the member pays for the same psychologist in the network and outside it."""
    today = member.stack.clock.today()
    body = {
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
    answer = journey.step(
        "the member compares psychologists", member.post("/v1/coverage/simulate", body), 200
    )
    choices = answer.json()["alternatives"]
    pays = {choice["inNetwork"]: choice["memberPays"]["amount"] for choice in choices}
    assert pays == {True: "0.00", False: "1200.00"}, f"the member pays {pays}"
    for choice in choices:
        where = "in the network" if choice["inNetwork"] else "outside it"
        journey.note(f"{where}: {choice['outcome']}", f"the member pays {choice['memberPays']['amount']}")


def extend(journey: Journey, users: Users, member: User, claim_id: str, guarantee_id: str) -> None:
    """The member requests two more sessions, a caseworker approves them, and the clinic is notified."""
    path = f"/v1/claims/{claim_id}/extensions"
    body = member.post(path, {"reason": "The knee is not well yet", "sessions": 2})
    extension_id = journey.step("the member asks for two sessions more", body, 202).json()["extensionId"]
    caseworker = users.staff("caseworker")
    found = task_of(caseworker, "extensions", extensionId=extension_id)
    journey.note("the engine proposes", str(found["proposal"]["outcome"]))
    until_day = users.stack.clock.today() + timedelta(days=200)
    grant = {"sessions": 2, "validUntil": str(until_day)}
    decided = decide(caseworker, found, {"decision": "approve", "reason": "By need", "grant": grant})
    journey.step("a caseworker approves them", decided, 200)

    def extended() -> bool:
        read = member.get(f"/v1/guarantees/{guarantee_id}").json()
        return bool(read["sessionsGranted"] == 5 and read["validUntil"] == str(until_day))

    until("the guarantee to be extended", extended)
    stack = users.stack
    until("guarantee.extended", lambda: received(stack, "guarantee.extended", guaranteeId=guarantee_id))
    journey.note("the guarantee has five sessions, and the clinic got guarantee.extended")


def deny_more(journey: Journey, users: Users, guarantee_id: str) -> str:
    """The clinic asks for more sessions, and a caseworker denies them; returns the extension's id."""
    clinic = users.stack.clinic_system()
    data = {"guaranteeId": guarantee_id, "sessions": 2, "justification": "The knee is not well yet"}
    asked = clinic.event("extension.requested", data)
    assert asked.status == 202, f"the clinic could not ask for more: {asked.status}"
    extension_id = str(asked.body["extensionId"])
    caseworker = users.staff("caseworker")
    found = task_of(caseworker, "extensions", extensionId=extension_id)
    decided = decide(caseworker, found, {"decision": "deny", "reason": "Enough for now"})
    journey.step("a caseworker denies what the clinic asked for", decided, 200)
    return extension_id


def deny(journey: Journey, users: Users, member: User) -> str:
    """A naturopath is never covered: the denial names clause and next steps. Returns the claim's id."""
    today = member.stack.clock.today()
    claim = {
        "cause": "leisure",
        "condition": {"category": "pain", "arisenOn": str(today - timedelta(days=9)), "circumstances": []},
        "treatment": {"type": "naturopath", "country": "DK", "sessions": 3, "cost": FEE},
        "description": "A sore back",
    }
    reported = journey.step("the member claims a naturopath", member.post("/v1/claims", claim), 201).json()
    claim_id = str(reported["claimId"])
    consent_and_upload(journey, member, claim_id)
    caseworker = users.staff("caseworker")
    found = task_of(caseworker, "claims", claimId=claim_id)
    assert found["proposal"]["outcome"] == "not-covered", "a naturopath is not denied"
    denying = [step["clause"] for step in found["proposal"]["trail"] if step["effect"] == "deny"]
    journey.note("the engine proposes", f"{found['proposal']['outcome']} by {', '.join(denying)}")
    denial = {"decision": "deny", "reason": "Clause 6.4"}

    def decided() -> httpx.Response | None:
        """The referral may arrive after the task, whose proposal is then made anew: it is read again."""
        answer = decide(caseworker, task_of(caseworker, "claims", claimId=claim_id), denial)
        return None if answer.status_code in (409, 412) else answer

    denied = until("a decision on the present proposal", decided)
    journey.step("a caseworker denies it", denied, 200)
    read = journey.step("the member reads the denial", member.get(f"/v1/claims/{claim_id}"), 200).json()
    kinds = [step["kind"] for step in read["nextSteps"]]
    assert "complaint" in kinds, f"no complaint among {kinds}"
    journey.note("with the next steps", ", ".join(kinds))
    return claim_id


def mandate(journey: Journey, member: User, holder: User, holder_cpr: str, claim_id: str) -> None:
    """The member gives another person access to one case, and revokes it."""
    path = f"/v1/claims/{claim_id}"
    journey.step("another member reads the case", holder.get(path), 404)
    given = {"holder": {"cpr": holder_cpr, "name": "Bo Østergård"}, "powers": ["contact"]}
    answer = journey.step("the member gives a mandate", member.post(f"{path}/mandates", given), 201).json()
    journey.step("now the other member can read it", holder.get(path), 200)
    journey.step("the mandate is revoked", member.delete(f"{path}/mandates/{answer['mandateId']}"), 204)
    journey.step("and the other can no longer read it", holder.get(path), 404)


def revoke(journey: Journey, users: Users, member: User, guarantee_id: str) -> None:
    """A caseworker revokes a guarantee: its benefits are released, and the clinic is notified."""
    before = year_sum(member.get("/v1/me/benefits"))["reserved"]["amount"]
    caseworker = users.staff("caseworker")
    path = f"/v1/guarantees/{guarantee_id}"
    tag = caseworker.get(path).headers["etag"]
    why = {"reason": "The member has moved"}
    journey.step(
        "a caseworker revokes a guarantee", caseworker.post(f"{path}/revoke", why, **{"If-Match": tag}), 200
    )
    after = year_sum(member.get("/v1/me/benefits"))["reserved"]["amount"]
    assert float(after) < float(before), f"{before} reserved before, {after} after"
    journey.note("what it reserved is released", f"{before} → {after} reserved")
    stack: StackAddresses = users.stack
    until("guarantee.revoked", lambda: received(stack, "guarantee.revoked", guaranteeId=guarantee_id))
    journey.note("the clinic got guarantee.revoked")


def task_of(staff: User, queue: str, **subject: str) -> JsonObject:
    """Waits for the open task about this subject and returns it."""

    def look() -> JsonObject | None:
        tasks = staff.get(f"/v1/tasks?queue={queue}&limit=100").json()["items"]
        return next((task for task in tasks if subject.items() <= task["subject"].items()), None)

    return until(f"the task in {queue}", look)


def decide(staff: User, task: JsonObject, decision: JsonObject) -> httpx.Response:
    """Decides a task in the version that was read."""
    tag = {"If-Match": f'"{task["version"]}"'}
    return staff.post(f"/v1/tasks/{task['taskId']}/decision", decision, **tag)
