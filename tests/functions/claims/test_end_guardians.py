"""What a guardian decided for a child ends when the guardian ends, also what others hold by it (F4-20)."""

from __future__ import annotations

from typing import Any

import pytest
from functions.claims.end_guardians.handler import handler as end_guardians

from tests.builders import mandates
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, consent, evidence, outbox_rows, read
from tests.builders.clinics.consents import consent_to, read_consent_to
from tests.builders.events.messages import comes_again, event_of
from tests.builders.mandates import recorded, revoked_by
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.network import staged
from tests.builders.people.families import FATHER, MOTHER, STRANGER, UNDERWRITER, TwoEmployers, answer

pytestmark = pytest.mark.usefixtures("aws")
STAFF = staff("caseworker")


@pytest.fixture
def case() -> TwoEmployers:
    """Both parents are guardians; underwriting confirmed the father."""
    family = TwoEmployers(FATHER)
    assert answer(family.child, family.other, UNDERWRITER).status == 200
    return family


def ends(case: TwoEmployers, guardian: Any) -> None:
    assert answer(case.child, guardian, UNDERWRITER, confirmed=False).status == 200


def handled(case: TwoEmployers, guardian: Any, what: str = "ended", times: int = 2) -> None:
    """Hands the event to its consumer, twice as the bus may do."""
    for _ in range(times):
        message = event_of("family.changed", personId=case.child, guardianId=guardian, what=what)
        assert comes_again(end_guardians, message) == []


def consent_of(claim_id: str, by: dict[str, Any]) -> dict[str, Any]:
    from functions.claims.consents.handler import handler

    return dict(ask(handler, event("GET", f"/v1/claims/{claim_id}/consent", by=by)).body)


def reads_by_mandate(claim_id: str, child: str) -> list[int]:
    """Returns what the holder gets of the case, by every path that a mandate opens."""
    from functions.benefits.benefits.handler import handler as benefits
    from functions.documents.documents.handler import handler as documents

    by = member(STRANGER)
    paths = ((documents, f"/v1/claims/{claim_id}/documents"), (benefits, f"/v1/me/benefits?personId={child}"))
    found = [ask(handler, event("GET", path, by=by)).status for handler, path in paths]
    listed = mandates.own("?role=holder", by=by).body["items"]
    return [read(claim_id, by).status, *found, len(listed)]


def test_the_holder_of_a_guardians_mandate_sees_nothing_from_the_guardians_end_on(
    case: TwoEmployers,
) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    mandates.given(claim_id, "act", to=STRANGER, by=member(FATHER))
    assert reads_by_mandate(claim_id, case.child) == [200, 200, 200, 1]
    ends(case, case.other)
    assert reads_by_mandate(claim_id, case.child) == [404, 404, 404, 0]


def test_the_mandate_of_the_guardian_who_stays_is_in_force(case: TwoEmployers) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    mandates.given(claim_id, "act", to=STRANGER, by=member(MOTHER))
    ends(case, case.other)
    handled(case, case.other)
    assert reads_by_mandate(claim_id, case.child) == [200, 200, 200, 1]


def test_staff_see_that_the_mandate_has_lapsed_and_do_not_talk_to_its_holder(case: TwoEmployers) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    mandates.given(claim_id, to=STRANGER, by=member(FATHER))
    ends(case, case.other)
    handled(case, case.other)
    for by in (STAFF, member(MOTHER)):
        shown = mandates.listed(claim_id, by).body["items"]
        assert [each["state"] for each in shown] == (["lapsed"] if by is STAFF else [])


def test_the_consent_of_an_ended_guardian_expires_and_staff_read_no_paper_under_it(
    case: TwoEmployers, aws: Any
) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert consent(claim_id, by=member(FATHER)).body["status"] == "given"
    ends(case, case.other)
    handled(case, case.other)
    shown = consent_of(claim_id, member(MOTHER))
    assert (shown["status"], shown["claimStatus"]) == ("expired", "awaiting-member")
    assert [each["status"] for each in shown["history"]] == ["given"]
    assert shown["expiresOn"] < shown["history"][0]["expiresOn"]
    assert "consent" in shown["missing"]
    assert len(outbox_rows(aws, "case-consent.withdrawn")) == 1
    assert consent(claim_id, by=member(MOTHER)).body["status"] == "given"
    handled(case, case.other)
    assert consent_of(claim_id, member(MOTHER))["status"] == "given"


