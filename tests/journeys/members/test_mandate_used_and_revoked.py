"""A mandate over HTTP: given, used, read by both, and revoked; then an old key opens nothing (F4-18)."""

from __future__ import annotations

import secrets

from local.journey import insurance
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, until
from local.stack.stack import Stack

OFFER = {"fileType": "journal", "fileName": "journal.pdf", "contentType": "application/pdf", "size": 1000}


def test_a_mandate_is_used_and_revoked_and_an_old_key_opens_nothing(running_stack: Stack) -> None:
    journey, users = Journey(lambda _: None), Users(StackAddresses.of(running_stack.addresses))
    policy_id, holder_cpr = insurance.open_payer(journey, users), new_cpr()
    member = insurance.insure(journey, users, policy_id, new_cpr())
    holder = users.member(holder_cpr)
    claim_id = insurance.report(journey, member)
    case = f"/v1/claims/{claim_id}"
    assert member.put(f"{case}/consent", {"given": True}).status_code == 200
    body = {"holder": {"cpr": holder_cpr, "name": "Bo Østergård"}, "powers": ["act"]}
    mandate_id = member.post(f"{case}/mandates", body).json()["mandateId"]

    key = {"Idempotency-Key": secrets.token_hex(8)}
    announced = holder.post(f"{case}/documents", OFFER, **key)
    assert announced.status_code == 201, announced.text
    # The control: while the mandate is in force, the key gets the same upload form again.
    again = holder.post(f"{case}/documents", OFFER, **key)
    assert (again.json(), again.headers["idempotency-replayed"]) == (announced.json(), "true")
    document_id = insurance.consent_and_upload(journey, holder, claim_id)

    assert held(holder) == [(mandate_id, claim_id, "in-force")]
    acts = member.get(f"{case}/mandates/{mandate_id}/acts").json()["items"]
    assert [(act["kind"], act["about"]) for act in acts] == [("upload", document_id)]

    assert member.delete(f"{case}/mandates/{mandate_id}").status_code == 204
    refused = holder.post(f"{case}/documents", OFFER, **key)
    assert (refused.status_code, refused.json()["code"]) == (404, "not-found")
    assert "upload" not in refused.json()
    assert holder.get(f"{case}/mandates/{mandate_id}/acts").status_code == 404
    assert held(holder) == []

    # The list follows the revocation a moment later.
    [given] = until("the revoked mandate", lambda: revoked(member))
    assert (given["mandateId"], given["revokedBy"]) == (mandate_id, "member")
    assert member.get(f"{case}/mandates/{mandate_id}/acts").json()["items"] == acts


def held(holder: User) -> list[tuple[str, str, str]]:
    items = holder.get("/v1/me/mandates?role=holder").json()["items"]
    return [(item["mandateId"], item["claimId"], item["state"]) for item in items]


def revoked(member: User) -> list[dict[str, str]]:
    items = member.get("/v1/me/mandates").json()["items"]
    return [item for item in items if item["state"] == "revoked"]
