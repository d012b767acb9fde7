from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from functions.benefits.benefits.handler import handler
from functions.coverage.coverage.handler import handler as simulate

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import tables
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of
from tests.builders.decisions import CHIROPRACTIC, approval, claim_in_review, decide, task_of
from tests.builders.mandates import given, revoke
from tests.builders.policies import ANNA, BO, CARL, cpr_of_age, enrol, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
STRANGER = "per_" + "a" * 24


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def benefits(person_id: str = "", by: dict[str, Any] | None = None, language: str = "en") -> Answered:
    path = f"/v1/me/benefits?personId={person_id}" if person_id else "/v1/me/benefits"
    headers = {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def change(person_id: PersonId, to: Callable[[Ledger], Ledger], payer: str = "tryg") -> None:
    store = DynamoBenefits()
    before = store.ledger(payer, person_id)
    tables.commit(store.replacement(before, to(before)))


def grant(
    person_id: PersonId,
    treatment: str,
    sessions: int,
    claim_id: ClaimId = ClaimId("clm_1"),
    payer: str = "tryg",
) -> None:
    today = local_day(datetime.now(UTC))
    portion = Portion("tsk_1", today, sessions, today, today, Money.of(300))
    purpose = Purpose(claim_id, "SF1706", "P-SF1706", "injury", date(2026, 1, 1))
    change(
        person_id,
        lambda one: one.reserve(GuaranteeId(f"gar_{treatment}"), purpose, treatment, False, portion),
        payer,
    )


def line(answer: Answered, rule: str) -> Any:
    assert answer.status == 200, answer.body
    (policy,) = answer.body["policies"]
    return next(one for one in policy["benefits"] if one["rule"] == rule and not one["condition"])


def test_a_member_sees_every_window_with_what_is_reserved_and_left() -> None:
    anna = insured_of(policy_of("tryg"))
    grant(anna, "reflexology", 3)
    found = line(benefits(), "R-842")
    year = local_day(datetime.now(UTC)).year
    assert (found["limit"], found["granted"], found["reserved"], found["used"]) == (12, 3, 3, 0)
    assert (found["released"], found["left"], found["paid"], found["exact"]) == (0, 9, None, True)
    assert (found["windowFrom"], found["windowUntil"]) == (f"{year}-01-01", f"{year}-12-31")
    assert found["bar"] == {"used": 0, "reserved": 25, "left": 75}
    whole = line(benefits(), "R-1301")
    assert whole["reserved"] == {"amount": "900.00", "currency": "DKK"}
    assert whole["left"] == {"amount": "499100.00", "currency": "DKK"}


def test_the_answer_is_in_the_callers_language() -> None:
    insured_of(policy_of("tryg"))
    texts = {line(benefits(language=language), "R-842")["text"] for language in ("da", "nb", "en")}
    assert len(texts) == 3


def test_each_policy_shows_its_period_its_endings_and_its_waiting_periods() -> None:
    insured_of(policy_of("tryg", policyYearStart="07-01"), enrolledOn="2026-01-01", scheme="voluntary")
    (policy,) = benefits().body["policies"]
    assert (policy["state"], policy["insuredFrom"]) == ("in-force", "2026-01-01")
    assert policy["policyYear"]["from"][5:] == "07-01"
    assert [one["kind"] for one in policy["endings"]] == ["seventieth-year"]
    waits = {one["rule"]: one for one in policy["waits"]}
    assert (waits["R-704"]["until"], waits["R-7153"]["until"]) == ("2028-01-01", "2026-07-01")


def test_a_window_that_a_treatment_has_opened_shows_its_last_day() -> None:
    anna = insured_of(policy_of("tryg"))
    purpose = Purpose(ClaimId("clm_1"), "SF1706", "P-SF1706", "injury", date(2026, 1, 1))
    spent = Spent("0", date(2026, 8, 31), "rehabilitation", Money.of(400))
    use = Use("rfd_1", "refund", purpose, date(2026, 9, 1), in_network=False, sessions=(spent,))
    change(anna, lambda one: one.consume(use))
    (policy,) = benefits().body["policies"]
    (window,) = policy["windows"]
    assert (window["rule"], window["windowFrom"], window["windowUntil"]) == (
        "R-791",
        "2026-08-31",
        "2027-02-28",
    )
    assert window["treatments"] == ["rehabilitation"]


def test_the_policies_of_two_payers_count_separately() -> None:
    payer_of("gjensidige")
    anna = insured_of(policy_of("tryg"))
    enrol(policy_of("gjensidige"), by=staff("underwriting", payer="gjensidige"))
    grant(anna, "reflexology", 3, payer="gjensidige")
    left = {
        policy["payer"]: next(one["left"] for one in policy["benefits"] if one["rule"] == "R-842")
        for policy in benefits().body["policies"]
    }
    assert left == {"tryg": 12, "gjensidige": 9}


def test_a_person_without_insurance_has_no_policies() -> None:
    assert benefits().body["policies"] == []


def test_a_parent_sees_a_child_under_fifteen_and_each_sees_its_own() -> None:
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id)
    child = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    grant(child, "reflexology", 3)
    assert line(benefits(child), "R-842")["left"] == line(benefits(by=member(CARL)), "R-842")["left"] == 9
    assert line(benefits(), "R-842")["left"] == 12


