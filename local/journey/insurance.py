"""Chapters 1 to 5: from a payer and a policy to a claim that a caseworker has approved."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any
from uuid import uuid4

import httpx
import typst

from local.demo.http_client import client
from local.journey.payer_numbers import gln_of
from local.journey.people import User, Users
from local.journey.steps import Journey, until

FEE = {"amount": "400.00", "currency": "DKK"}
NO_PARAMETERS: Mapping[str, Any] = MappingProxyType({})


def open_payer(journey: Journey, users: Users, parameters: Mapping[str, Any] = NO_PARAMETERS) -> str:
    """The platform registers the payer and its underwriting creates a policy with these parameters.

    Returns the policy's id.
    """
    platform, underwriting = users.staff("platform", of_payer=False), users.staff("underwriting")
    payer = {
        "name": "Journey Insurance",
        "kind": "insurer",
        "gln": gln_of(users.payer),
        "country": "DK",
        "currency": "DKK",
        "contact": {"email": "health@example.org", "phone": "70 11 20 20", "hours": "8-16"},
    }
    journey.step("the platform registers a payer", platform.put(f"/v1/payers/{users.payer}", payer), 201)
    policy = {
        "number": f"{users.payer}-1",
        "product": "SF1706",
        "policyholder": {"name": "Nordlys ApS", "cvr": "10150817"},
        "effectiveFrom": "2024-01-01",
        "policyYearStart": "01-01",
        "modules": ["health", "physical", "psychology", "misuse", "extended"],
        "annualSum": {"amount": "500000.00", "currency": "DKK"},
        "parameters": dict(parameters),
    }
    made = journey.step("underwriting makes a policy", underwriting.post("/v1/policies", policy), 201)
    return str(made.json()["policyId"])


def insure(journey: Journey, users: Users, policy_id: str, cpr: str) -> User:
    """Underwriting insures a person, who logs in with MitID; returns the member."""
    insured = {
        "cpr": cpr,
        "name": "Asta Ærø",
        "enrolledOn": "2024-01-01",
        "country": "DK",
        "publicHealthInsurance": True,
        "relation": "employee",
        "scheme": "company",
        "email": "asta@example.org",
        "phone": "20 30 40 50",
    }
    underwriting = users.staff("underwriting")
    journey.step("a person is insured", underwriting.post(f"/v1/policies/{policy_id}/insured", insured), 201)
    member = users.member(cpr)
    me = journey.step("the member logs in and sees the policy", member.get("/v1/me"), 200)
    assert me.json()["policies"], "the member sees no policy"
    return member


def claim_body(today: date, fee: Mapping[str, str] = FEE) -> dict[str, Any]:
    """Returns the body of a claim for physiotherapy, with every fact that a member knows."""
    return {
        "cause": "leisure",
        "condition": {
            "category": "injury",
            "arisenOn": str(today - timedelta(days=20)),
            "symptomsFrom": str(today - timedelta(days=20)),
            "diagnosedOn": str(today - timedelta(days=15)),
            "chronic": False,
            "arisenAbroad": False,
            "circumstances": [],
        },
        "treatment": {
            "type": "physiotherapy",
            "startsOn": str(today),
            "country": "DK",
            "inNetwork": True,
            "sessions": 3,
            "cost": fee,
            "practitioner": {"providerNumber": True, "approvals": [], "relation": "none"},
        },
        "description": "Twisted a knee while running",
    }


def report(journey: Journey, member: User, fee: Mapping[str, str] = FEE) -> str:
    """The member reports a claim for physiotherapy; returns the claim's id."""
    claim = claim_body(member.stack.clock.today(), fee)
    asked = {name: claim[name] for name in ("cause", "condition", "treatment")}
    would = journey.step(
        "the member asks what would be covered", member.post("/v1/coverage/simulate", asked), 200
    )
    journey.note("and reads what is missing", ", ".join(would.json()["missing"]))
    reported = journey.step("the member reports a claim", member.post("/v1/claims", claim), 201).json()
    journey.note("the answer says what is missing", ", ".join(reported["missing"]))
    return str(reported["claimId"])