def asked_again(claim_id: str, aws: Any) -> list[str]:
    """Hands the events of the consent to the notifications; returns who is asked for a new one."""
    for row in outbox_rows(aws, "case-consent.withdrawn"):
        assert notify("case-consent.withdrawn", **{n: v["S"] for n, v in row["data"]["M"].items()}) == []
    asked = [each for each in notifications_in(aws) if each.kind == "consent-asked-again"]
    assert {each.case_id for each in asked} <= {claim_id}
    return sorted({each.recipient for each in asked})


def test_the_guardian_who_stays_is_asked_for_the_consent_that_ended(case: TwoEmployers, aws: Any) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    consent(claim_id, by=member(FATHER))
    ends(case, case.other)
    handled(case, case.other)
    assert asked_again(claim_id, aws) == [case.mother]
    assert "consent" in consent_of(claim_id, member(MOTHER))["missing"]


def test_no_one_is_asked_again_for_what_was_decided_since_or_withdrawn(case: TwoEmployers, aws: Any) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    consent(claim_id, by=member(FATHER))
    ends(case, case.other)
    handled(case, case.other)
    consent(claim_id, by=member(MOTHER))
    assert asked_again(claim_id, aws) == []
    consent(claim_id, None, by=member(MOTHER))
    assert asked_again(claim_id, aws) == []


def test_a_yes_to_a_clinic_goes_with_the_guardian_and_its_reminder_too(case: TwoEmployers, aws: Any) -> None:
    claim_id, stage = claim_of(member(MOTHER), personId=case.child), staged()
    consent(claim_id, by=member(MOTHER))
    assert consent_to(stage.clinic_id, claim_id, True, by=member(FATHER)).body["status"] == "given"
    ends(case, case.other)
    handled(case, case.other)
    assert read_consent_to(stage.clinic_id, claim_id, member(MOTHER)).body["status"] != "given"
    assert len(outbox_rows(aws, "clinic-consent.withdrawn")) == 1
    assert consent_of(claim_id, member(MOTHER))["status"] == "given"


@pytest.mark.parametrize("by, what", [(MOTHER, "ended"), (FATHER, "confirmed")])
def test_the_consent_of_who_is_a_guardian_stays(case: TwoEmployers, by: str, what: str) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    consent(claim_id, by=member(by))
    ends(case, case.other)
    handled(case, case.other, what)
    assert consent_of(claim_id, member(MOTHER))["status"] == "given"


def test_a_guardian_who_is_confirmed_again_before_the_event_comes_keeps_all(case: TwoEmployers) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    consent(claim_id, by=member(FATHER))
    ends(case, case.other)
    assert answer(case.child, case.other, UNDERWRITER).status == 200
    handled(case, case.other)
    assert consent_of(claim_id, member(MOTHER))["status"] == "given"


def by_phone(claim_id: str) -> list[Answered]:
    """Returns what staff get who record a consent and a mandate."""
    mandate = mandates.mandate_body(STRANGER, evidence=recorded())
    return [consent(claim_id, by=STAFF, evidence=evidence()), mandates.send(claim_id, mandate, STAFF)]


def test_staff_record_the_decision_of_the_guardian_who_stays(case: TwoEmployers) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    ends(case, case.mother)
    assert [each.status for each in by_phone(claim_id)] == [200, 201]
    [made] = consent_of(claim_id, member(FATHER))["history"]
    assert (made["decidedBy"], made["guardian"]) == ("guardian", {"name": "Sten Dahl", "isYou": True})


def test_staff_record_nothing_for_a_child_that_has_no_guardian(case: TwoEmployers, aws: Any) -> None:
    claim_id = claim_of(member(MOTHER), personId=case.child)
    mandate_id = mandates.given(claim_id, to=STRANGER, by=member(MOTHER))
    ends(case, case.mother)
    ends(case, case.other)
    told = len(outbox_rows(aws, "decision.recorded"))
    ended = mandates.record_revocation(claim_id, mandate_id, {"evidence": revoked_by()})
    for refused in (*by_phone(claim_id), ended):
        assert (refused.status, refused.body["code"]) == (409, "guardian-missing")
    assert consent_of(claim_id, STAFF)["history"] == []
    assert len(outbox_rows(aws, "decision.recorded")) == told == 0
