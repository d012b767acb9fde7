"""The result of all findings: outcome, missing facts, flips, and the first day of cover."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.coverage.engine import check_against, decide, misses
from helsebro.coverage.question import question_json, vocabulary
from helsebro.coverage.translation import translated
from helsebro.errors import BadInput
from tests.builders.domain.asking import LEISURE, TODAY, body, decided, row

OLD = {"condition__arisenOn": "2025-01-10", "condition__symptomsFrom": "2025-01-10"}
SINCE_MARCH = replace(LEISURE, effective_from=date(2025, 3, 14), enrolled_on=date(2025, 3, 14))


def flips(**changes: object) -> list[tuple[str, object, str]]:
    decision = decided(**changes)
    return [(flip.fact, flip.value, flip.outcome) for flip in decision.flips]


def test_a_question_that_no_rule_denies_is_covered() -> None:
    decision = decided()

    assert decision.outcome == "covered"
    assert (decision.missing, decision.flips, decision.covered_from) == ((), (), None)


def test_a_denial_comes_before_missing_facts() -> None:
    decision = decided(cause="work", evidence__referral="none")

    assert decision.outcome == "not-covered"
    assert decision.missing == ("evidence.referral",)


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
        "treatment.startsOn",
        "evidence.approvedBeforehand",
    }


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

    assert decided(**changes).answer("da") == decided(**changes).answer("da")


def test_the_trail_has_texts_in_three_languages_and_the_printed_clause() -> None:
    decision = decided(treatment__type="conservative")
    details = {
        language: {step.rule: step for step in decision.answer(language).trail}["R-764"]
        for language in ("da", "nb", "en")
    }

    assert {step.clause for step in details.values()} == {"7.6.2"}
    assert len({step.detail for step in details.values()}) == 3


def test_a_stored_answer_is_translated() -> None:
    decision = decided(evidence__referral="none")

    assert translated(decision.answer("da"), "en") == decision.answer("en")


def test_an_answer_without_a_policy_keeps_its_texts() -> None:
    answer = decided(None).answer("da")

    assert translated(answer, "en") == answer


def test_a_treatment_before_the_policy_began_is_bad_input() -> None:
    with pytest.raises(BadInput) as refused:
        check_against(question_json.read(body()), replace(LEISURE, enrolled_on=date(2026, 12, 2)))

    assert [fault.pointer for fault in refused.value.faults] == ["/treatment/startsOn"]
    check_against(question_json.read(body()), replace(LEISURE, enrolled_on=date(2026, 12, 1)))


def test_a_reservation_without_a_price_uses_no_money_before_its_bill() -> None:
    reserved = row("surgery", "2026-11-25", cost=None, reserved=True)
    decision = decided(history=[reserved, reserved])
    facts = {step.rule.id: step.found.facts for step in decision.trail}["R-1301"]

    assert decision.outcome == "covered"
    assert (facts["used"], facts["unpriced"]) == ("0.00", 2)


def test_a_treatment_of_unknown_price_may_have_used_the_whole_sum() -> None:
    assert decided(history=[row("surgery", "2026-11-25", cost=None)]).missing == ("history",)


def test_reserved_sessions_count_without_a_price() -> None:
    reserved = row("chiropractic", "2026-02-20", sessions=12, inNetwork=False, cost=None, reserved=True)

    assert decided(history=[reserved], treatment__inNetwork=False).outcome == "not-covered"


def test_the_network_is_the_flip_of_a_used_up_pool() -> None:
    used = row("physiotherapy", "2026-02-20", sessions=12, inNetwork=False, conditionKey="other")

    assert ("treatment.inNetwork", True, "covered") in flips(history=[used], treatment__inNetwork=False)


@pytest.mark.parametrize("path", ["evidence.referral", "evidence.specialistOrder", "treatment.startsOn"])
@pytest.mark.parametrize("treatment", vocabulary.TREATMENTS)
def test_a_fact_is_missed_when_a_decision_names_it_as_missing(treatment: str, path: str) -> None:
    unknown = {f"{path.replace('.', '__')}": None, "treatment__type": treatment}
    if path == "evidence.referral":
        unknown[path.replace(".", "__")] = "none"
    asked = question_json.read(body(**unknown))

    assert misses(path, asked, LEISURE, TODAY) is (path in decide(asked, LEISURE, TODAY).missing)