def consent_and_upload(journey: Journey, member: User, claim_id: str, file_type: str = "referral") -> str:
    """The member tries an upload, gives consent, uploads and saves; returns the accepted document's id."""
    base = f"/v1/claims/{claim_id}"
    # A file of its own each time: the same bill is refunded once.
    own = f"#set document(title: [Letter])\n= Letter {uuid4().hex}\nAnamnese. Objektive fund."
    content = typst.compile(own.encode())
    asked = {
        "fileType": file_type,
        "fileName": "henvisning æøå.pdf",
        "contentType": "application/pdf",
        "size": len(content),
    }
    if member.get(f"{base}/consent").json().get("status") != "given":
        journey.step("an upload before the consent", member.post(f"{base}/documents", asked), 409)
        given = member.put(f"{base}/consent", {"given": True})
        journey.step("the member gives the case consent", given, 200)
    document_id = _uploaded(journey, member, base, asked, content)
    assert _checked(member, base, document_id)["status"] == "accepted"
    journey.note("the document is checked and accepted")
    return document_id


def upload_a_virus(journey: Journey, member: User, claim_id: str) -> None:
    """The member uploads the harmless test virus EICAR inside a PDF, which the malware scan finds."""
    base = f"/v1/claims/{claim_id}"
    virus = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    content = b"%PDF-1.7\n" + virus + b"\n%%EOF\n"
    asked = {"fileType": "other", "fileName": "x.pdf", "contentType": "application/pdf", "size": len(content)}
    found = _checked(member, base, _uploaded(journey, member, base, asked, content))
    assert (found["status"], found["reason"]) == ("rejected", "file-harmful")
    journey.note(f"a virus is rejected: {found['help']}")
    unread = member.get(f"{base}/documents/{found['documentId']}/content")
    journey.step("and cannot be read", unread, 409)


def _uploaded(journey: Journey, member: User, base: str, asked: dict[str, Any], content: bytes) -> str:
    document = journey.step("an upload is opened", member.post(f"{base}/documents", asked), 201).json()
    upload = document["upload"]
    sent = client().post(upload["url"], data=upload["fields"], files={"file": ("file", content)}, timeout=60)
    assert sent.is_success, f"the upload was refused: {sent.status_code} {sent.text[:300]}"
    document_id = str(document["documentId"])
    saved = member.post(f"{base}/documents/{document_id}/save", {})
    journey.step("the document is saved", saved, 202)
    return document_id


def _checked(member: User, base: str, document_id: str) -> dict[str, Any]:
    """Waits until the document is checked and returns it."""

    def look() -> dict[str, Any] | None:
        listed = member.get(f"{base}/documents").json()["items"]
        [found] = [document for document in listed if document["documentId"] == document_id]
        return dict(found) if found["status"] in ("accepted", "rejected") else None

    return until("the document to be checked", look)


def approve(
    journey: Journey, users: Users, claim_id: str, clinic_id: str, sessions: int = 3
) -> dict[str, Any]:
    """Two caseworkers decide at once and one of them wins; returns the issued guarantee."""
    caseworker = users.staff("caseworker")

    def look() -> dict[str, Any] | None:
        tasks = caseworker.get("/v1/tasks?queue=claims").json()["items"]
        return next((task for task in tasks if task["subject"].get("claimId") == claim_id), None)

    found = until("the task of the claim", look)
    journey.note(
        "the engine proposes", f"{found['proposal']['outcome']}, {len(found['proposal']['trail'])} rules"
    )
    until_day: date = users.stack.clock.today() + timedelta(days=180)
    decision = {
        "decision": "approve",
        "reason": "Covered by 8.1",
        "grant": {"sessions": sessions, "validUntil": str(until_day), "clinicId": clinic_id},
    }
    path, etag = f"/v1/tasks/{found['taskId']}/decision", f'"{found["version"]}"'

    def decide(_: int) -> httpx.Response:
        return caseworker.post(path, decision, **{"If-Match": etag})

    with ThreadPoolExecutor(2) as two:
        answers = sorted(two.map(decide, range(2)), key=lambda answer: answer.status_code)
    journey.step(f"a caseworker approves {sessions} sessions", answers[0], 200)
    journey.step("the second of two decisions", answers[1], 409)
    member_view = f"/v1/claims/{claim_id}/guarantees"

    def guarantee() -> dict[str, Any] | None:
        items = caseworker.get(member_view).json().get("items") or []
        return items[0] if items else None

    issued = until("the guarantee", guarantee)
    journey.note("the guarantee is issued", f"{issued['number']}, case {issued['caseReference']}")
    return dict(issued)
