"""The consent to a clinic narrows that of the case (F4-12, F4-14, F4-15)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.claims.consenting.decide_clinic import MOST
from helsebro.ids import ClinicId
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import consent, explained, outbox_rows
from tests.builders.clinics.consents import consent_to, my_consents, read_consent_to
from tests.builders.clinics.matches import events_of, insured_guarantee, match, read_by_clinic
from tests.builders.decisions import decide, tasks_in
from tests.builders.network import SECRET, change_claim, clinic, practitioners, refresh_search, staged

pytestmark = pytest.mark.usefixtures("aws")


def test_before_any_decision_the_consent_of_the_case_covers_a_clinic() -> None:
    guarantee, stage = insured_guarantee(), staged()
    shown = read_consent_to(stage.clinic_id, guarantee.claim_id).body
    assert (shown["status"], shown["given"], shown["passesOn"]) == ("undecided", None, True)
    assert (shown["history"], shown["receipt"], shown["textVersion"]) == ([], None, None)


def test_a_withdrawal_takes_the_client_from_that_clinic_and_the_yes_brings_it_back(aws: Any) -> None:
    guarantee, stage = insured_guarantee(), staged()
    other = staged("bo")
    assert match(guarantee, stage).status == 200
    assert "client" in read_by_clinic(guarantee, stage).body
    withdrawn = consent_to(stage.clinic_id, guarantee.claim_id, None).body
    assert (withdrawn["status"], withdrawn["passesOn"]) == ("withdrawn", False)
    assert "client" not in read_by_clinic(guarantee, stage).body
    assert [each["clinicId"] for each in events_of(aws, "consent.withdrawn")] == [stage.clinic_id]
    assert [each["data"] for each in events_of(aws, "consent.withdrawn")] == [{"claimId": guarantee.claim_id}]
    # Another clinic is not told of it, and is still covered by the consent of the case.
    assert read_consent_to(other.clinic_id, guarantee.claim_id).body["passesOn"]
    issued = len(events_of(aws, "guarantee.issued"))
    given = consent_to(stage.clinic_id, guarantee.claim_id).body
    assert (given["status"], given["passesOn"], given["textVersion"]) == ("given", True, "2026-01-01")
    assert "client" in read_by_clinic(guarantee, stage).body
    told = events_of(aws, "guarantee.issued")[issued:]
    assert [each["clinicId"] for each in told] == [stage.clinic_id]
    statuses = [made["status"] for made in given["history"]]
    assert statuses == ["given", "withdrawn"]


def test_a_clinic_that_is_not_at_work_on_the_case_is_told_nothing(aws: Any) -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert consent_to(stage.clinic_id, guarantee.claim_id, False).body["status"] == "refused"
    assert events_of(aws, "consent.withdrawn") == []
    [decided] = events_of(aws, "clinic-consent.refused")
    assert "clinicId" not in decided


def test_the_same_decision_again_and_a_withdrawal_of_nothing_change_nothing(aws: Any) -> None:
    guarantee, stage = insured_guarantee(), staged()
    for _ in range(2):
        assert consent_to(stage.clinic_id, guarantee.claim_id).status == 200
    assert len(events_of(aws, "clinic-consent.given")) == 1
    for _ in range(2):
        assert consent_to(stage.clinic_id, guarantee.claim_id, None).body["status"] == "withdrawn"
    assert len(events_of(aws, "clinic-consent.withdrawn")) == 1


def test_a_yes_to_a_clinic_does_not_replace_the_consent_of_the_case() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert consent(guarantee.claim_id, None).status == 200
    given = consent_to(stage.clinic_id, guarantee.claim_id).body
    assert (given["status"], given["passesOn"]) == ("given", False)
    assert match(guarantee, stage).body["code"] == "consent-missing"


def test_staff_do_not_match_a_client_with_a_clinic_that_the_client_said_no_to() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert consent_to(stage.clinic_id, guarantee.claim_id, False).status == 200
    refused = match(guarantee, stage)
    assert (refused.status, refused.body["code"]) == (409, "clinic-consent-missing")


def test_the_consent_of_the_case_comes_back_without_the_clinic_that_was_refused(aws: Any) -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert match(guarantee, stage).status == 200
    assert consent_to(stage.clinic_id, guarantee.claim_id, False).status == 200
    assert consent(guarantee.claim_id, None).status == 200
    issued = len(events_of(aws, "guarantee.issued"))
    assert consent(guarantee.claim_id).status == 200
    assert len(events_of(aws, "guarantee.issued")) == issued


def test_a_no_to_the_clinic_of_a_guarantee_asks_staff_for_another_one_and_says_what_can_be_done() -> None:
    guarantee, stage = insured_guarantee(), staged()
    other = staged("bo", name="Bo Dahl")
    change_claim(guarantee, status="approved")
    assert match(guarantee, stage).status == 200
    assert [step["kind"] for step in explained(guarantee.claim_id).body["nextSteps"]] == ["book"]
    assert consent_to(stage.clinic_id, guarantee.claim_id, False).status == 200
    (step,) = explained(guarantee.claim_id).body["nextSteps"]
    assert (step["kind"], step["clinicId"]) == ("consent", stage.clinic_id)
    assert "Change your no to a yes" in step["text"]
    (task,) = tasks_in("claims").body["items"]
    assert (task["reason"], task["declined"]["reason"]) == ("match-declined", "member-refused")
    query = f"/v1/practitioners?guaranteeId={guarantee.guarantee_id}"
    refresh_search()
    listed = ask(practitioners(), event("GET", query, by=staff("caseworker"))).body["items"]
    assert [each["name"] for each in listed] == ["Bo Dahl"]
    assert decide(task["taskId"], {"decision": "approve"}).status == 422
    assert match(guarantee, other, version=2).status == 200
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    (step,) = explained(guarantee.claim_id).body["nextSteps"]
    assert (step["kind"], step["clinicId"]) == ("book", other.clinic_id)


@pytest.mark.parametrize("times", [1, 2])
def test_a_yes_after_a_no_closes_the_task_to_match_anew(times: int, aws: dict[str, Any]) -> None:
    guarantee, stage = insured_guarantee(), staged()
    other = staged("bo", name="Bo Dahl")
    assert match(guarantee, stage).status == 200
    for _ in range(times):
        assert consent_to(stage.clinic_id, guarantee.claim_id, False).status == 200
        assert len(tasks_in("claims").body["items"]) == 1
        assert consent_to(other.clinic_id, guarantee.claim_id, True).status == 200
        assert len(tasks_in("claims").body["items"]) == 1, "another clinic is not the refused one"
        assert consent_to(stage.clinic_id, guarantee.claim_id, True).status == 200
        assert tasks_in("claims").body["items"] == []
    assert len(outbox_rows(aws, "task.closed")) == times


@pytest.mark.parametrize(
    "by, status", [(member("0505901234"), 404), (staff("finance"), 403), (staff("quality"), 403)]
)
def test_only_who_decides_on_the_case_decides_about_a_clinic(by: dict[str, Any], status: int) -> None:
    guarantee, stage = insured_guarantee(), staged()
    for given in (True, False, None):
        assert consent_to(stage.clinic_id, guarantee.claim_id, given, by).status == status


def test_staff_read_what_was_decided_and_an_unknown_clinic_is_404() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert read_consent_to(stage.clinic_id, guarantee.claim_id, staff("caseworker")).status == 200
    assert consent_to("cli_unknown", guarantee.claim_id).status == 404
    assert read_consent_to("cli_unknown", guarantee.claim_id).status == 404


def test_another_version_than_the_current_text_cannot_be_decided_on() -> None:
    guarantee, stage = insured_guarantee(), staged()
    refused = consent_to(stage.clinic_id, guarantee.claim_id, textVersion="2020-01-01")
    assert refused.status == 422
    assert [fault["code"] for fault in refused.body["errors"]] == ["consent-text-not-current"]
    assert consent_to(stage.clinic_id, guarantee.claim_id, textVersion="2026-01-01").status == 200


def test_a_case_has_decisions_about_so_many_clinics_only() -> None:
    guarantee = insured_guarantee()
    known = [{"clinicId": f"cli_known{place}", "status": "refused"} for place in range(MOST)]
    change_claim(guarantee, clinicConsents=known)
    one = clinic()
    DynamoClinics().register(one, SECRET)
    refused = consent_to(ClinicId(one.clinic_id), guarantee.claim_id, False)
    assert (refused.status, refused.body["code"]) == (422, "too-many-clinic-consents")


def test_the_list_of_all_consents_has_every_kind_with_its_text_and_history() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert consent(guarantee.claim_id, None).status == consent(guarantee.claim_id).status == 200
    assert consent_to(stage.clinic_id, guarantee.claim_id, False).status == 200
    items = {item["kind"]: item for item in my_consents().body["items"]}
    assert items.keys() == {"general", "network-contact", "case", "clinic"}
    of_case, of_clinic = items["case"], items["clinic"]
    assert (of_case["claimId"], of_case["status"]) == (guarantee.claim_id, "given")
    assert (of_case["textVersion"], [made["status"] for made in of_case["history"]]) == (
        "2026-01-01",
        ["given", "withdrawn"],
    )
    assert of_case["givenAt"] == of_case["history"][0]["decidedAt"]
    assert (of_clinic["clinicId"], of_clinic["status"]) == (stage.clinic_id, "refused")