@pytest.mark.parametrize("in_days, status", [(1, 200), (0, 404), (-1, 404)])
def test_a_parents_access_ends_on_the_fifteenth_birthday(in_days: int, status: int) -> None:
    policy_id = policy_of("tryg")
    cpr = cpr_of_age(15, birthday_in_days=in_days)
    anna = insured_of(policy_id)
    child = insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna)
    assert benefits(child).status == status


def test_the_benefits_of_other_people_are_all_the_same_404() -> None:
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id)
    bo = insured_of(policy_id, cpr=BO, relation="spouse", mainInsuredPersonId=anna)
    carl = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    refused = [benefits(bo), benefits(STRANGER), benefits("x"), benefits(anna, member(CARL))]
    refused.append(benefits(carl, member(BO)))
    assert {one.status for one in refused} == {404}
    assert len({json.dumps(one.body) for one in refused}) == 1


def test_a_mandate_shows_only_the_policy_and_the_treatment_of_its_case() -> None:
    anna = insured_of(policy_of("tryg"))
    insured_of(policy_of("tryg", "SA1706"))
    claim_id = claim_of(treatment={"type": "reflexology"})
    grant(anna, "reflexology", 3, claim_id)
    grant(anna, "psychiatrist", 3, ClaimId("clm_other"))
    mandate_id = given(claim_id, "contact")
    seen = benefits(anna, member(BO))
    assert [policy["product"] for policy in seen.body["policies"]] == ["SF1706"]
    assert line(seen, "R-842")["left"] == 9
    assert "psychiatrist" not in json.dumps(seen.body)
    assert "clm_other" not in json.dumps(seen.body)
    revoke(claim_id, mandate_id)
    assert benefits(anna, member(BO)).status == 404


@pytest.mark.parametrize(
    "by, status", [(None, 401), (staff("caseworker"), 403), (member(cpr="", **{"dk.cvr": "12345674"}), 403)]
)
def test_only_a_member_reads_benefits(by: Any, status: int) -> None:
    assert ask(handler, event("GET", "/v1/me/benefits", by=by)).status == status


def test_an_approval_is_reserved_in_the_benefits_and_counts_in_the_next_simulation() -> None:
    insured_of(policy_of("tryg"))
    before = line(benefits(), "R-832")
    claim_id = claim_in_review(treatment={**CHIROPRACTIC, "inNetwork": False})
    decided = decide(task_of(claim_id), approval(sessions=4))
    assert decided.status == 200, decided.body
    after = line(benefits(), "R-832")
    assert (after["granted"], after["reserved"], after["used"]) == (4, 4, 0)
    assert (before["left"], after["left"]) == (12, 8)
    asked = {"type": "chiropractic", "startsOn": str(local_day(datetime.now(UTC))), "inNetwork": False}
    call = event(
        "POST",
        "/v1/coverage/simulate",
        by=member(ANNA),
        body={"cause": "leisure", "treatment": asked},
        key=None,
    )
    trail = {step["rule"]: step["facts"] for step in ask(simulate, call).body["trail"]}
    assert (trail["R-832"]["reserved"], trail["R-832"]["left"]) == (4, 8)
