"""The faults of stated facts in the words of the facts: choices by their names, and which two days clash."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

from helsebro.claims.claim import Claim
from helsebro.coverage.asked.asked_fact import AskedFact
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.choices_offered import choices_offered
from helsebro.coverage.texts.fact_texts import fact_texts
from helsebro.errors import BadInput, Fault

WORDS = Path(__file__).with_name("day_words.json")
OF_TWO = "two-dates-out-of-order"


def in_words(bad: BadInput, claim: Claim, language: str) -> BadInput:
    """Returns the faults with texts that name the choices and the days, in the reader's language."""
    return BadInput([_in_words(fault, claim, language) for fault in bad.faults], malformed=bad.malformed)


def _in_words(fault: Fault, claim: Claim, language: str) -> Fault:
    path = str(fault.facts.get("path", ""))
    row = ASKED_FACTS.get(path)
    if row and row.choices and fault.code in ("unknown-value", "not-a-string"):
        return replace(fault, code="unknown-value", detail=_choices(row, claim, language))
    if fault.facts.get("than"):
        words = {name: _day_words()[str(fault.facts[name])][language] for name in ("then", "than")}
        return replace(fault, facts={**fault.facts, **words, "text": OF_TWO})
    return fault


def _choices(row: AskedFact, claim: Claim, language: str) -> str:
    """Returns the choices that the claim offers, as ``label (value)``."""
    offered = {fact.path: fact.choices for fact in claim.needed_facts}
    texts = fact_texts(row.path, language, claim.payer_country)
    choices = offered.get(row.path) or choices_offered(row)
    return ", ".join(f"{texts.label(value)} ({value})" for value in choices)


@cache
def _day_words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(WORDS.read_text("utf-8"))
    return found
