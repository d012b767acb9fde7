"""Benefit overview: what is granted, used and left of every sum, count and window of a cover.

It joins the caps of the coverage engine with what the ledger says was spent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from helsebro.benefits.case import Case
from helsebro.benefits.ledger import Ledger, LedgerPart
from helsebro.benefits.reservation import Purpose
from helsebro.coverage.benefits.benefits import Benefit, Wait, benefits, waits
from helsebro.coverage.benefits.span import Span, spans
from helsebro.coverage.product_head import family_of
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier
from helsebro.ids import ClaimId
from helsebro.money import Money

ZERO = Decimal(0)
PARTS: tuple[LedgerPart, ...] = ("reserved", "used")


@dataclass(frozen=True)
class Illness:
    """An illness or injury with a grant, and the claims that report it."""

    label: str
    category: str | None
    arisen_on: date | None
    claim_ids: tuple[ClaimId, ...]


@dataclass(frozen=True)
class BenefitLine:
    """One benefit with ``reserved``, ``used`` and ``released`` in the benefit's unit.

    ``paid`` is what the used part cost the payer; None when nothing is used. ``illness`` is set for a benefit
    that counts by illness or injury.
    """

    benefit: Benefit
    reserved: Decimal
    used: Decimal
    released: Decimal
    paid: Money | None
    illness: Illness | None

    @property
    def granted(self) -> Decimal:
        """Everything granted in this window, released or not."""
        return self.reserved + self.used + self.released


@dataclass(frozen=True)
class _Spending:
    """The ledger's rows with the label of their illness; ``parts`` says which are reserved and which used."""

    illnesses: Mapping[str, Illness]
    rows: list[Earlier]
    parts: list[LedgerPart]
    released: list[Earlier]


@dataclass(frozen=True)
class Overview:
    """The lines, the waits, and the windows that held treatments opened, in the order of the terms."""

    lines: tuple[BenefitLine, ...]
    waits: tuple[Wait, ...]
    windows: tuple[Span, ...]


def overview(cover: Cover, ledger: Ledger, today: date, cases: Collection[Case] | None = None) -> Overview:
    """Returns every benefit, wait and window of a cover on a day; only those of ``cases`` when given."""
    spending = _spending(ledger, today)
    found = benefits(cover, spending.rows, today)
    pending = waits(cover, today, spending.rows)
    held = [row for row, part in zip(spending.rows, spending.parts, strict=True) if part == "used"]
    return Overview(
        tuple(_line(cap, cover, spending, cases) for cap in found if _concerns(cap, spending, cases)),
        tuple(wait for wait in pending if _concerns(wait, spending, cases)),
        tuple(span for span in spans(cover, held, today) if _concerns(span, spending, cases)),
    )


def label_of(purpose: Purpose) -> str:
    """Returns the label of the illness or injury; claims for the same illness have the same label (Q12)."""
    if purpose.category is None or purpose.arisen_on is None:
        return purpose.claim_id
    return f"{purpose.category}#{purpose.arisen_on.isoformat()}"


def _illnesses(ledger: Ledger) -> dict[str, Illness]:
    purposes = [*(kept.purpose for kept in ledger.reservations), *(use.purpose for use in ledger.uses)]
    found: dict[str, Illness] = {}
    for claim_id, purpose in sorted({purpose.claim_id: purpose for purpose in purposes}.items()):
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
    """Returns the ledger of one illness; no claim's session is taken from another claim's reservation."""
    return replace(
        ledger,
        reservations=tuple(
            kept for kept in ledger.reservations if kept.purpose.claim_id in illness.claim_ids
        ),
        uses=tuple(use for use in ledger.uses if use.purpose.claim_id in illness.claim_ids),
    )


def _released(ledger: Ledger, today: date) -> Iterator[Earlier]:
    for kept in ledger.reservations:
        if not kept.sessions_released:
            continue
        last = kept.portions[-1]
        yield Earlier(
            treatment_type=kept.treatment,
            on=kept.on(today),
            condition_key=label_of(kept.purpose),
            sessions=kept.sessions_released,
            cost=last.per_session * kept.sessions_released if last.per_session else None,
            in_network=kept.in_network,
            hours=kept.hours_of(kept.sessions_released),
            product=kept.purpose.product,
        )


def _line(benefit: Benefit, cover: Cover, spending: _Spending, cases: Collection[Case] | None) -> BenefitLine:
    counted = [(spending.rows[place], spending.parts[place]) for place in benefit.counted]
    used = [row for row, part in counted if part == "used"]
    released = (row for row in spending.released if _belongs(row, benefit, cover))
    costs = [row.cost for row in used if row.cost]
    return BenefitLine(
        benefit=benefit,
        reserved=_sum(benefit, cover, (row for row, part in counted if part == "reserved")),
        used=_sum(benefit, cover, used),
        released=_sum(benefit, cover, released),
        paid=sum(costs[1:], costs[0]) if costs else None,
        illness=_visible(spending.illnesses.get(benefit.condition or ""), cases),
    )


def _sum(benefit: Benefit, cover: Cover, rows: Iterable[Earlier]) -> Decimal:
    """Returns the sum of the rows in the benefit's unit; a row without an amount in it adds nothing."""
    if benefit.unit == "sessions":
        return sum((Decimal(row.sessions) for row in rows), ZERO)
    if benefit.unit == "hours":
        return sum((Decimal(str(row.hours)) for row in rows if row.hours is not None), ZERO)
    currency = cover.annual_sum.currency
    return sum((row.cost.amount for row in rows if row.cost and row.cost.currency == currency), ZERO)


def _belongs(row: Earlier, benefit: Benefit, cover: Cover) -> bool:
    """Returns whether a released row counted in this window."""
    first, last = benefit.window_from or date.min, benefit.window_until or date.max
    return (
        family_of(row.product) == family_of(cover.product)
        and (not benefit.treatments or row.treatment_type in benefit.treatments)
        and (benefit.in_network is None or row.in_network in (None, benefit.in_network))
        and (benefit.window != "condition" or row.condition_key == benefit.condition)
        and first <= row.on <= last
    )


def _concerns(entry: Benefit | Wait | Span, spending: _Spending, cases: Collection[Case] | None) -> bool:
    if cases is None:
        return True
    illness = _visible(spending.illnesses.get(entry.condition or ""), cases)
    if entry.condition and not (illness and illness.claim_ids):
        return False
    if not entry.treatments:
        # A sum over all treatments would reveal spending on other cases.
        return not isinstance(entry, Benefit)
    return any(case.treatment in entry.treatments for case in cases)


def _visible(illness: Illness | None, cases: Collection[Case] | None) -> Illness | None:
    """Returns the illness with those of its claims that the caller may see."""
    if illness is None or cases is None:
        return illness
    own = {case.claim_id for case in cases}
    visible = tuple(claim_id for claim_id in illness.claim_ids if claim_id in own)
    return replace(illness, claim_ids=visible)
