"""Follows the facts of a case: every one is asked in words, answered once, and confirmed by the decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from helsebro.local_day import local_day
from local.journey.benefits import JsonObject
from tests.journeys.bills_and_borders.billed_case import BilledCase, asked_in_words
from tests.journeys.facts_of_a_case.form import filled
from tests.journeys.readings import must_be_readable


def answer(case: BilledCase, entered: Mapping[str, str]) -> set[str]:
    """The member enters an answer to every question and uploads every paper; returns the questions' paths.

    Fails when a question has no words in a language, or is asked again after its answer.
    """
    must_be_readable(case.read)
    claim = case.read()
    answers = {**_usual(local_day(case.member.stack.clock.now())), **entered}
    answered = set[str]()
    while asked := asked_in_words(claim):
        assert not answered & set(asked)
        claim = case.state({path: filled(fact, answers[path]) for path, fact in asked.items()}, claim)
        answered |= set(asked)
    for paper in claim["documentsNeeded"]:
        case.upload(paper)
    return answered


def _usual(today: date) -> dict[str, str]:
    """Returns what most members enter."""
    return {
        "condition.arisenOn": str(today - timedelta(days=20)),
        "condition.symptomsFrom": str(today - timedelta(days=20)),
        "condition.diagnosedOn": str(today - timedelta(days=10)),
        "condition.arisenAbroad": "no",
        "condition.chronic": "no",
        "condition.circumstances": "",
        "treatment.startsOn": str(today),
        "treatment.country": "DK",
        "treatment.practitioner.relation": "none",
        "treatment.cost": "900.00",
        "treatment.sessions": "3",
        "evidence.otherInsurer": "none",
        "evidence.subsidy": "0.00",
    }


def must_be_confirmed(case: BilledCase) -> None:
    """Fails when a fact of the approved case is not confirmed, or a paper's fact names no such paper."""
    claim, documents = case.read(), case.read(of="/documents")["items"]
    papers = {document["documentId"]: document["fileType"] for document in documents}
    assert (claim["status"], claim["missing"], claim["documentsNeeded"]) == ("approved", [], [])
    for fact in claim["facts"]:
        assert (fact["state"], fact["confirmedBy"]) == ("confirmed", "caseworker"), fact
        stated, confirmed = (datetime.fromisoformat(fact[name]) for name in ("statedAt", "confirmedAt"))
        assert stated <= confirmed <= datetime.fromisoformat(claim["decision"]["decidedAt"]), fact
        if fact["answerKind"] == "paper":
            assert papers[fact["documentId"]] == fact["fileType"]


def rows(shown: Mapping[str, Any]) -> dict[str, JsonObject]:
    """Returns the rows of the trail of a proposal or a decision, by rule."""
    return {row["rule"]: row for row in shown["trail"]}
