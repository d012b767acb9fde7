from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.complaints.complaint_steps import of_denial
from helsebro.complaints.next_steps import NextStep, of_answer, to_json
from helsebro.complaints.public_help_topics import TOPICS, TOPICS_OF_FACTS
from helsebro.country_profile import FILES, known_countries, profile
from helsebro.coverage.answer import Answer
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.facts import ASKED_AS, PATHS, WORKED_OUT
from helsebro.coverage.texts.fact_texts import fact_texts
from helsebro.coverage.trail import Step, Trail
from tests.builders.domain.answers import answer as answered
from tests.builders.domain.covers import cover
from tests.domain.decisions.test_ruling import TODAY

CONTACT = {"email": "sag@example.org", "phone": "70112020", "hours": "9-16"}


def answer(**changes: Any) -> Answer:
    return answered("not-covered", **changes)


def kinds(steps: list[NextStep]) -> list[str]:
    return [step.kind for step in steps]


def deny(rule: str) -> dict[str, Any]:
    return {"rule": rule, "effect": "deny"}


def test_a_denial_leads_to_public_help_medical_advice_and_a_complaint() -> None:
    found = of_denial(answer(), "DK", CONTACT)
    assert kinds(found) == ["public-help", "medical-advice", *["complaint"] * 3, "court"]
    assert found[1].facts == {"contact": CONTACT}
    assert found[2].facts == {"step": "department", "rule": "R-1501", "contact": CONTACT}


@pytest.mark.parametrize(
    "path", [*(path for path, fact in ASKED_FACTS.items() if fact.asked_of == "staff"), "history"]
)
def test_a_member_is_not_asked_for_what_only_staff_know(path: str) -> None:
    flip = {"fact": path, "value": True, "outcome": "covered"}
    assert kinds(of_answer(answered("refer", missing=[path], flips=[flip]), "DK"))[:1] == ["public-help"]


def test_an_answer_without_a_decision_leads_to_no_complaint() -> None:
    assert kinds(of_answer(answer(), "DK")) == ["public-help", "medical-advice"]


@pytest.mark.parametrize(
    "taken, left",
    [
        ((), ["department", "quality", "board"]),
        (("department",), ["quality", "board"]),
        (("department", "quality"), ["board"]),
    ],
)
def test_the_complaint_steps_are_those_after_the_ones_made(taken: tuple[str, ...], left: list[str]) -> None:
    found = [one for one in of_denial(answer(), "DK", CONTACT, taken) if one.kind == "complaint"]
    assert [one.facts["step"] for one in found] == left
    assert all(("contact" in one.facts) is (one.facts["step"] != "board") for one in found)


BOARDS = {
    "DK": ("Ankenævnet for Forsikring", "Østergade 18, 2., 1100 København K", "ankeforsikring.dk"),
    "NO": ("Finansklagenemnda", "Postboks 53 Skøyen, 0212 Oslo", "finkn.no"),
}


@pytest.mark.parametrize("language", ["da", "nb", "en"])
@pytest.mark.parametrize("country", sorted(BOARDS))
def test_a_denial_names_the_payers_department_and_then_the_board_outside(country: str, language: str) -> None:
    address = {"street": "Klausdalsbrovej 601", "postcode": "2750", "city": "Ballerup"}
    found = of_denial(answer(), country, {**CONTACT, "address": address})
    department, _, board = (step.to_json(language) for step in found if step.kind == "complaint")
    assert department["text"].endswith(": Klausdalsbrovej 601, 2750 Ballerup.")
    assert all(part in board["text"] for part in BOARDS[country])
    assert (board["board"]["name"], board["board"]["address"]) == BOARDS[country][:2]


def test_a_payer_without_an_address_gets_complaints_by_mail() -> None:
    [first, *_] = [step for step in of_denial(answer(), "DK", CONTACT) if step.kind == "complaint"]
    assert first.text["en"].endswith("decided the case: sag@example.org.")


def test_after_the_board_only_the_courts_are_left() -> None:
    assert kinds(of_denial(answer(), "DK", None, ("department", "quality", "board")))[2:] == ["court"]


