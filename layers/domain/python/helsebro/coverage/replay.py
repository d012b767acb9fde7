"""Replay: a decision made once, made again under other terms or other parameters, and what then differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from helsebro.coverage.answer import Answer, Outcome, Step
from helsebro.coverage.engine import assess
from helsebro.coverage.product_head import family_of
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question
from helsebro.coverage.terms.product import Product
from helsebro.coverage.unit_cap import unit_cap
from helsebro.money import Currency, Money


@dataclass(frozen=True)
class Verdict:
    """What a decision comes to: its outcome, and of what is granted the sessions, hours and kroner known.

    ``at_most`` is the cap of one session while nobody knows what is payable of it.
    """

    outcome: Outcome
    payable: Money | None = None
    sessions: int | None = None
    hours: float | None = None
    at_most: Money | None = None


@dataclass(frozen=True)
class Replayed:
    """A decision that comes out otherwise; ``rules`` are those that bear otherwise, in the terms' order."""

    record_id: str
    before: Verdict
    after: Verdict
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
    """Decides the stored question again as of its day; ``None`` where outcome and grant are the same.

    Of the stored ``answer`` its outcome, grant and trail count, and no texts.
    ``terms`` stand in for the policy's own where they are of the
    same product family, and change nothing for another; ``parameters`` are laid over the policy's own.
    """
    if cover is not None and parameters:
        cover = replace(cover, parameters={**cover.parameters, **parameters})
    if cover is not None and terms and terms.family != family_of(cover.product):
        terms = None
    now = assess(replace(question, as_of=as_of), cover, as_of, terms).answer()
    currency = cover.annual_sum.currency if cover else "DKK"
    before, after = _verdict(answer, currency), _verdict(now, currency)
    if before == after:
        return None
    return Replayed(record_id, before, after, _differing(answer.trail, now.trail))


def _verdict(answer: Answer, currency: Currency) -> Verdict:
    grant = answer.grant
    if grant is None:
        return Verdict(answer.outcome)
    cap = None if grant.payable else unit_cap(answer.trail)
    at_most = Money(cap.most, currency) if cap else None
    return Verdict(answer.outcome, grant.payable, grant.sessions, grant.hours, at_most)


def _differing(before: Iterable[Step], after: Iterable[Step]) -> tuple[str, ...]:
    """The rules that came, went, or say something else than they did; bare duties are no difference."""
    left = {step.rule: step for step in before}
    found = []
    for step in after:
        known = left.pop(step.rule, None)
        same = known is not None and (known.effect, known.facts) == (step.effect, step.facts)
        noted = known is None or known.effect == "note"
        if not same and not (noted and _is_duty(step)):
            found.append(step.rule)
    return (*found, *(rule for rule, step in left.items() if not _is_duty(step)))


def _is_duty(step: Step) -> bool:
    return step.effect == "note" and not step.facts
