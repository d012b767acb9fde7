"""Complaint steps: how a member can disagree, in order, and by when (F4-26, R-1501, R-1502)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from helsebro.complaints import complaint
from helsebro.complaints.next_step_texts import COMPLAINT
from helsebro.complaints.next_steps import NextStep, Turnable, of_answer, texts_filled
from helsebro.country_profile import CountryProfile, profile
from helsebro.coverage.texts.every_language import general_texts
from helsebro.payer import OfficeAddress


def of_denial(
    answer: Turnable,
    country: str,
    contact: Mapping[str, Any] | None = None,
    complaints: Sequence[str] = (),
    today: date | None = None,
    complain_by: date | None = None,
) -> list[NextStep]:
    """Returns the steps of ``of_answer``, then the complaints after the steps already taken.

    ``complain_by`` is the last day of the next one; once it is over, none is left.
    """
    steps = of_answer(answer, country, contact, today)
    if complain_by and today and complain_by < today:
        complaints = complaint.STEPS
    return [*steps, *of_complaint(country, contact, complaints, complain_by)]


def of_complaint(
    country: str,
    contact: Mapping[str, Any] | None = None,
    complaints: Sequence[str] = (),
    complain_by: date | None = None,
) -> list[NextStep]:
    """Returns how to disagree: the complaints after the steps already taken, in order, and the courts."""
    here = profile(country)
    court = NextStep("court", here.court, {"rule": "R-1502"})
    first, *others = [*_complaint(complaints, here, contact), court]
    return [first if first is court or complain_by is None else _in_time_for(first, complain_by), *others]


def _in_time_for(step: NextStep, day: date) -> NextStep:
    """Returns the next step of a complaint with its last day."""
    by = general_texts("step.complain", {"day": day.isoformat()})
    text = {language: f"{said} {by[language]}" for language, said in step.text.items()}
    return NextStep(step.kind, text, {**step.facts, "lastDay": day.isoformat()})


def _complaint(
    taken: Sequence[str], here: CountryProfile, contact: Mapping[str, Any] | None
) -> Iterator[NextStep]:
    """Yields every step of a complaint that is left, to the board outside: whoever is told no reads all."""
    for step in complaint.steps_left(taken):
        if step == "board":
            board = here.complaint_board
            reached: Mapping[str, Any] = {
                "board": {"name": board.name, "address": board.address, "page": board.page}
            }
            text = board.how
        else:
            reached = {"contact": dict(contact)} if contact else {}
            text = texts_filled(COMPLAINT[step], place=_place(contact))
        yield NextStep("complaint", text, {"step": step, "rule": "R-1501", **reached})


def _place(contact: Mapping[str, Any] | None) -> str:
    """Returns where the payer reads complaints: its postal address, or else its e-mail address."""
    if not contact:
        return ""
    address = contact.get("address")
    return f": {OfficeAddress(**address).line if address else contact['email']}"
