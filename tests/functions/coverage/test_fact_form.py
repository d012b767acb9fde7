"""The first form: every question of a report, before there is a claim."""

from __future__ import annotations

from typing import Any

import pytest
from functions.coverage.fact_form.handler import handler

from helsebro.coverage.asked.form_facts import FORM_FACTS
from helsebro.coverage.question.vocabulary import EVENTS, TREATMENTS
from tests.builders.calls import Answered, ask, event, member, staff

pytestmark = pytest.mark.usefixtures("aws")
CIRCUMSTANCES = "condition.circumstances"


def form(language: str = "en", by: dict[str, Any] | None = None, query: str = "") -> Answered:
    headers = {"accept-language": language}
    return ask(handler, event("GET", f"/v1/coverage/facts{query}", by=by or member(), headers=headers))


def by_path(answer: Answered) -> dict[str, Any]:
    return {fact["path"]: fact for fact in answer.body["facts"]}


def values(fact: dict[str, Any]) -> set[str]:
    return {choice["value"] for choice in fact["choices"]}


def test_the_form_begins_with_the_treatment_and_holds_every_fact() -> None:
    paths = [fact["path"] for fact in form().body["facts"]]
    assert paths[:3] == ["treatment.type", "event.kind", "event.occurredOn"]
    assert paths == [row.path for row in FORM_FACTS]


def test_every_treatment_and_event_has_a_label() -> None:
    facts = by_path(form())
    assert values(facts["treatment.type"]) == {*TREATMENTS}
    assert values(facts["event.kind"]) == {*EVENTS}
    assert facts["evidence.specialistOrder"]["fileTypeLabel"] == "A specialist's order"
    labels = [choice["label"] for fact in facts.values() for choice in fact.get("choices", ())]
    assert all(label[0] == label[0].upper() for label in labels)


@pytest.mark.parametrize(
    "language, label", [("da", "Genoptræning"), ("nb", "Opptrening"), ("en", "Rehabilitation")]
)
def test_a_form_is_in_the_readers_language(language: str, label: str) -> None:
    choices = by_path(form(language))["treatment.type"]["choices"]
    assert {choice["value"]: choice["label"] for choice in choices}["rehabilitation"] == label


def test_a_member_gets_what_a_member_can_know_and_a_caseworker_everything() -> None:
    of_member, of_staff = (by_path(form(by=by))[CIRCUMSTANCES] for by in (member(), staff("caseworker")))
    assert values(of_staff) - values(of_member) >= {"method-not-approved", "no-show"}
    assert values(of_member) < values(of_staff)


def test_the_words_are_those_of_the_payers_country() -> None:
    danish, norwegian = (by_path(form("da", query=query)) for query in ("", "?country=NO"))
    assert "danmark" in danish["evidence.subsidy"]["question"]
    assert "Helfo" in norwegian["evidence.subsidy"]["question"]
    assert form(query="?country=US").status == 400


def test_a_form_may_be_cached_for_one_reader_and_language() -> None:
    answer = form()
    assert answer.headers["cache-control"] == "private, max-age=3600"
    assert answer.headers["vary"] == "Accept-Language, Authorization"


def test_only_members_and_caseworkers_read_the_form() -> None:
    assert form(by=staff("finance")).status == 403


def of_treatment(treatment: str, language: str = "en") -> dict[str, Any]:
    return by_path(form(language, query=f"?treatment={treatment}"))


def test_the_form_of_one_treatment_asks_only_what_its_cover_turns_on() -> None:
    osteopathy = of_treatment("osteopathy")
    assert {path for path, fact in osteopathy.items() if fact["required"]} == {
        "cause",
        "condition.category",
        "condition.arisenOn",
        "condition.chronic",
        "treatment.startsOn",
    }
    assert {fact["askedOf"] for fact in osteopathy.values()} == {"member"}
    assert {"treatment.distanceKm", "treatment.bmi", "treatment.nights"}.isdisjoint(osteopathy)
    assert of_treatment("transport")["treatment.distanceKm"]["required"]
    assert {path for path, fact in of_treatment("crisis-help").items() if fact["required"]} == {
        "cause",
        "event.kind",
        "event.occurredOn",
    }


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_every_treatment_has_a_first_form(treatment: str) -> None:
    assert of_treatment(treatment)["cause"]["required"]


def test_treatments_are_grouped_in_the_readers_language() -> None:
    choices = {choice["value"]: choice for choice in by_path(form("da"))["treatment.type"]["choices"]}
    assert choices["osteopathy"]["groupLabel"] == "Krop, muskler og led"
    assert (choices["transport"]["group"], choices["hospice"]["group"]) == ("travel", "rest")


@pytest.mark.parametrize(
    "treatment, path, question",
    [
        ("transport", "treatment.startsOn", "On which day is the trip?"),
        ("crisis-help", "cause", "Does the event come from your work"),
        ("osteopathy", "treatment.practitioner.approvals", "Is the osteopath a member of Registrerede"),
        ("transport", "treatment.distanceKm", "to the place of treatment?"),
    ],
)
def test_the_questions_of_a_form_name_its_treatment(treatment: str, path: str, question: str) -> None:
    form_of_it = of_treatment(treatment)
    assert path not in form_of_it or question in form_of_it[path]["question"]
    assert treatment == "osteopathy" or path in form_of_it


def test_a_former_insurance_asks_for_its_own_papers_and_a_date_has_an_answer_for_no_such_day() -> None:
    facts = by_path(form())
    assert facts["evidence.formerInsurance.beganOn"]["fileTypeLabel"] == "Papers from your earlier insurer"
    assert facts["evidence.employmentEndedOn"]["unknownLabel"] == "I am still employed, or I do not know"


def test_a_form_of_an_unknown_treatment_is_refused() -> None:
    assert form(query="?treatment=massage").status == 400


def test_the_form_of_a_child_speaks_of_the_patient() -> None:
    of_child = by_path(form(query="?treatment=physiotherapy&personId=per_a2zt5pxlrqsc3dmkow7vyb4g"))
    own = of_treatment("physiotherapy")
    assert "the patient" in of_child["treatment.country"]["question"]
    assert "you" in own["treatment.country"]["question"]
    assert of_child["evidence.subsidy"]["fileTypeLabel"] == "A statement of the patient's subsidy"
