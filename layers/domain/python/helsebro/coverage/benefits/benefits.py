"""Benefits: every sum, count and window of a cover with what is used of it, and the end of every wait.

There is no question here, so no condition that a row could be the same as. A row's ``condition_key`` is any
name of its condition; a cap that counts by condition has a line for each name, and one without a name for a
future condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from helsebro.coverage.benefits.headroom import Unit, is_window
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.facts import PATHS, Facts, Situation, facts_of_cover, facts_of_day
from helsebro.coverage.question.question import Earlier
from helsebro.coverage.question.windows import Window, add_months, block
from helsebro.coverage.rules.account import account_of, counted, treatments_of
from helsebro.coverage.rules.kinds.wait import ANCHORS, months_of_row
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import Product, product

SAME = frozenset[str | None]({"same"})


@dataclass(frozen=True)
class Benefit:
    """One cap of a cover: the limit of a window, what is used and what is left, all in ``unit``.

    ``window`` is how it counts: ``policy-year``, ``twelve-months`` (from a first treatment), ``condition`` or
    ``lifetime``; ``window_from`` and ``window_until`` are its first and last day, ``None`` without such a day
    or before the first treatment. A lifetime begins with the first day in force. ``treatments`` is empty when
    every treatment counts, ``in_network`` is ``None`` when the network does not matter. ``possibly_used`` is
    what may be used besides ``used``.
    ``counted`` are the indexes of the rows of the history that count.
    """

    rule: str
    clause: str
    unit: Unit
    window: str
    limit: Decimal
    used: Decimal
    left: Decimal
    window_from: date | None
    window_until: date | None
    treatments: tuple[str, ...]
    in_network: bool | None
    condition: str | None
    possibly_used: Decimal
    counted: tuple[int, ...]


@dataclass(frozen=True)
class Wait:
    """A waiting period: it ends on ``until``, the first day after it; ``over`` says that the day has come.

    ``treatments`` is empty when it is not for single treatments; ``condition`` names the one it is for.
    """

    rule: str
    clause: str
    until: date
    over: bool
    treatments: tuple[str, ...]
    condition: str | None


def benefits(
    cover: Cover, history: Sequence[Earlier], today: date, terms: Product | None = None
) -> tuple[Benefit, ...]:
    """Returns every cap of the cover's modules, in the order of the terms, as of a day."""
    known = terms or product(cover.product)
    found: list[Benefit] = []
    for rule in known.rules:
        if is_window(rule) and can_apply(cover, rule, known, today):
            found += [
                _benefit(rule, cover, rows, today, condition)
                for condition, rows in _by_condition(rule, history)
            ]
    return tuple(found)


def waits(
    cover: Cover, today: date, history: Sequence[Earlier] = (), terms: Product | None = None
) -> tuple[Wait, ...]:
    """Returns every wait that ends, in the order of the terms; a wait after a course once per condition."""
    known = terms or product(cover.product)
    found: list[Wait] = []
    for rule in known.rules:
        if rule.kind == "wait" and rule.row.text("from") and can_apply(cover, rule, known, today):
            found += _waits_of(rule, cover, history, today)
    return tuple(found)


def _waits_of(rule: Rule, cover: Cover, history: Sequence[Earlier], today: date) -> Iterator[Wait]:
    row, treatments = rule.row, rule.row.names("treatments")
    for label, rows in named(history) if treatments else [(None, [])]:
        situation = situation_on(cover, rows, today)
        first = ANCHORS[row.text("from")](_undated(situation), treatments, SAME)
        if first is not None:
            until = add_months(first, months_of_row(row)(situation))
            types = tuple(sorted(rule.treatments or ()))
            yield Wait(rule.id, rule.clause, until, today >= until, types, label)


def named(history: Sequence[Earlier]) -> Iterator[tuple[str | None, list[Earlier]]]:
    """Yields the rows of each condition with its name, keyed ``same``; rows without a name come last."""
    for label in sorted({past.condition_key or "" for past in history}, key=lambda name: (not name, name)):
        own = [past for past in history if (past.condition_key or "") == label]
        yield label or None, [replace(past, condition_key="same") for past in own]


def can_apply(cover: Cover, rule: Rule, terms: Product, today: date) -> bool:
    """Returns whether the rule can apply under the cover, by its modules and by its condition."""
    modules = [terms.chapter(treatment).modules for treatment in rule.treatments or ()]
    if modules and not any(not needed or needed & cover.modules for needed in modules):
        return False
    return rule.row.when.test(situation_on(cover, (), today).facts) is not False or rule.kind == "wait"


def _by_condition(
    rule: Rule, history: Sequence[Earlier]
) -> Iterator[tuple[str | None, list[tuple[int, Earlier]]]]:
    """Yields the rows of each condition, then under None those whose condition is unknown."""
    rows = list(enumerate(history))
    if rule.row.text("window") != "condition":
        yield None, rows
        return
    treatments = rule.row.names("treatments")
    names = {past.condition_key for _, past in rows if past.treatment_type in treatments}
    nameless = [(index, past) for index, past in rows if past.condition_key is None]
    for name in sorted(filter(None, names)):
        own = [
            (index, replace(past, condition_key="same")) for index, past in rows if past.condition_key == name
        ]
        yield name, [*own, *nameless]
    yield None, nameless


def _benefit(
    rule: Rule, cover: Cover, rows: Sequence[tuple[int, Earlier]], today: date, condition: str | None
) -> Benefit:
    situation = situation_on(cover, [past for _, past in rows], today)
    account, counting = account_of(rule.row)(situation), counted(rule.row)(situation)[1]
    indexes = {id(past): index for index, past in rows}
    first, last = _window(rule, account.window, [past for past, _ in counting], today)
    row = rule.row
    network = row.parameters.get("inNetwork")
    return Benefit(
        rule=rule.id,
        clause=rule.clause,
        unit=cast("Unit", account.unit),
        window=row.text("window"),
        limit=account.limit,
        used=account.used,
        left=account.left,
        window_from=first,
        window_until=last,
        treatments=tuple(sorted(treatments_of(row)(situation))),
        in_network=network if isinstance(network, bool) else None,
        condition=condition,
        possibly_used=Decimal("Infinity") if account.unpriced else account.possibly_used,
        counted=tuple(indexes[id(past)] for past, _ in counting),
    )


def _window(
    rule: Rule, window: Window, counting: Sequence[Earlier], today: date
) -> tuple[date | None, date | None]:
    """Returns the window's first and last day; None for twelve months without a first treatment."""
    if rule.row.text("window") == "twelve-months":
        if not counting:
            return None, None
        days = [past.on for past in counting]
        window = block(max(today, min(days)), days, 12)
    return window.first, window.end and window.end - timedelta(days=1)


def situation_on(cover: Cover, history: Sequence[Earlier], today: date) -> Situation:
    """Returns the cover's situation on a day without a question: every fact of a question is unknown."""
    facts: Facts = dict.fromkeys(PATHS)
    facts |= facts_of_cover(cover, frozenset(), True)
    facts |= facts_of_day(cover, today, today)
    return Situation(facts, tuple(history), cover, today)


def _undated(situation: Situation) -> Situation:
    """Returns the situation without a day of treatment, so a course that ends after today counts too."""
    return situation._replace(facts={**situation.facts, "treatment.startsOn": None})
