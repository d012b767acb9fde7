"""What a sentence of the trail says: only what holds, in words that people use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.texts.general import FOLDER, general_template
from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.coverage.texts.text_lines import keys_of
from helsebro.coverage.trail import Effect, Step, Trail
from tests.domain.coverage.texts.test_every_sentence import rules

LAST_YEAR = {"from": "2026-01-01", "until": "2027-01-01"}


def kroner(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "DKK"}


MONEY = {**LAST_YEAR, "unit": "money", "limit": kroner("500000.00"), "left": kroner("487700.00")}
STARTED = {"from": "2024-01-01", "months": 24, "until": "2026-01-01"}


def said(
    rule: str,
    effect: Effect,
    language: str = "en",
    computed: Mapping[str, object] | None = None,
    granted: int | None = None,
    is_decided: bool = False,
    **facts: Any,
) -> str:
    asked = {name.replace("__", "."): value for name, value in facts.items()}
    trail = Trail((Step(rule, "1", effect, computed or {}),), asked, "SF1706")
    [row] = ShownTrail(trail, language, granted=granted, is_decided=is_decided).rows()
    return str(row["detail"])


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("da", "Du får intet tilskud, så intet bliver trukket fra."),
        ("nb", "Du får ikke noe tilskudd, så ingenting trekkes fra."),
        ("en", "You get no subsidy, so nothing is deducted."),
    ],
)
def test_no_subsidy_is_not_an_amount(language: str, sentence: str) -> None:
    assert said("R-306", "note", language, evidence__subsidy=kroner("0.00")) == sentence


def test_a_subsidy_that_is_stated_and_not_proved_is_not_called_unknown() -> None:
    assert "once we have seen a paper" in said("R-306", "note", cover__country="DK")
    assert said("R-305", "note") == "We never pay more than what the bill says."


def clause(rule: str, computed: Mapping[str, object], **facts: Any) -> str:
    asked = {name.replace("__", "."): value for name, value in facts.items()}
    trail = Trail((Step(rule, "1", "cap", computed),), asked, "SF1706")
    return str(ShownTrail(trail, "da").rows()[0]["clauseText"])


@pytest.mark.parametrize(
    "rule, computed, amount",
    [
        ("R-843", {"most": kroner("450.00")}, "højst 450 kr. pr. behandling"),
        ("R-934", {"most": kroner("950.00")}, "højst 950 kr. pr. konsultation"),
        ("R-1105", {**MONEY, "limit": kroner("60000.00")}, "højst 60.000 kr. i et år"),
        ("R-771", {**MONEY, "limit": kroner("20000.00")}, "højst 20.000 kr. pr. sygdom"),
    ],
)
def test_a_clause_says_the_amount_that_the_payer_has_set(
    rule: str, computed: dict[str, object], amount: str
) -> None:
    assert amount in clause(rule, computed, cover__ownTerms=True)
    assert "det beløb, der står i policen, " in clause(rule, {}, cover__ownTerms=True)
    assert re.search(r"højst [0-9.]+ kr\.", clause(rule, {}))


@pytest.mark.parametrize(
    "language, sentence",
    [
        (
            "da",
            "Dit tilskud på 50 kr. bliver trukket fra.",
        ),
        (
            "nb",
            "Tilskuddet ditt på 50 danske kr blir trukket fra.",
        ),
        (
            "en",
            "Your subsidy of DKK 50 is deducted.",
        ),
    ],
)
def test_a_stated_subsidy_is_deducted_by_its_amount(language: str, sentence: str) -> None:
    stated: dict[str, Any] = {"evidence__subsidy": kroner("50.00"), "cover__country": "DK"}
    text = said("R-306", "note", language, **stated).replace("\N{NO-BREAK SPACE}", " ")
    assert sentence in text


@pytest.mark.parametrize("treatment", ["physiotherapy", "osteopathy", "craniosacral"])
def test_a_referral_that_is_too_weak_meets_no_condition(treatment: str) -> None:
    asked: dict[str, Any] = {"treatment__type": treatment, "evidence__referral": "own-doctor"}
    found = [said("R-302", "grant", language, **asked) for language in LANGUAGES]
    assert not any(re.search("opfylder|oppfyller|meets", text) for text in found)
    assert "men til osteopati" in said("R-302", "grant", "da", **{**asked, "treatment__type": "osteopathy"})
    enough = said("R-302", "grant", "en", **{**asked, "evidence__referral": "physiotherapy"})
    assert "That meets the general condition" in enough


@pytest.mark.parametrize(
    "treatment, words",
    [
        ("transport", ("den behandling, du skal til", "den behandling, du skal til")),
        ("crisis-help", ("hvor meget hjælp du har brug for", "at samtalerne kan give dig")),
        ("surgery", ("hvilken behandling du har brug for", "kan helbrede dig")),
    ],
)
def test_need_and_effect_are_those_of_what_is_asked_for(treatment: str, words: tuple[str, str]) -> None:
    found = [said(rule, "note", "da", treatment__type=treatment) for rule in ("R-1202", "R-1209")]
    assert [word in text.replace("Den beh", "den beh") for word, text in zip(words, found, strict=True)] == [
        True,
        True,
    ]


UNDECIDED = re.compile(
    r"vurderer|afgør,|ser på|vurderes|før vi svarer|avgjør |før vi svarer|assesses|looks at|will "
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_what_is_decided_says_that_staff_still_assess_it(language: str) -> None:
    values: dict[str, Any] = {"condition__knownBy": "2026-01-01", "treatment__startsOn": "2026-12-01"}
    values |= {name: "2026-01-01" for name in ("condition__diagnosedOn", "cover__start", "cover__seniority")}
    values |= {"condition__sequelaOfChronicDiagnosedOn": "2026-01-01", "treatment__country": "DE"}
    values |= {"treatment__type": "surgery", "cover__changeUnreported": True}
    open_still = []
    for _, rule in rules():
        if "refer" in rule.effects:
            told = said(rule.id, "refer", language, {**STARTED, "limit": 3}, is_decided=True, **values)
            before = said(rule.id, "refer", language, {**STARTED, "limit": 3}, **values)
            if UNDECIDED.search(told) or told == before:
                open_still.append(f"{rule.id}: {told}")
    assert open_still == []


def test_what_was_decided_without_a_paper_no_longer_waits_for_it() -> None:
    lacks = {"unknown": ["evidence.referral"]}
    assert said("R-302", "require", "en", lacks) == "We need a doctor's referral."
    decided = said("R-302", "require", "en", lacks, is_decided=True)
    assert decided == "We have not received a doctor's referral."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", ["R-306", "R-933", "R-1301", "R-1003", "R-1105", "R-7152", "R-771"])
def test_no_sentence_says_an_amount_of_zero(rule: str, language: str) -> None:
    computed: dict[str, object] = {**MONEY, "used": kroner("0.00")}
    for effect in ("note", "cap"):
        template = rule_texts("SF1706", rule, language).templates.get(effect)
        if template:
            found = said(
                rule,
                "note" if effect == "note" else "cap",
                language,
                computed,
                evidence__subsidy=kroner("0.00"),
                evidence__referral="own-doctor",
                treatment__practitioner__providerNumber=True,
            )
            assert not re.search(r"\b0[,.]00", found), found


@pytest.mark.parametrize(
    "language, words",
    [
        ("da", "12.300 kr. er brugt af din forsikringssum på 500.000 kr."),
        ("nb", "12 300 danske kr er brukt av forsikringssummen din på 500 000 danske kr"),
        ("en", "DKK 12,300 is used of your insured sum of DKK 500,000"),
    ],
)
def test_the_insured_sum_counts_until_the_last_day(language: str, words: str) -> None:
    found = said("R-1301", "cap", language, {**MONEY, "used": kroner("12300.00")})
    found = found.replace("\N{NO-BREAK SPACE}", " ")
    assert words in found
    assert re.search(r"31\.? [Dd]e[cs]ember 2026", found)
    assert "2027" not in found


def test_help_that_is_granted_and_unused_is_not_called_used_up() -> None:
    granted = {"limit": 5, "used": 0, "reserved": 5, "left": 0, "unit": "sessions"}
    found = said("R-7141", "deny", computed=granted)
    assert (
        "5 sessions of crisis help after the event are reserved in a guarantee that you already have" in found
    )
    assert "used" not in found


@pytest.mark.parametrize("rule", ["R-704", "R-722", "R-7153"])
def test_a_wait_that_is_over_is_not_said_to_end_in_a_day_to_come(rule: str) -> None:
    found = said(
        rule,
        "note",
        computed=STARTED,
        condition__knownBy="2023-05-01",
        condition__sequelaOfChronicDiagnosedOn="2023-05-01",
        treatment__startsOn="2026-12-01",
    )
    assert "counts up to and including 31 December 2025 and does not apply" in found


@pytest.mark.parametrize("rule, effect", [("R-703", "note"), ("R-501", "note")])
def test_what_is_not_before_the_cover_is_named(rule: str, effect: Effect) -> None:
    found = said(
        rule,
        effect,
        "da",
        {"until": "2024-01-01"},
        treatment__startsOn="2026-12-01",
        condition__arisenOn="2026-10-01",
        cover__seniority="2024-01-01",
    )
    assert re.search(r"så sygdommen eller skaden er ikke|Behandlingen ligger altså ikke", found)


@pytest.mark.parametrize(
    "circumstances, words, other",
    [(["gross-negligence"], "gross negligence", "on purpose"), (["intent"], "on purpose", "negligence")],
)
def test_a_member_is_accused_only_of_what_was_told(circumstances: list[str], words: str, other: str) -> None:
    found = said("R-620", "deny", condition__circumstances=circumstances)
    assert words in found
    assert other not in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("treatment", ["psychiatrist", "crisis-help", "psychologist", "transport"])
def test_an_exception_names_its_clause(treatment: str, language: str) -> None:
    assert re.search(r" (7\.1[34]|9)\.$", said("R-615", "note", language, treatment__type=treatment))


@pytest.mark.parametrize(
    "language, words",
    [
        ("da", "et overfald den 20. november"),
        ("nb", "et overfall 20. november"),
        ("en", "an assault on 20 November"),
    ],
)
@pytest.mark.parametrize("rule", ["R-7142", "R-7143"])
def test_an_event_has_its_article(rule: str, language: str, words: str) -> None:
    found = said(rule, "grant", language, event__kind="assault", event__occurredOn="2026-11-20")
    assert words in found


def test_a_case_with_an_event_speaks_of_it_and_not_of_an_illness() -> None:
    found = said("R-301", "grant", event__occurredOn="2026-11-20", condition__arisenOn="2026-11-20")
    assert "the event on 20 November 2026" in found
    assert "illness" not in found


@pytest.mark.parametrize("rule", ["R-824", "R-913"])
@pytest.mark.parametrize("granted, words", [(5, "A caseworker has granted you 5."), (3, "You can have 3")])
def test_a_portion_says_what_staff_granted_beyond_it(rule: str, granted: int, words: str) -> None:
    computed: dict[str, object] = {"unit": "sessions", "limit": 3, "used": 0, "left": 3}
    assert words in said(rule, "cap", computed=computed, granted=granted)


@pytest.mark.parametrize("rule, words", [("R-815", "to physiotherapy"), ("R-302", "a doctor's referral.")])
def test_a_missing_referral_is_the_kind_that_the_rule_needs(rule: str, words: str) -> None:
    assert words in said(rule, "require", computed={"unknown": ["evidence.referral"]})


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("da", "Behandlingen skal godkendes af os, før den begynder. Det er den ikke endnu."),
        ("nb", "Behandlingen må godkjennes av oss før den begynner. Det er den ikke ennå."),
        ("en", "We have to approve the treatment before it begins. We have not done so yet."),
    ],
)
def test_our_own_approval_is_not_asked_of_the_member(language: str, sentence: str) -> None:
    unknown = {"unknown": ["evidence.approvedBeforehand"]}
    assert said("R-1102", "require", language, unknown) == sentence


WORN = {
    "da": r"(^|\. |\[|\|)(Det drejer sig om|Det gælder \{)|mangler at vide|mangler vi:|medarbejder"
    r"|så du betaler selv|første portion|tilvalget|er forbi den",
    "nb": r"(^|\. |\[|\|)(Det dreier seg om|Det gjelder \{)|mangler å vite|mangler vi:|medarbeider"
    r"|så du betaler selv|første porsjon|tilvalget|er over \{|oppstod"
    r"|(?<!hours#)time#timer|timen#timene|per time\b",
    "en": r"(^|\. |\[|\|)This is about|still need to know|we need: |member of our staff"
    r"|so you pay yourself|first portion|optional|is over on|until and including",
}
"""Clerks' words, and words that say two things."""


def sentences(language: str) -> Iterator[tuple[str, str]]:
    for home in ("DK", "NO"):
        for product, rule in rules():
            found = rule_texts(product, rule.id, language, home).templates
            yield from ((f"{product} {rule.id} {effect}", text) for effect, text in found.items())
    yield from ((name, general_template(name, language)) for name in keys_of(FOLDER, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_lists_names_after_a_colon(language: str) -> None:
    assert [place for place, text in sentences(language) if ": {names}" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_worn_phrase(language: str) -> None:
    assert {place: text for place, text in sentences(language) if re.search(WORN[language], text)} == {}
