"""A trail as it is shown: the clause beside a sentence about the case, in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.coverage.question import vocabulary
from helsebro.coverage.terms.product import product
from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.coverage.trail import TREATMENT, Effect, Step, Trail
from tests.builders.domain.asking import decided

FACTS = {"treatment.type": "osteopathy", "treatment.startsOn": "2026-12-01", "treatment.inNetwork": False}
MOST = {"amount": "300.00", "currency": "DKK"}


def shown(step: Step, language: str = "en", **facts: object) -> dict[str, Any]:
    [row] = ShownTrail(Trail((step,), {**FACTS, **facts}, "SF1706"), language).rows()
    return row


def test_a_row_has_the_clause_and_every_fact_that_it_read_beside_what_it_computed() -> None:
    row = shown(Step("R-843", "8.4.2", "cap", {"most": MOST}, ("treatment.inNetwork", "treatment.type")))

    assert (row["rule"], row["clause"], row["effect"]) == ("R-843", "8.4.2", "cap")
    assert row["clauseText"] == "The subsidy is at most DKK 300 per session."
    assert row["facts"] == {"treatment.inNetwork": False, "treatment.type": "osteopathy", "most": MOST}


def test_the_facts_of_a_row_hold_what_only_its_sentence_read() -> None:
    [row] = ShownTrail(
        Trail((Step("R-304", "3.2", "note"),), {**FACTS, "treatment.cost": MOST}, "SF1706"), "en"
    ).rows()

    assert "DKK 300" in str(row["detail"])
    assert row["facts"] == {"treatment.type": "osteopathy", "treatment.cost": MOST}


@pytest.mark.parametrize(
    "language, sentence",
    [
        (
            "da",
            "Vi mangler en politirapport. For at afgøre dette skal vi vide, "
            "om sygdommen eller skaden er kronisk.",
        ),
        (
            "nb",
            "Vi mangler en politirapport. For å avgjøre dette må vi vite "
            "om sykdommen eller skaden er kronisk.",
        ),
        (
            "en",
            "We need a police report. To decide this, we need to know "
            "whether the illness or injury is chronic.",
        ),
    ],
)
def test_a_missing_fact_is_named_in_the_readers_words(language: str, sentence: str) -> None:
    unknown = {"unknown": ["evidence.policeReport", "condition.chronic"]}

    assert shown(Step("R-7141", "7.14", "require", unknown), language)["detail"] == sentence


@pytest.mark.parametrize(
    "rule, effect",
    [("R-1301", "cap"), ("R-1301", "deny"), ("R-832", "cap"), ("R-832", "deny"), ("R-7141", "cap")],
)
def test_what_is_reserved_is_said_beside_what_is_used(rule: str, effect: Effect) -> None:
    facts = {"limit": 12, "used": 0, "left": 7, "from": "2026-01-01", "until": "2027-01-01"}
    held = shown(Step(rule, "8", effect, facts))["detail"]
    kept = shown(Step(rule, "8", effect, {**facts, "reserved": 5}))["detail"]

    assert kept == f"{held} Another 5 are granted and not used yet."


def test_reserved_money_is_said_as_an_amount() -> None:
    money = {"limit": MOST, "used": MOST, "left": MOST, "from": "2026-01-01", "until": "2027-01-01"}
    said = shown(Step("R-1301", "12.1", "cap", {**money, "unit": "money", "reserved": MOST}))["detail"]

    assert said.endswith("We have also reserved DKK 300 for treatment that we have already granted.")


@pytest.mark.parametrize(
    "used, sentence",
    [
        (0, "Of the first 3 sessions, 2 are granted and not used yet, so 1 is left."),
        (1, "Of the first 3 sessions, 1 is used and 2 are granted and not used yet, so 0 are left."),
    ],
)
def test_a_portion_says_what_is_granted_of_it(used: int, sentence: str) -> None:
    facts = {"unit": "sessions", "limit": 3, "used": used, "reserved": 2, "left": 1 - used}
    assert str(shown(Step("R-824", "8.2", "cap", facts))["detail"]).startswith(sentence)
    refused = str(shown(Step("R-824", "8.2", "refer", facts))["detail"])
    assert refused.endswith("Our health team assesses whether you can have more.")


@pytest.mark.parametrize(
    "language, said",
    [
        ("da", "890 norske kr. minus dit tilskud på 160 norske kr. er 730 norske kr."),
        ("nb", "890 kr minus tilskuddet ditt på 160 kr gir 730 kr igjen."),
        ("en", "NOK 890 less your subsidy of NOK 160 is NOK 730."),
    ],
)
def test_a_subsidy_is_deducted_in_numbers(language: str, said: str) -> None:
    facts = {
        "treatment.cost": {"amount": "890.00", "currency": "NOK"},
        "evidence.subsidy": {"amount": "160.00", "currency": "NOK"},
    }
    trail = Trail((Step("R-306", "3.2", "note"),), facts, "SA1706", home="NO")
    assert str(ShownTrail(trail, language).rows()[0]["detail"]).endswith(said)


def test_a_missing_referral_is_named_by_the_kind_that_the_clause_needs() -> None:
    asked = {"treatment__type": "osteopathy", "treatment__practitioner__approvals": ["ROD"]}
    trail = decided(**asked, evidence__referral="own-doctor").answer().trail
    said = {row["rule"]: str(row["detail"]) for row in ShownTrail(trail, "en").rows()}

    assert "physiotherap" in said["R-815"]


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_a_denial_does_not_speak_of_what_is_missing_as_if_it_waited_for_it(language: str) -> None:
    late = Step("R-7144", "7.14", "deny", {"from": "2026-01-01", "until": "2026-01-22"})
    report = Step("R-7143", "7.14", "require", {"unknown": ["evidence.policeReport"]})

    def sentences(*steps: Step) -> list[str]:
        return [str(row["detail"]) for row in ShownTrail(Trail(steps, FACTS, "SF1706"), language).rows()]

    [waiting], [_, denied] = sentences(report), sentences(late, report)
    report_in_words = "en politirapport." if language != "en" else "a police report."
    assert waiting.endswith(report_in_words)
    assert denied.endswith(report_in_words)
    assert denied != waiting


def test_a_denial_names_each_missing_fact_in_one_row() -> None:
    denied = Step("R-7144", "7.14", "deny", {"from": "2026-01-01", "until": "2026-01-22"})
    circumstances = {"unknown": ["condition.circumstances"]}
    others = [Step(rule, "6", "require", circumstances) for rule in ("R-620", "R-621", "R-622")]
    report = Step("R-7143", "7.14", "require", {"unknown": ["evidence.policeReport"]})

    def rules(*steps: Step) -> list[object]:
        return [row["rule"] for row in ShownTrail(Trail(steps, FACTS, "SF1706"), "da").rows()]

    assert rules(denied, *others, report) == ["R-7144", "R-620", "R-7143"]
    assert rules(*others, report) == ["R-620", "R-621", "R-622", "R-7143"]


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
@pytest.mark.parametrize("rule", ["R-826", "R-914"])
def test_a_supplement_is_told_only_when_it_was_told(rule: str, language: str) -> None:
    told = {"da": "Du har oplyst", "nb": "Du har opplyst", "en": "You told us"}[language]

    def said(facts: dict[str, object]) -> str:
        trail = Trail((Step(rule, "8.2", "note"),), facts, "SA1706")
        return str(ShownTrail(trail, language).rows()[0]["detail"])

    assert told in said({"condition.circumstances": ["weekend-supplement"]})
    assert told not in said({})


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_a_step_that_waits_for_our_own_approval_says_that_a_person_assesses_it(language: str) -> None:
    unknown = shown(Step("R-1205", "11.3", "refer", {"unknown": ["evidence.approvedBeforehand"]}), language)
    refused = shown(Step("R-1205", "11.3", "refer"), language)

    assert unknown["detail"] != refused["detail"]


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
@pytest.mark.parametrize("effect", ["deny", "wait", "cap", "refer", "grant", "note", "require"])
def test_a_step_without_its_values_still_speaks_of_the_case(effect: Effect, language: str) -> None:
    """A rule that the terms no longer have, of a trail that was stored without the facts."""
    [row] = ShownTrail(Trail((Step("R-9999", "1", effect),)), language, "SF1706").rows()

    assert len(str(row["detail"])) > 20
    assert not {"{", "[", "|", "#"} & set(str(row["detail"]))


def test_the_general_sentence_says_what_it_knows() -> None:
    waiting = shown(Step("R-9999", "1", "wait", {"until": "2027-11-28"}))["detail"]

    assert waiting == "Your treatment (osteopathy) is not covered before 28 November 2027."


def test_an_entry_stored_with_its_text_shows_it_when_the_terms_have_none() -> None:
    old = {"rule": "R-9999", "clause": "1", "effect": "deny", "facts": {}, "detail": "Ikke dækket."}
    [row] = ShownTrail(Trail.from_json([old]), "en", "SF1706").rows()

    assert row["clauseText"] == "Ikke dækket."


def test_an_entry_stored_with_its_text_is_shown_in_the_readers_language() -> None:
    old = {"rule": "R-603", "clause": "6.3", "effect": "deny", "facts": {}, "detail": "Akut …"}
    [row] = ShownTrail(Trail.from_json([old]), "en", "SF1706").rows()

    assert row["clauseText"] == rule_texts("SF1706", "R-603", "en").clause
    assert row["facts"] == {}


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_a_person_without_a_policy_reads_the_clause_too(language: str) -> None:
    [row] = ShownTrail(decided(None).answer().trail, language).rows()

    assert row["clauseText"] == rule_texts("SF1706", "R-201", language).clause


def test_a_further_portion_is_said_with_what_was_granted_before() -> None:
    row = shown(Step("R-824", "8.2", "refer", {"granted": 3, "left": 3}))

    assert "3 sessions" in row["detail"]


@pytest.mark.parametrize(
    "language, event, stay, home",
    [
        ("da", "Hændelsen skete den", "Du har oplyst, at genoptræningen", "kun dækket lige efter"),
        ("nb", "Hendelsen skjedde", "Du har opplyst at opptreningen", "bare dekket rett etter"),
        ("en", "The event happened on", "You told us that the rehabilitation", "only covered directly after"),
    ],
)
def test_a_row_says_only_what_is_known_of_the_case(language: str, event: str, stay: str, home: str) -> None:
    """A crisis has an event and no illness, a stay is covered when we know it, and Denmark is at home."""
    known = {
        "treatment.type": "crisis-help",
        "condition.arisenOn": "2026-11-14",
        "cover.seniority": "2026-01-01",
        "treatment.country": "DK",
    }
    steps = (
        Step("R-703", "7.3", "note"),
        Step("R-791", "7.9", "cap"),
        Step("R-1104", "11.4", "deny"),
    )
    said = [str(row["detail"]) for row in ShownTrail(Trail(steps, known, "SF1706"), language).rows()]
    assert [part in text for part, text in zip((event, stay, home), said, strict=True)] == [True] * 3


def granted_row(step: Step, *others: Step, language: str = "en", **shown: Any) -> str:
    facts = {
        "treatment.type": "osteopathy",
        "treatment.inNetwork": False,
        "treatment.cost": {"amount": "250.00", "currency": "DKK"},
        **shown.pop("facts", {}),
    }
    told = ShownTrail(Trail((step, *others), facts, "SF1706"), language, **{"is_decided": True, **shown})
    return str(told.rows()[0]["detail"])


CAP = Step("R-843", "8.4.2", "cap", {"most": {"amount": "300.00", "currency": "DKK"}})
DENIAL = Step("R-613", "6.13", "deny")
PORTION = Step("R-824", "8.2", "cap", {"limit": 3, "left": 3, "used": 0})
AGREED = {"amount": "275.00", "currency": "DKK"}


@pytest.mark.parametrize(
    "granted, ending",
    [
        (1, "We normally grant 3 sessions to begin with. A caseworker has granted you 1."),
        (3, "You can have 3 sessions to begin with. If you need more, our health team can grant them."),
        (4, "We normally grant 3 sessions to begin with. A caseworker has granted you 4."),
        (None, "You can have 3 sessions to begin with. If you need more, our health team can grant them."),
    ],
)
def test_a_portion_says_what_staff_granted_instead(granted: int | None, ending: str) -> None:
    assert granted_row(PORTION, granted=granted).endswith(ending)


@pytest.mark.parametrize(
    "shown, ending",
    [
        ({"granted": 3}, "at most DKK 300 a session. Your price is lower, so we pay at most DKK 250."),
        (
            {"granted": 3, "agreed": AGREED},
            "For this case DKK 275 is agreed, so that is the most we pay.",
        ),
        ({"granted": 3, "facts": {"treatment.cost": {"amount": "300.00", "currency": "DKK"}}}, "a session."),
        ({}, "at most DKK 300 a session."),
    ],
)
def test_a_cap_says_what_is_paid_below_it(shown: dict[str, Any], ending: str) -> None:
    assert granted_row(CAP, **shown).endswith(ending)


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_what_a_denying_clause_did_not_stop_is_called_an_exception(language: str) -> None:
    approved = granted_row(DENIAL, language=language, granted=3)
    denied = granted_row(DENIAL, language=language)
    assert approved.startswith(denied)
    assert approved != denied


def test_a_tariff_is_no_stated_price() -> None:
    facts = {"priceFrom": "tariff", "firstPrice": {"amount": "475.00", "currency": "DKK"}}
    row = granted_row(Step("R-304", "3.2", "note"), facts=facts)
    assert "which is DKK 250 a session by the agreed tariff and DKK 475 the first time" in row
    assert "which is stated as DKK 250" in granted_row(Step("R-304", "3.2", "note"))


def counted(*reads: str) -> Step:
    sums = {name: {"amount": f"{amount}.00", "currency": "DKK"} for name, amount in SUMS.items()}
    year = {"from": "2026-01-01", "until": "2027-01-01"}
    return Step("R-1301", "13.1", "cap", {"unit": "money", **sums, **year}, reads)


SUMS = {"limit": 100000, "used": 9000, "left": 91000, "reserved": 5000}


@pytest.mark.parametrize("effect", ["cap", "deny"])
@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_holder_of_a_mandate_reads_the_rule_of_a_sum_over_all_treatments_and_no_number_of_it(
    effect: Effect, language: str
) -> None:
    """As on the page of benefits: such a sum would tell of other cases."""
    step = replace(counted(), effect=effect)
    trail = Trail((step,), FACTS, "SF1706")
    [own], [held] = (ShownTrail(trail, language, reader=reader).rows() for reader in ("self", "holder"))
    assert "reserved" in str(own["facts"])
    assert any(character.isdigit() for character in str(own["detail"]))
    assert (held["rule"], held["clauseText"]) == (own["rule"], own["clauseText"])
    assert isinstance(held["facts"], dict)
    assert not SUMS.keys() & held["facts"].keys()
    assert held["detail"]
    assert not any(character.isdigit() for character in str(held["detail"]))


def test_the_holder_of_a_mandate_reads_what_is_left_of_the_treatment_of_the_case() -> None:
    step = counted("treatment.type")
    [held] = ShownTrail(Trail((step,), FACTS, "SF1706"), "en", reader="holder").rows()
    assert "DKK 91,000" in str(held["detail"])


@pytest.mark.parametrize("name", ["SF1706", "SA1706"])
def test_every_other_rule_that_counts_reads_the_treatment(name: str) -> None:
    """So the trail itself tells which sum is over all treatments."""
    counting = {
        rule.id: TREATMENT in rule.reads
        for treatment in vocabulary.TREATMENTS
        for rule in product(name).chapter(treatment).rules
        if rule.kind in ("cap", "portion")
    }
    assert {rule for rule, reads in counting.items() if not reads} == {"R-1301", "R-1302"} & counting.keys()
