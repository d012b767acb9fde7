"""Benefit overview: of every sum, count and window of a cover what is granted, used and left.

The caps are the engine's, what was spent is the ledger's; here the two are put side by side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from helsebro.benefits.case import Case
from helsebro.benefits.ledger import Ledger, Part
from helsebro.benefits.reservation import Purpose
from helsebro.coverage.benefits.benefits import Benefit, Wait, benefits, waits
from helsebro.coverage.benefits.span import Span, spans
from helsebro.coverage.product_head import family_of
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier
from helsebro.money import Money

NOUGHT = Decimal(0)
PARTS: tuple[Part, ...] = ("reserved", "used")


@dataclass(frozen=True)
class Illness:
    """An illness or injury that something was granted for, and the claims it was reported in."""

    label: str
    category: str | None
    arisen_on: date | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One benefit and what became of it, ``reserved``, ``used`` and ``released`` in the benefit's unit.

    ``paid`` is the money that the used ones cost the payer; None where none is used. ``illness`` is that of a
    benefit counted by illness or injury.
    """

    benefit: Benefit
    reserved: Decimal
    used: Decimal
    released: Decimal
    paid: Money | None
    illness: Illness | None

    @property
    def granted(self) -> Decimal:
        """All that was ever granted in this window."""
        return self.reserved + self.used + self.released


@dataclass(frozen=True)
class _Spending:
    """The ledger's rows, each with the name of its illness and whether it is reserved or used."""

    illnesses: Mapping[str, Illness]
    rows: list[Earlier]
    parts: list[Part]
    released: list[Earlier]


@dataclass(frozen=True)
class Overview:
    """The lines, the waits and the windows that a treatment held has opened, in the order of the terms."""

    lines: tuple[Line, ...]
    waits: tuple[Wait, ...]
    windows: tuple[Span, ...]


def overview(cover: Cover, ledger: Ledger, today: date, cases: Collection[Case] | None = None) -> Overview:
    """Every benefit and wait of a cover on a day; of ``cases`` only what those cases are about."""
    spending = _spending(ledger, today)
    found = benefits(cover, spending.rows, today)
    pending = waits(cover, today, spending.rows)
    held = [row for row, part in zip(spending.rows, spending.parts, strict=True) if part == "used"]
    return Overview(
        tuple(_line(one, cover, spending, cases) for one in found if _concerns(one, spending, cases)),
        tuple(one for one in pending if _concerns(one, spending, cases)),
        tuple(one for one in spans(cover, held, today) if _concerns(one, spending, cases)),
    )


def label_of(purpose: Purpose) -> str:
    """The name of the illness or injury: two claims for the same one have the same (Q12)."""
    if purpose.category is None or purpose.arisen_on is None:
        return purpose.claim_id
    return f"{purpose.category}#{purpose.arisen_on.isoformat()}"


def _illnesses(ledger: Ledger) -> dict[str, Illness]:
    purposes = [*(one.purpose for one in ledger.reservations), *(one.purpose for one in ledger.uses)]
    found: dict[str, Illness] = {}
    for claim_id, purpose in sorted({one.claim_id: one for one in purposes}.items()):
        label = label_of(purpose)
        known = found.get(label) or Illness(label, purpose.category, purpose.arisen_on, ())
        found[label] = replace(known, claim_ids=(*known.claim_ids, claim_id))
    return found


def _spending(ledger: Ledger, today: date) -> _Spending:
    spending = _Spending(_illnesses(ledger), [], [], list(_released(ledger, today)))
    for label, illness in spending.illnesses.items():
        own = _of_illness(ledger, illness)
        for part in PARTS:
            history = own.history(None, today, parts=(part,))
            spending.rows.extend(replace(row, condition_key=label) for row in history)
            spending.parts.extend([part] * len(history))
    return spending


def _of_illness(ledger: Ledger, illness: Illness) -> Ledger:
    """What was spent on one illness; no session of a claim is taken from what another claim has reserved."""
    return replace(
        ledger,
        reservations=tuple(one for one in ledger.reservations if one.purpose.claim_id in illness.claim_ids),
        uses=tuple(one for one in ledger.uses if one.purpose.claim_id in illness.claim_ids),
    )


def _released(ledger: Ledger, today: date) -> Iterator[Earlier]:
    for one in ledger.reservations:
        if not one.sessions_released:
            continue
        last = one.portions[-1]
        yield Earlier(
            treatment_type=one.treatment,
            on=one.on(today),
            condition_key=label_of(one.purpose),
            sessions=one.sessions_released,
            cost=last.per_session * one.sessions_released if last.per_session else None,
            in_network=one.in_network,
            hours=one.hours_of(one.sessions_released),
            product=one.purpose.product,
        )


def _line(benefit: Benefit, cover: Cover, spending: _Spending, cases: Collection[Case] | None) -> Line:
    counted = [(spending.rows[place], spending.parts[place]) for place in benefit.counted]
    used = [row for row, part in counted if part == "used"]
    released = (row for row in spending.released if _belongs(row, benefit, cover))
    costs = [row.cost for row in used if row.cost]
    return Line(
        benefit=benefit,
        reserved=_sum(benefit, cover, (row for row, part in counted if part == "reserved")),
        used=_sum(benefit, cover, used),
        released=_sum(benefit, cover, released),
        paid=sum(costs[1:], costs[0]) if costs else None,
        illness=_seen(spending.illnesses.get(benefit.condition or ""), cases),
    )


def _sum(benefit: Benefit, cover: Cover, rows: Iterable[Earlier]) -> Decimal:
    """What rows come to in the benefit's unit; a row that tells no amount of it adds nothing."""
    if benefit.unit == "sessions":
        return sum((Decimal(row.sessions) for row in rows), NOUGHT)
    if benefit.unit == "hours":
        return sum((Decimal(str(row.hours)) for row in rows if row.hours is not None), NOUGHT)
    currency = cover.annual_sum.currency
    return sum((row.cost.amount for row in rows if row.cost and row.cost.currency == currency), NOUGHT)


def _belongs(row: Earlier, benefit: Benefit, cover: Cover) -> bool:
    """Whether what was released had counted in this window."""
    first, last = benefit.window_from or date.min, benefit.window_until or date.max
    return (
        family_of(row.product) == family_of(cover.product)
        and (not benefit.treatments or row.treatment_type in benefit.treatments)
        and (benefit.in_network is None or row.in_network in (None, benefit.in_network))
        and (benefit.window != "condition" or row.condition_key == benefit.condition)
        and first <= row.on <= last
    )


def _concerns(one: Benefit | Wait | Span, spending: _Spending, cases: Collection[Case] | None) -> bool:
    if cases is None:
        return True
    illness = _seen(spending.illnesses.get(one.condition or ""), cases)
    if one.condition and not (illness and illness.claim_ids):
        return False
    if not one.treatments:
        # A sum of all treatments would tell that something was spent beside these cases.
        return not isinstance(one, Benefit)
    return any(case.treatment in one.treatments for case in cases)


def _seen(illness: Illness | None, cases: Collection[Case] | None) -> Illness | None:
    """The illness with those of its claims that may be seen."""
    if illness is None or cases is None:
        return illness
    own = {case.claim_id for case in cases}
    return replace(illness, claim_ids=tuple(one for one in illness.claim_ids if one in own))