@pytest.mark.parametrize(
    "rules, topic",
    [
        ([deny("R-614")], "cancer"),
        ([deny("R-801"), deny("R-731")], "cancer"),
        ([deny("R-603")], "acute"),
        ([deny("R-1107")], "transport"),
        ([deny("R-1110")], "transport"),
        ([deny("R-801")], "general"),
        ([{"rule": "R-614", "effect": "note"}], "general"),
        ([{"rule": "R-614"}], "cancer"),
        ([], "general"),
    ],
)
@pytest.mark.parametrize("country", ["DK", "NO"])
def test_the_rule_that_denies_decides_where_the_public_system_helps(
    rules: list[dict[str, Any]], topic: str, country: str
) -> None:
    step = of_answer(answer(trail=rules), country)[0]
    assert (step.facts["topic"], step.facts["country"]) == (topic, country)
    assert step.facts.get("rule") == (
        next((one["rule"] for one in rules if one["rule"] != "R-801"), None) if topic != "general" else None
    )
    here = profile(country)
    assert step.text == (here.safety if topic == "acute" else here.public_help[topic])


@pytest.mark.parametrize(
    "path, value, topic",
    [
        ("treatment.type", "misuse", "misuse"),
        ("condition.category", "misuse-alcohol", "misuse"),
        ("treatment.type", "rehabilitation", "rehabilitation"),
        ("event.kind", "assault", "crime"),
        ("event.kind", "death-in-nearest-family", "grief"),
        ("event.kind", "fire", "general"),
        ("cause", "work", "general"),
    ],
)
@pytest.mark.parametrize("country", ["DK", "NO"])
def test_what_the_case_is_about_decides_where_the_public_system_helps(
    path: str, value: str, topic: str, country: str
) -> None:
    denied = Answer(outcome="not-covered", trail=Trail((Step("R-801"),), {path: value}))
    step = of_answer(denied, country)[0]
    assert step.facts == {"topic": topic, "country": country}
    assert step.text == profile(country).public_help[topic]


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_all_public_help_names_the_pages_that_confirm_it_and_when_they_were_read(country: str) -> None:
    stored = json.loads((FILES / f"{country.lower()}.json").read_text("utf-8"))
    sources = stored["sources"]
    assert date.fromisoformat(sources.pop("checkedOn"))
    assert sources.keys() == {*stored["publicHelp"], "emergency", "crisis", "complaintBoard"}
    for topic, pages in sources.items():
        assert pages, topic
        assert all(page["page"].startswith("http") for page in pages), topic


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_the_public_help_of_every_topic_is_known(country: str) -> None:
    topics = {topic for topics in TOPICS_OF_FACTS.values() for topic in topics.values()}
    topics |= {topic for topic in TOPICS.values() if topic != "acute"}
    assert topics <= profile(country).public_help.keys()


def test_a_country_without_its_own_texts_gets_those_of_denmark() -> None:
    assert of_answer(answer(), "SE")[0].text == profile("DK").public_help["general"]


def test_waiting_is_named_with_its_day() -> None:
    step = of_answer(answer(coveredFrom="2027-01-01"), "DK")[0]
    assert (step.kind, step.facts) == ("waiting", {"coveredFrom": "2027-01-01"})
    assert step.text == {
        "da": "Vent med behandlingen til den 1. januar 2027. Så er den dækket, hvis alt andet er uændret.",
        "nb": "Vent med behandlingen til 1. januar 2027. Da er den dekket hvis alt annet er uendret.",
        "en": "Put the treatment off until 1 January 2027. "
        "It is then covered if everything else is unchanged.",
    }


@pytest.mark.parametrize("effect, asked", [("deny", False), ("wait", False), ("require", True)])
def test_a_paper_that_would_not_change_the_answer_is_not_asked_for(effect: str, asked: bool) -> None:
    trail = [{"rule": "R-606", "clause": "6.4", "effect": effect, "facts": {}}]
    found = of_answer(answer(missing=["evidence.referral"], trail=trail), "DK")
    assert ("evidence" in {step.kind for step in found}) is asked


