"""Replay: decides a stored question again under other terms or parameters, and returns what changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from helsebro.coverage.answer import Answer, Outcome
from helsebro.coverage.engine import assess
from helsebro.coverage.product_head import family_of
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question
from helsebro.coverage.terms.product import Product
from helsebro.coverage.trail import Step, same_facts
from helsebro.coverage.unit_cap import unit_cap
from helsebro.money import Currency, Money


@dataclass(frozen=True)
class DecisionResult:
    """The outcome of a decision, and the amount, sessions and hours of its grant, as far as they are known.

    ``at_most`` is the cap of a session when the payable amount is not known.
    """

    outcome: Outcome
    payable: Money | None = None
    sessions: int | None = None
    hours: float | None = None
    at_most: Money | None = None


@dataclass(frozen=True)
class Replayed:
    """A decision with another result; ``rules`` are those that changed, in the order of the terms."""

    record_id: str
    before: DecisionResult
    after: DecisionResult
    rules: tuple[str, ...]


def replay(
    question: Question,
    cover: Cover | None,
    as_of: date,
    answer: Answer,
    terms: Product | None = None,
    parameters: Mapping[str, object] | None = None,
    record_id: str = "",
) -> Replayed | None:
    """Decides the stored question again as of its day; ``None`` when outcome and grant are the same.

    It compares outcome, grant and trail of the stored ``answer``. ``terms`` replace the
    policy's own if they are of the same product family; ``parameters`` override the policy's own.
    """
    if cover is not None and parameters:
        cover = replace(cover, parameters={**cover.parameters, **parameters})
    if cover is not None and terms and terms.family != family_of(cover.product):
        terms = None
    now = assess(replace(question, as_of=as_of), cover, as_of, terms).answer()
    currency = cover.annual_sum.currency if cover else "DKK"
    before, after = _result(answer, currency), _result(now, currency)
    if before == after:
        return None
    return Replayed(record_id, before, after, _differing(answer.trail, now.trail))


def _result(answer: Answer, currency: Currency) -> DecisionResult:
    grant = answer.grant
    if grant is None:
        return DecisionResult(answer.outcome)
    cap = None if grant.payable else unit_cap(answer.trail)
    at_most = Money(cap.most, currency) if cap else None
    return DecisionResult(answer.outcome, grant.payable, grant.sessions, grant.hours, at_most)


def _differing(before: Iterable[Step], after: Iterable[Step]) -> tuple[str, ...]:
    """Returns the rules that were added, removed or changed, except notes without facts."""
    left = {step.rule: step for step in before}
    found = []
    for step in after:
        known = left.pop(step.rule, None)
        same = known is not None and known.effect == step.effect and same_facts(known.facts, step.facts)
        noted = known is None or known.effect == "note"
        if not same and not (noted and _is_bare_note(step)):
            found.append(step.rule)
    return (*found, *(rule for rule, step in left.items() if not _is_bare_note(step)))


def _is_bare_note(step: Step) -> bool:
    return step.effect == "note" and not step.facts
