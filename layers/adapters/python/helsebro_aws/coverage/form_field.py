"""A fact as a field of a form: its question, the kind of answer, and the choices with their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.coverage.asked.asked_fact import AskedFact
from helsebro.coverage.asked.price_unit import PriceUnit
from helsebro.coverage.asked.treatment_groups import group_of
from helsebro.coverage.texts.fact_texts import Of, form_text, paper_label, texts_in_case
from helsebro.coverage.trail import WRITTEN_FOR


def form_field(
    row: AskedFact,
    choices: Sequence[str],
    language: str,
    home: str = WRITTEN_FOR,
    unit: PriceUnit | None = None,
    facts: Mapping[str, object] | None = None,
    of: Of = "self",
) -> dict[str, Any]:
    """Returns what a form shows of a fact, in ``da``, ``nb`` or ``en``, with these of its choices.

    ``home`` is the payer's country. ``unit`` is what an amount is for, when that is known; ``facts`` are
    what is known of the case, by path, which the question then names; ``of`` is whom the answer is about.
    """
    texts = texts_in_case(row.path, facts or {}, language, home, of)
    shown: dict[str, Any] = {"question": texts.question_for(unit), "answerKind": row.answer_kind}
    if row.paper:
        shown["fileType"] = row.paper
        shown["fileTypeLabel"] = texts.paper or paper_label(row.paper, language)
    if row.unit:
        shown["unit"] = row.unit
        shown["unitLabel"] = form_text(row.unit, language)
    if row.may_be_unknown:
        shown["unknownLabel"] = texts.unknown
    if row.choices:
        shown["choices"] = [
            {"value": value, "label": texts.label(value), **_group(row, value, language)} for value in choices
        ]
        shown["several"] = row.several
    if row.several:
        shown["noneLabel"] = form_text("none", language)
    if row.path == COUNTRY:
        shown["otherLabel"] = form_text("otherCountry", language)
    return shown


def _group(row: AskedFact, value: str, language: str) -> dict[str, str]:
    if row.path != TREATMENT:
        return {}
    group = group_of(value)
    return {"group": group, "groupLabel": form_text(f"group.{group}", language)}


TREATMENT = "treatment.type"
COUNTRY = "treatment.country"
"""Its choices are those that the terms name; the two letters of any other country are accepted too."""