def test_missing_facts_and_facts_that_would_change_the_answer_are_asked_for_once() -> None:
    flips = [
        {"fact": "evidence.referral", "value": "physiotherapy", "outcome": "covered"},
        {"fact": "treatment.inNetwork", "value": True, "outcome": "refer"},
        {"fact": "condition.chronic", "value": False, "outcome": "covered"},
    ]
    found = of_answer(answer(missing=["evidence.referral", "condition.category"], flips=flips), "DK")[:4]
    assert [(one.kind, one.facts["fact"]) for one in found] == [
        ("evidence", "evidence.referral"),
        ("evidence", "condition.category"),
        ("choice", "treatment.inNetwork"),
        ("correction", "condition.chronic"),
    ]
    assert found[0].facts == {"fact": "evidence.referral", "value": "physiotherapy", "outcome": "covered"}
    assert "value" not in found[1].facts


@pytest.mark.parametrize(
    "value, words", [("physiotherapy", "to physiotherapy"), ("specialist", "specialist"), (None, "referral")]
)
def test_a_referral_is_named_as_the_kind_that_is_needed(value: str | None, words: str) -> None:
    flips = [{"fact": "evidence.referral", "value": value, "outcome": "covered"}] if value else []
    step = of_answer(answer(missing=["evidence.referral"], flips=flips), "DK")[0]
    assert words in step.text["en"]


@pytest.mark.parametrize(
    "path, value, kind, words",
    [
        ("treatment.distanceKm", 101, "correction", "Check that we have been told correctly"),
        ("treatment.bmi", 31, "correction", "Check that we have been told correctly"),
        ("treatment.inNetwork", True, "choice", "choose a practitioner in our network."),
        ("treatment.inNetwork", False, "choice", "choose a practitioner outside our network."),
        ("evidence.policeReport", True, "evidence", "Send us a police report"),
        ("evidence.directlyAfterCoveredStay", True, "evidence", "Tell us whether the treatment comes"),
    ],
)
def test_only_what_the_member_can_choose_is_offered_as_a_choice(
    path: str, value: object, kind: str, words: str
) -> None:
    step = of_answer(answer(flips=[{"fact": path, "value": value, "outcome": "covered"}]), "DK")[0]
    assert step.kind == kind
    assert words in step.text["en"]


def test_what_the_member_has_told_is_to_be_checked_and_not_told_again() -> None:
    path = "evidence.directlyAfterCoveredStay"
    denied = replace(
        answer(flips=[{"fact": path, "value": True, "outcome": "covered"}]), trail=Trail((), {path: False})
    )
    step = of_answer(denied, "DK")[0]
    assert (step.kind, step.text["da"]) == (
        "correction",
        "Tjek, at vi har fået rigtigt oplyst, om behandlingen følger lige efter en indlæggelse eller "
        "operation, som vi har dækket, for det har betydning for svaret.",
    )


@pytest.mark.parametrize(
    "path, value, words",
    [
        (
            "treatment.practitioner.approvals",
            ["ROD"],
            "Vælg en osteopat, der er medlem af Registrerede Osteopater",
        ),
        ("treatment.practitioner.relation", "none", "Vælg en behandler, der ikke er i familie med dig."),
        ("treatment.country", "DK", "Vælg en behandler i Danmark."),
    ],
)
def test_a_choice_says_what_to_choose(path: str, value: object, words: str) -> None:
    step = of_answer(answer(flips=[{"fact": path, "value": value, "outcome": "covered"}]), "DK")[0]
    assert step.kind == "choice"
    assert words in step.text["da"]


def test_a_missing_fact_is_to_be_told_and_a_missing_paper_to_be_sent() -> None:
    missing = ["treatment.practitioner.relation", "evidence.specialistOrder"]
    told, sent, *_ = of_answer(answer(missing=missing), "DK")
    assert told.text["en"].startswith("Tell us ")
    assert "related to you" in told.text["en"]
    assert sent.text["en"].startswith("Send us ")


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_every_fact_that_can_be_asked_for_has_a_name_in_every_language(language: str) -> None:
    asked = {ASKED_AS.get(path, path) for path in PATHS if path not in WORKED_OUT or path in ASKED_AS}
    asked = {path for path in asked if not path.startswith(("cover.", "decision."))} - {"treatment.type"}
    for country in known_countries():
        unnamed = {path for path in asked if fact_texts(path, language, country).name == path}
        assert unnamed == set()


@pytest.mark.parametrize("language, word", [("da", "patientvejleder"), ("nb", "pasient"), ("en", "adviser")])
def test_the_steps_are_in_the_requested_language(language: str, word: str) -> None:
    found = to_json(of_denial(answer(), "DK"), language)
    assert word in found[0]["text"]
    assert all(one["text"] and "{" not in one["text"] for one in found)


