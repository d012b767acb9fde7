"""Benefits: every sum, count and window of one cover with what is used of it, and the end of every wait.

Nothing is asked for here, so there is no condition that rows could be for the same as. A row's
``condition_key`` is any name of its condition; what is counted by condition has a line for each such name,
and one without a name for what may still come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    """One cap of a cover: so much in a window, so much used, so much left, all in ``unit``.

    ``window`` is how it counts: ``policy-year``, ``twelve-months`` (from a first treatment), ``condition`` or
    ``lifetime``; ``window_from`` and ``window_until`` its first and last day, ``None`` without such a day or
    before the first treatment. ``treatments`` is empty where every treatment counts, ``in_network`` ``None``
    where the network does not matter. ``counted`` are the places in the history of the rows that count.
    """

    rule: str
    clause: str
    text: Mapping[str, str]
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
    perhaps: Decimal
    counted: tuple[int, ...]


@dataclass(frozen=True)
class Wait:
    """A waiting period: from ``until`` on it stands in the way no longer; ``over`` when that day has come.

    ``treatments`` is empty where it is not a single treatment's; ``condition`` names the one it is for.
    """

    rule: str
    clause: str
    text: Mapping[str, str]
    until: date
    over: bool
    treatments: tuple[str, ...]
    condition: str | None


def benefits(
    cover: Cover, history: Sequence[Earlier], today: date, terms: Product | None = None
) -> tuple[Benefit, ...]:
    """Every cap that the cover's modules hold, in the order of the terms, as it stands on a day."""
    known = terms or product(cover.product)
    found: list[Benefit] = []
    for rule in known.rules:
        if is_window(rule) and can_bear(cover, rule, known, today):
            found += [
                _benefit(rule, cover, rows, today, condition)
                for condition, rows in _by_condition(rule, history)
            ]
    return tuple(found)


def waits(
    cover: Cover, today: date, history: Sequence[Earlier] = (), terms: Product | None = None
) -> tuple[Wait, ...]:
    """Every wait that ends, in the order of the terms; one after a course for each condition that had one."""
    known = terms or product(cover.product)
    found: list[Wait] = []
    for rule in known.rules:
        if rule.kind == "wait" and rule.row.text("from") and can_bear(cover, rule, known, today):
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
            yield Wait(rule.id, rule.clause, rule.text, until, today >= until, types, label)


def named(history: Sequence[Earlier]) -> Iterator[tuple[str | None, list[Earlier]]]:
    """The rows of each condition under its name, told as for the same one; those without a name last."""
    for label in sorted({one.condition_key or "" for one in history}, key=lambda name: (not name, name)):
        own = [one for one in history if (one.condition_key or "") == label]
        yield label or None, [replace(one, condition_key="same") for one in own]


def can_bear(cover: Cover, rule: Rule, terms: Product, today: date) -> bool:
    """Whether the rule can bear under the cover: by its modules, and by what its condition asks of it."""
    modules = [terms.chapter(treatment).modules for treatment in rule.treatments or ()]
    if modules and not any(not one or one & cover.modules for one in modules):
        return False
    return rule.row.when.test(situation_on(cover, (), today).facts) is not False or rule.kind == "wait"


def _by_condition(
    rule: Rule, history: Sequence[Earlier]
) -> Iterator[tuple[str | None, list[tuple[int, Earlier]]]]:
    """The rows of each condition; without one only those of which nobody knows what they were for."""
    rows = list(enumerate(history))
    if rule.row.text("window") != "condition":
        yield None, rows
        return
    treatments = rule.row.names("treatments")
    names = {one.condition_key for _, one in rows if one.treatment_type in treatments}
    nameless = [(place, one) for place, one in rows if one.condition_key is None]
    for name in sorted(filter(None, names)):
        own = [
            (place, replace(one, condition_key="same")) for place, one in rows if one.condition_key == name
        ]
        yield name, [*own, *nameless]
    yield None, nameless


def _benefit(
    rule: Rule, cover: Cover, rows: Sequence[tuple[int, Earlier]], today: date, condition: str | None
) -> Benefit:
    situation = situation_on(cover, [one for _, one in rows], today)
    account, counting = account_of(rule.row)(situation), counted(rule.row)(situation)[1]
    places = {id(one): place for place, one in rows}
    first, last = _window(rule, account.window, [one for one, _ in counting], today)
    row = rule.row
    network = row.parameters.get("inNetwork")
    return Benefit(
        rule=rule.id,
        clause=rule.clause,
        text=rule.text,
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
        perhaps=Decimal("Infinity") if account.unpriced else account.perhaps,
        counted=tuple(places[id(one)] for one, _ in counting),
    )


def _window(
    rule: Rule, window: Window, counting: Sequence[Earlier], today: date
) -> tuple[date | None, date | None]:
    """The first and last day; a window that a first treatment opens has none before it, or begins with it."""
    if rule.row.text("window") == "twelve-months":
        if not counting:
            return None, None
        window = block(max(today, min(one.on for one in counting)), (one.on for one in counting), 12)
    return window.first, window.end and window.end - timedelta(days=1)


def situation_on(cover: Cover, history: Sequence[Earlier], today: date) -> Situation:
    """The cover on a day with nothing asked: every fact of a question is unknown."""
    facts: Facts = dict.fromkeys(PATHS)
    facts |= facts_of_cover(cover, frozenset(), True)
    facts |= facts_of_day(cover, today, today)
    return Situation(facts, tuple(history), cover, today)


def _undated(situation: Situation) -> Situation:
    """Without a day of treatment, so that a course counts though it ends later than today."""
    return situation._replace(facts={**situation.facts, "treatment.startsOn": None})
