"""The result of all findings: outcome, missing facts, flips, and the first day of cover."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.coverage.engine import assess, decide, faults_against, misses
from helsebro.coverage.question import question_json, vocabulary
from tests.builders.domain.asking import LEISURE, TODAY, body, decided, kroner, row

OLD = {"condition__arisenOn": "2025-01-10", "condition__symptomsFrom": "2025-01-10"}
SINCE_MARCH = replace(LEISURE, effective_from=date(2025, 3, 14), enrolled_on=date(2025, 3, 14))


def flips(**changes: object) -> list[tuple[str, object, str]]:
    decision = decided(**changes)
    return [(flip.fact, flip.value, flip.outcome) for flip in decision.flips]


def test_a_question_that_no_rule_denies_is_covered() -> None:
    decision = decided()

    assert decision.outcome == "covered"
    assert (decision.missing, decision.flips, decision.covered_from) == ((), (), None)


def test_a_denial_comes_before_missing_facts_and_names_none_that_cannot_turn_it() -> None:
    decision = decided(cause="work", evidence__referral="none")

    assert (decision.outcome, decision.missing) == ("not-covered", ())
    assert any(step.found.missing for step in decision.trail)


def test_missing_facts_come_before_a_referral() -> None:
    assert decided(evidence__referral="none", evidence__approvedBeforehand=False).outcome == "needs-evidence"


def test_a_may_clause_never_denies_by_itself() -> None:
    decision = decided(evidence__approvedBeforehand=False)

    assert decision.outcome == "refer"
    assert decision.grant is not None


def test_a_denial_and_a_missing_fact_grant_nothing() -> None:
    assert decided(cause="work").grant is None
    assert decided(evidence__referral="none").grant is None


def test_the_trail_holds_every_rule_that_denies() -> None:
    decision = decided(cause="work", treatment__country="GL", condition__circumstances=["crime"])

    denied = [step.rule.id for step in decision.trail if step.found.denies]

    assert denied == ["R-301", "R-401", "R-402", "R-602", "R-622"]


def test_a_bare_claim_names_the_missing_facts_and_guesses_nothing() -> None:
    asked = question_json.read({"cause": "leisure", "treatment": {"type": "chiropractic"}})

    decision = decide(asked, LEISURE, TODAY)

    assert decision.outcome == "needs-evidence"
    assert set(decision.missing) == {
        "treatment.country",
        "condition.circumstances",
        "treatment.practitioner.relation",
        "condition.category",
        "condition.arisenAbroad",
        "condition.arisenOn",
        "condition.chronic",
    }


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"treatment__type": "misuse", "condition__category": "misuse-alcohol"},
        {"treatment__type": "home-help", "evidence__directlyAfterCoveredStay": True},
        {"treatment__type": "patient-transport", "evidence__disabledForTransport": True},
    ],
)
def test_our_own_approval_is_decided_by_a_person_and_asked_of_nobody(changes: dict[str, object]) -> None:
    """R-1205, R-1005, R-1102 and R-7121: nobody can send us our own approval."""
    decision = decided(**changes, evidence__approvedBeforehand=None)

    assert (decision.outcome, decision.missing) == ("refer", ())


def test_the_weakest_referral_that_changes_the_outcome_is_named() -> None:
    assert flips(evidence__referral="none") == [("evidence.referral", "physiotherapy", "covered")]
    assert flips(treatment__type="psychologist", evidence__referral="none") == [
        ("evidence.referral", "recommendation", "covered")
    ]


@pytest.mark.parametrize(
    "changes, flip",
    [
        ({"cause": "work"}, ("cause", "leisure", "covered")),
        ({"treatment__country": "PL"}, ("treatment.country", "DK", "covered")),
        ({"condition__circumstances": ["crime"]}, ("condition.circumstances", [], "covered")),
        ({"condition__circumstances": ["crime", "war"]}, ("condition.circumstances", [], "covered")),
        (
            {"treatment__type": "surgery", "condition__circumstances": ["crime", "direct-sequela"]},
            ("condition.circumstances", ["direct-sequela"], "covered"),
        ),
        (
            {"treatment__type": "acupuncture"},
            ("treatment.practitioner.approvals", ["RAB"], "covered"),
        ),
        (
            {"treatment__type": "transport", "treatment__distanceKm": 100},
            ("treatment.distanceKm", 101, "covered"),
        ),
        (
            {"treatment__type": "companion-lodging", "treatment__nights": 3},
            ("treatment.nights", 4, "covered"),
        ),
        ({"evidence__approvedBeforehand": False}, ("evidence.approvedBeforehand", True, "covered")),
        ({"condition__circumstances": None}, ("condition.circumstances", [], "covered")),
    ],
    ids=lambda value: str(value),
)
def test_a_single_fact_that_changes_the_outcome_is_named(
    changes: dict[str, object], flip: tuple[str, object, str]
) -> None:
    assert flip in flips(**changes)


def test_a_fact_that_follows_from_another_is_not_a_flip() -> None:
    sequela = {"treatment__type": "surgery", "condition__sequelaOfChronicDiagnosedOn": "2025-01-01"}

    assert flips(**sequela) == []
    assert flips(condition__category="chronic") == []


def test_two_denials_have_no_single_flip() -> None:
    assert flips(cause="work", treatment__country="PL") == []


def test_a_flip_of_a_denial_may_lead_to_needs_evidence() -> None:
    assert flips(cause="work", evidence__referral="none") == [("cause", "leisure", "needs-evidence")]


def test_an_old_illness_is_covered_after_two_years() -> None:
    assert decided(SINCE_MARCH, **OLD).covered_from == date(2027, 3, 14)


def test_consecutive_waits_are_followed() -> None:
    past = row("physiotherapy", "2026-02-20", courseEndedOn="2026-04-01")

    assert decided(SINCE_MARCH, history=[past], **OLD).covered_from == date(2027, 4, 1)


def test_a_used_up_pool_is_covered_in_the_next_policy_year() -> None:
    used = row("physiotherapy", "2026-02-20", sessions=12, inNetwork=False, conditionKey="other")

    assert decided(history=[used], treatment__inNetwork=False).covered_from == date(2027, 1, 1)


def test_waiting_does_not_help_what_is_never_covered() -> None:
    assert decided(SINCE_MARCH, cause="work", **OLD).covered_from is None
    assert decided(SINCE_MARCH, evidence__referral="none", **OLD).covered_from is None


def test_cover_begins_on_the_first_day_of_the_enrolment() -> None:
    no_wait = replace(LEISURE, enrolled_on=date(2026, 12, 2), parameters={"preExistingWaitMonths": 0})

    assert decided(no_wait).covered_from == date(2026, 12, 2)


def test_a_leap_day_ends_in_february() -> None:
    cover = replace(LEISURE, effective_from=date(2024, 2, 29), enrolled_on=date(2024, 2, 29))
    old = {"condition__arisenOn": "2024-02-28", "treatment__startsOn": "2026-02-27"}

    assert decided(cover, **old).covered_from == date(2026, 2, 28)


def test_the_same_facts_give_the_same_answer() -> None:
    changes = {"cause": "work", "evidence__referral": "none", "condition__circumstances": ["war", "crime"]}

    assert decided(**changes).answer() == decided(**changes).answer()


def test_each_step_holds_what_it_read_and_the_answer_holds_every_known_fact_once() -> None:
    trail = decided(treatment__cost=None).answer().trail
    [step] = [step for step in trail if step.rule == "R-824"]

    assert step.reads == ("treatment.startsOn", "treatment.type")
    assert trail.facts["treatment.startsOn"] == "2026-12-01"
    assert trail.facts["evidence.subsidy"] == {"amount": "0.00", "currency": "DKK"}
    assert "treatment.cost" not in trail.facts


def test_a_trail_without_a_policy_names_the_terms_of_its_rule() -> None:
    answer = decided(None).answer()

    assert (answer.product, answer.trail.product) == (None, "SF1706")


def test_a_treatment_before_every_policy_began_is_a_fault() -> None:
    asked = question_json.read(body())
    late, in_time = (replace(LEISURE, enrolled_on=date(2026, 12, day)) for day in (2, 1))

    assert [fault.pointer for fault in faults_against(asked, [late], TODAY)] == ["/treatment/startsOn"]
    assert faults_against(asked, [late, in_time], TODAY) == []


def test_a_reservation_without_a_price_uses_no_money_before_its_bill() -> None:
    reserved = row("surgery", "2026-11-25", cost=None, reserved=True)
    decision = decided(history=[reserved, reserved])
    facts = {step.rule.id: step.found.facts for step in decision.trail}["R-1301"]

    assert decision.outcome == "covered"
    assert (facts["used"], facts["unpriced"]) == (kroner("0.00"), 2)


def test_a_treatment_of_unknown_price_may_have_used_the_whole_sum() -> None:
    assert decided(history=[row("surgery", "2026-11-25", cost=None)]).missing == ("history",)


def test_what_is_reserved_is_not_told_as_used() -> None:
    """R-1301 and R-824: nothing is held of what is granted, but less is left."""
    reserved = row("physiotherapy", "2026-11-25", sessions=2, cost=kroner("800.00"), reserved=True)
    held = row("physiotherapy", "2026-11-20")
    facts = {step.rule.id: step.found.facts for step in decided(history=[reserved, held]).trail}

    total = [facts["R-1301"][name] for name in ("used", "reserved", "left")]
    assert total == [kroner("400.00"), kroner("800.00"), kroner("498800.00")]
    assert [facts["R-824"][name] for name in ("used", "reserved", "left")] == [1, 2, 0]


def test_before_the_cover_began_nothing_is_said_of_sums() -> None:
    early = decided(condition__arisenOn="2023-05-01", treatment__startsOn="2023-06-01")

    assert "R-1301" not in {step.rule.id for step in early.trail}


def test_reserved_sessions_count_without_a_price() -> None:
    reserved = row("chiropractic", "2026-02-20", sessions=12, inNetwork=False, cost=None, reserved=True)

    assert decided(history=[reserved], treatment__inNetwork=False).outcome == "not-covered"


def test_the_network_is_the_flip_of_a_used_up_pool() -> None:
    used = row("physiotherapy", "2026-02-20", sessions=12, inNetwork=False, conditionKey="other")

    assert ("treatment.inNetwork", True, "covered") in flips(history=[used], treatment__inNetwork=False)


@pytest.mark.parametrize("path", ["evidence.referral", "evidence.specialistOrder", "treatment.startsOn"])
@pytest.mark.parametrize("treatment", vocabulary.TREATMENTS)
def test_a_fact_is_missed_when_an_assessment_names_it_as_missing(treatment: str, path: str) -> None:
    unknown = {f"{path.replace('.', '__')}": None, "treatment__type": treatment}
    if path == "evidence.referral":
        unknown[path.replace(".", "__")] = "none"
    asked = question_json.read(body(**unknown))

    assert misses(path, asked, LEISURE, TODAY) is (path in assess(asked, LEISURE, TODAY).missing)


def test_a_cap_of_a_session_reads_no_subsidy_and_a_deduction_does() -> None:
    trail = decided(treatment__type="osteopathy", treatment__inNetwork=False).answer().trail
    reads = {step.rule: step.reads for step in trail}

    assert "evidence.subsidy" in reads["R-306"]
    assert "evidence.subsidy" not in reads["R-843"]
