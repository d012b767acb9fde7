"""Replay: a decision made once, made again under other terms or other parameters, and what then differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from helsebro.coverage.decision import Decision
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

    outcome: str
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
    answer: Mapping[str, Any],
    terms: Product | None = None,
    parameters: Mapping[str, object] | None = None,
    record_id: str = "",
) -> Replayed | None:
    """Decides the stored question again as of its day; ``None`` where outcome and grant are the same.

    ``answer`` is the stored ``Decision.to_json`` or as much of it as its ``outcome``, ``grant`` and ``trail``
    with ``rule``, ``effect`` and ``facts``. ``terms`` stand in for the policy's own where they are of the
    same product family, and change nothing for another; ``parameters`` are laid over the policy's own.
    """
    if cover is not None and parameters:
        cover = replace(cover, parameters={**cover.parameters, **parameters})
    if cover is not None and terms and terms.family != family_of(cover.product):
        terms = None
    decision = assess(replace(question, as_of=as_of), cover, as_of, terms)
    currency = cover.annual_sum.currency if cover else "DKK"
    before, after = _stored(answer, currency), _verdict(decision, currency)
    if before == after:
        return None
    return Replayed(record_id, before, after, _differing(answer.get("trail", ()), decision))


def _stored(answer: Mapping[str, Any], currency: Currency) -> Verdict:
    grant = answer.get("grant") or {}
    payable = Money.from_json(grant["payable"]) if grant.get("payable") else None
    sessions, hours = grant.get("sessions"), grant.get("hours")
    at_most = None if payable or not grant else _at_most(answer.get("trail", ()), currency)
    return Verdict(answer["outcome"], payable, sessions, hours, at_most)


def _verdict(decision: Decision, currency: Currency) -> Verdict:
    grant = decision.grant
    if grant is None:
        return Verdict(decision.outcome)
    trail = (step.to_json("da") for step in decision.trail)
    at_most = None if grant.payable else _at_most(trail, currency)
    return Verdict(decision.outcome, grant.payable, grant.sessions, grant.hours, at_most)


def _at_most(trail: Iterable[Mapping[str, Any]], currency: Currency) -> Money | None:
    cap = unit_cap(trail)
    return Money(cap.most, currency) if cap else None


def _differing(trail: Sequence[Mapping[str, Any]], decision: Decision) -> tuple[str, ...]:
    """The rules that came, went, or say something else than they did; bare duties are no difference."""
    before = {step["rule"]: (step["effect"], step.get("facts")) for step in trail}
    found = []
    for step in decision.trail:
        now = (step.found.effect, dict(step.found.facts))
        effect, facts = before.pop(step.rule.id, (None, None))
        same = effect == now[0] and facts in (None, now[1])
        if not same and not (effect in (None, "note") and _is_duty(*now)):
            found.append(step.rule.id)
    return (*found, *(rule for rule, then in before.items() if not _is_duty(*then)))


def _is_duty(effect: str, facts: object) -> bool:
    return effect == "note" and not facts
