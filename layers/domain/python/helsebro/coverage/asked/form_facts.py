"""Form facts: the facts of a first form, before there is a claim, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from helsebro.coverage.asked.asked_fact import AskedFact, AskedOf, NeededFact
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.question import vocabulary
from helsebro.money import Currency

TREATMENT_TYPE = AskedFact("treatment.type", "choice", choices=vocabulary.TREATMENTS)
"""It is asked first, and cannot change: another treatment is another claim."""
FORM_FACTS: tuple[AskedFact, ...] = (TREATMENT_TYPE, *ASKED_FACTS.values())
"""Every fact of a report and of a simulation that a person can state."""
CAUSE = "cause"
"""A report always has it: it chooses the policy."""
LONG = timedelta(days=10 * 365)


@dataclass(frozen=True)
class FormFact:
    """A field of the first form for one treatment; ``is_required`` if a report cannot be assessed without."""

    row: AskedFact
    asked_of: AskedOf
    is_required: bool
    choices: tuple[str, ...]


def form_facts(treatment: str, currency: Currency, today: date) -> Iterator[FormFact]:
    """Yields what a first form for a treatment asks of a member, as if every module were bought long ago.

    What an answer makes necessary, such as a police report after an assault, is asked on the claim.
    """
    needed = {fact.path: fact for fact in _needed(treatment, currency, today)}
    for row in ASKED_FACTS.values():
        fact = needed.get(row.path)
        if row.path == CAUSE:
            yield FormFact(row, "member", True, row.choices)
        elif fact is not None and fact.asked_of == "member":
            yield FormFact(row, fact.asked_of, fact.holds_review, fact.choices)


def _needed(treatment: str, currency: Currency, today: date) -> tuple[NeededFact, ...]:
    # Here, so that a form of every fact loads no engine.
    from helsebro.coverage.asked.before_a_match import before_a_match
    from helsebro.coverage.asked.facts_needed import facts_needed
    from helsebro.coverage.product_head import FIRST_CHOICE, newest_for
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Question, Treatment
    from helsebro.money import Money

    since, modules = today - LONG, frozenset(vocabulary.MODULES)
    sum_a_year = Money.of("500000.00", currency)
    cover = Cover("", newest_for(FIRST_CHOICE), since, "01-01", modules, sum_a_year, since, born_on=since)
    asked = Question(Treatment(treatment), cause=FIRST_CHOICE)
    return tuple(before_a_match(fact, asked) for fact in facts_needed(asked, cover, today))
