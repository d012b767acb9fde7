"""Span: how long a treatment that has begun is covered, counted from its first or last day.

A span counts no sessions and no money: rehabilitation for six months, antabuse for twelve.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from helsebro.coverage.benefits.benefits import SAME, can_apply, named, situation_on
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.rules.kinds.period import ANCHORS, anchor_of
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import Product, product


@dataclass(frozen=True)
class Span:
    """The first and last day of a window, both included; ``over`` says that the last has passed.

    ``treatments`` are the covered ones; others may open the window (medicine after a stay).
    """

    rule: str
    clause: str
    window_from: date
    window_until: date
    over: bool
    treatments: tuple[str, ...]
    condition: str | None


def spans(
    cover: Cover, history: Sequence[Earlier], today: date, terms: Product | None = None
) -> tuple[Span, ...]:
    """Returns every window that an earlier treatment opened, in the order of the terms, by condition."""
    known = terms or product(cover.product)
    found: list[Span] = []
    for rule in known.rules:
        opens = rule.kind == "period" and rule.row.text("from") in ANCHORS
        if opens and can_apply(cover, rule, known, today):
            found += _spans_of(rule, cover, history, today)
    return tuple(found)


def _spans_of(rule: Rule, cover: Cover, history: Sequence[Earlier], today: date) -> Iterator[Span]:
    row = rule.row
    opened_on = anchor_of(row, row.text("from"))
    for label, rows in named(history):
        first = opened_on(situation_on(cover, rows, today), SAME)
        if isinstance(first, date):
            last = add_months(first, row.number("months") or 0)
            types = tuple(sorted(rule.treatments or ()))
            yield Span(rule.id, rule.clause, first, last, last < today, types, label)