def test_a_real_denial_names_the_remaining_wait() -> None:
    asked = question_json.read(
        {
            "cause": "leisure",
            "condition": {
                "category": "injury",
                "arisenOn": "2019-01-05",
                "chronic": False,
                "arisenAbroad": False,
                "circumstances": [],
            },
            "treatment": {
                "type": "physiotherapy",
                "country": "DK",
                "inNetwork": True,
                "sessions": 3,
                "startsOn": str(TODAY),
                "practitioner": {"relation": "none"},
            },
            "evidence": {"referral": "physiotherapy", "approvedBeforehand": True},
        }
    )
    began = TODAY.replace(year=TODAY.year - 1)
    decision = decide(asked, cover(effective_from=began, enrolled_on=began), TODAY)
    assert (decision.outcome, decision.covered_from) == ("not-covered", began.replace(year=began.year + 2))
    assert kinds(of_answer(decision.answer(), "DK"))[0] == "waiting"


IN_TIME = {"rule": "R-7144", "effect": "deny", "facts": {"until": "2026-12-05", "beginBy": "2026-12-05"}}


def test_a_treatment_that_would_begin_too_late_can_still_begin_in_time() -> None:
    step = of_denial(answer(trail=[IN_TIME]), "DK", CONTACT, today=date(2026, 12, 5))[0]
    assert (step.kind, step.facts["fact"], step.facts["beginBy"]) == (
        "choice",
        "treatment.startsOn",
        "2026-12-05",
    )
    assert step.text["da"].startswith("Får du en tid senest den 5. december 2026")
    assert step.facts["contact"] == CONTACT


@pytest.mark.parametrize(
    "trail, today", [([IN_TIME], date(2026, 12, 6)), ([IN_TIME, deny("R-607")], date(2026, 12, 1))]
)
def test_no_day_is_offered_that_is_over_or_that_does_not_turn_the_denial(
    trail: list[dict[str, Any]], today: date
) -> None:
    assert "choice" not in kinds(of_denial(answer(trail=trail), "DK", CONTACT, today=today))


@pytest.mark.parametrize(
    "insured, word", [("leisure", "insurance for work"), ("work", "insurance for leisure")]
)
def test_another_cause_names_the_other_policy_and_suggests_no_answer(insured: str, word: str) -> None:
    denied = answer(flips=[{"fact": "cause", "value": insured, "outcome": "covered"}])
    [step] = [step for step in of_denial(denied, "DK") if step.facts.get("fact") == "cause"]
    assert (step.kind, step.facts, word in step.text["en"]) == ("correction", {"fact": "cause"}, True)


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_a_work_injury_that_the_policy_does_not_insure_is_reported_by_the_employer(country: str) -> None:
    denied = Answer(outcome="not-covered", trail=Trail((Step("R-301"),), {"cause": "work"}))
    step = of_answer(denied, country)[0]
    assert (step.facts["topic"], "AES" in step.text["da"] or "NAV" in step.text["da"]) == (
        "work-injury",
        True,
    )


def test_no_other_event_is_suggested_than_the_one_that_was_told() -> None:
    flips = [{"fact": "event.kind", "value": "serious-accident", "outcome": "covered"}]
    told = replace(answer(flips=flips), trail=Trail((Step("R-7148"),), {"event.kind": "burglary"}))
    assert "event.kind" not in [step.facts.get("fact") for step in of_answer(told, "DK")]
    assert "event.kind" in [step.facts.get("fact") for step in of_answer(answer(flips=flips), "DK")]


@pytest.mark.parametrize("modules, kinds", [(["psychology"], ["report"]), (["health"], [])])
def test_a_psychologist_is_named_when_crisis_help_is_denied_and_the_policy_has_one(
    modules: list[str], kinds: list[str]
) -> None:
    known = {"treatment.type": "crisis-help", "cover.modules": modules}
    denied = Answer(outcome="not-covered", trail=Trail((Step("R-7144"),), known))
    found = [step for step in of_answer(denied, "DK") if step.kind == "report"]
    assert [step.kind for step in found] == kinds
    assert all(step.text["da"].startswith("Meld psykolog") for step in found)
