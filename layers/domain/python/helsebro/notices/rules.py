"""Rules of notice: what each kind of notice must keep to, with the numbers of the product's own terms.

Months are added with the month's end kept, and the last day is in time (Q14). A claim's window (R-1405) holds
the day a notice takes effect: the terms say until when it can be "indført".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal

from helsebro.claims.claim import Claim
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.terms.product import Product
from helsebro.errors import BadInput, Fault
from helsebro.local_day import local_day
from helsebro.notices.notice import ANSWERING, SENT_BY, Kind, Notice, change_faults
from helsebro.policies.policy import Policy

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Breach:
    """A rule that a notice breaks; ``limit`` is the day or number that would have kept it."""

    rule: str
    code: str
    pointer: str
    limit: str = ""

    def fault(self, clause: str) -> Fault:
        """It as the fault of a field, with the clause the rule stands in."""
        where = f"{self.rule}, {clause}"
        return Fault(self.pointer, self.code, f"{self.limit} ({where})" if self.limit else f"({where})")


class NoticeRefused(BadInput):
    """A notice that cannot stand, with every fault; ``breaches`` tells each rule with its clause."""

    def __init__(self, faults: Sequence[Fault], breaches: Sequence[Breach], terms: Product) -> None:
        clauses = {one.rule: _clause(terms, one.rule) for one in breaches}
        super().__init__([*faults, *(one.fault(clauses[one.rule]) for one in breaches)])
        self.code = "notice-not-valid"
        self.facts = {"breaches": [{**vars(one), "clause": clauses[one.rule]} for one in breaches]}


@dataclass(frozen=True)
class ReportedClaim:
    """What the rules ask of the claim a notice rests on: the day it was reported, and denied."""

    reported_on: date
    denied_on: date | None = None

    @classmethod
    def of(cls, claim: Claim) -> ReportedClaim:
        """Of a claim, by its own local days."""
        denied = claim.answered_at if claim.status == "denied" else None
        denied_on = local_day(denied, claim.country) if denied else None
        return cls(local_day(claim.reported_at, claim.country), denied_on)


@dataclass(frozen=True)
class Known:
    """What is known beside it: ``earlier`` notices, the ``claim`` it rests on, the notice it is ``about``."""

    policy: Policy
    terms: Product
    today: date
    earlier: Sequence[Notice] = ()
    claim: ReportedClaim | None = None
    about: Notice | None = None


def must_stand(notice: Notice, known: Known) -> None:
    """Raises ``NoticeRefused`` with every fault and every rule that the notice breaks."""
    faults = [*_faults(notice, known), *change_faults(known.policy, notice.change)]
    breaches = list(RULES[notice.kind](notice, known))
    if faults or breaches:
        raise NoticeRefused(faults, breaches, known.terms)


def refuse_by(notice: Notice, terms: Product) -> date | None:
    """The last day to refuse it; None for a notice that silence does not decide (R-1406, R-1412)."""
    if not notice.may_be_refused:
        return None
    days = 1 if notice.kind == "claim-change" else terms.parameter("R-1412", "days")
    return notice.effective_on - timedelta(days=days)


def _faults(notice: Notice, known: Known) -> Iterator[Fault]:
    if notice.by not in SENT_BY[notice.kind]:
        yield Fault("/by", "not-theirs-to-send", notice.kind)
    if notice.sent_on > known.today:
        yield Fault("/sentOn", "not-yet-sent", "")
    if notice.settled_on and notice.settled_on > known.today:
        yield Fault("/settledOn", "not-yet-paid", "")
    if notice.about:
        return
    if notice.effective_on < notice.sent_on:
        yield Fault("/effectiveOn", "takes-effect-before-it-was-sent", notice.sent_on.isoformat())
    if notice.effective_on < known.policy.effective_from:
        yield Fault("/effectiveOn", "before-the-policy-began", known.policy.effective_from.isoformat())
    ends_on = known.policy.ends_on
    if ends_on and notice.effective_on > ends_on:
        yield Fault("/effectiveOn", "policy-has-ended", ends_on.isoformat())


def _cancellation(notice: Notice, known: Known) -> Iterator[Breach]:
    """A month in writing, to the next main due date (R-1404); else the policy renews (R-1403)."""
    earliest = add_months(notice.sent_on, known.terms.parameter("R-1404", "months"))
    due = known.policy.main_due(earliest)
    yield from _in_writing("R-1404", notice)
    yield from _not_before("R-1404", notice, earliest)
    if notice.effective_on > due or not _is_main_due(notice.effective_on, known.policy):
        yield Breach("R-1404", "not-the-next-main-due-date", "/effectiveOn", due.isoformat())


def _after_a_claim(notice: Notice, known: Known) -> Iterator[Breach]:
    """14 days, from the report of a claim to a month after it was paid or denied (R-1405)."""
    days, months = (known.terms.parameter("R-1405", name) for name in ("days", "monthsAfter"))
    yield from _not_before("R-1405", notice, notice.sent_on + timedelta(days=days))
    claim = known.claim
    if claim is None:
        yield Breach("R-1405", "claim-not-of-this-policy", "/claimId")
        return
    if notice.sent_on < claim.reported_on:
        yield Breach("R-1405", "sent-before-the-claim", "/sentOn", claim.reported_on.isoformat())
    settled_on = claim.denied_on or notice.settled_on
    if settled_on and settled_on < claim.reported_on:
        yield Breach("R-1405", "settled-before-the-claim", "/settledOn", claim.reported_on.isoformat())
    elif settled_on and notice.effective_on > add_months(settled_on, months):
        last = add_months(settled_on, months)
        yield Breach("R-1405", "too-long-after-the-claim", "/effectiveOn", last.isoformat())


def _fee(notice: Notice, known: Known) -> Iterator[Breach]:
    """A month on the website, to the first of a month; going down is free (R-1408)."""
    if notice.fee and notice.fee.is_lower:
        return
    months, day = (known.terms.parameter("R-1408", name) for name in ("months", "dayOfMonth"))
    yield from _not_before("R-1408", notice, add_months(notice.sent_on, months))
    if notice.effective_on.day != day:
        yield Breach("R-1408", "not-the-first-of-a-month", "/effectiveOn")


def _small_price(notice: Notice, known: Known) -> Iterator[Breach]:
    """Up to five percent a year, from the next due date, without notice (R-1409)."""
    due = known.policy.next_due(notice.sent_on)
    if notice.effective_on != due:
        yield Breach("R-1409", "not-the-next-due-date", "/effectiveOn", due.isoformat())
    left = _left_of_the_year(notice, known)
    if (notice.percent or 0) > left:
        shown = max(left, Decimal(0)).quantize(Decimal("0.01"), ROUND_DOWN)
        yield Breach("R-1409", "not-a-small-price", "/percent", f"{shown}")


def _left_of_the_year(notice: Notice, known: Known) -> Decimal:
    """By how many percent the price may still rise, after the small rises of the year before that day."""
    year_before = add_months(notice.effective_on, -12)
    risen = Decimal(1)
    for one in known.earlier:
        if one.kind == "small-price" and not one.undone:
            in_year = year_before < one.effective_on <= notice.effective_on
            risen *= 1 + max(one.percent or Decimal(0), Decimal(0)) / HUNDRED if in_year else 1
    most = 1 + Decimal(known.terms.parameter("R-1409", "percentAtMost")) / HUNDRED
    return (most / risen - 1) * HUNDRED


def _price(notice: Notice, known: Known) -> Iterator[Breach]:
    """A month in writing before the main due date (R-1410), unless the law or the index moves it (R-1319)."""
    if notice.basis == "index":
        first = known.policy.first_due_of(notice.effective_on.year)
        if notice.effective_on != first:
            yield Breach("R-1319", "not-the-years-first-due-date", "/effectiveOn", first.isoformat())
    elif notice.basis is None:
        yield from _to_main_due("R-1410", notice, known)


def _conditions(notice: Notice, known: Known) -> Iterator[Breach]:
    """A month in writing before the main due date, unless it is law or only makes things clear (R-1411)."""
    if notice.basis is None:
        yield from _to_main_due("R-1411", notice, known)


def _not_accepted(notice: Notice, known: Known) -> Iterator[Breach]:
    """In writing, before the day of a change after a claim (R-1406), 14 days before any other (R-1412)."""
    about = known.about
    rule = "R-1406" if about and about.kind == "claim-change" else "R-1412"
    if about is None or about.undone or not about.may_be_refused:
        yield Breach(rule, "nothing-to-refuse", "/noticeId")
        return
    yield from _in_writing(rule, notice)
    last = refuse_by(about, known.terms)
    if last and notice.sent_on > last:
        yield Breach(rule, "refused-too-late", "/sentOn", last.isoformat())


def _withdrawn(notice: Notice, known: Known) -> Iterator[Breach]:
    """Whoever sent a notice may take it back before its day; then the policy goes on as before (R-1403)."""
    about = known.about
    if about is None or about.undone or about.kind in ANSWERING or about.by != notice.by:
        yield Breach("R-1403", "nothing-to-take-back", "/noticeId")
    elif notice.sent_on >= about.effective_on:
        last = about.effective_on - timedelta(days=1)
        yield Breach("R-1403", "taken-back-too-late", "/sentOn", last.isoformat())


def _agreed(_notice: Notice, _known: Known) -> Iterator[Breach]:
    """What both want needs no notice."""
    yield from ()


RULES: Mapping[Kind, Callable[[Notice, Known], Iterator[Breach]]] = {
    "cancellation": _cancellation,
    "claim-cancellation": _after_a_claim,
    "claim-change": _after_a_claim,
    "fee": _fee,
    "small-price": _small_price,
    "price": _price,
    "conditions": _conditions,
    "agreed": _agreed,
    "not-accepted": _not_accepted,
    "withdrawn": _withdrawn,
}


def _to_main_due(rule: str, notice: Notice, known: Known) -> Iterator[Breach]:
    earliest = add_months(notice.sent_on, known.terms.parameter(rule, "months"))
    yield from _in_writing(rule, notice)
    yield from _not_before(rule, notice, earliest)
    if not _is_main_due(notice.effective_on, known.policy):
        due = known.policy.main_due(max(earliest, notice.effective_on))
        yield Breach(rule, "not-a-main-due-date", "/effectiveOn", due.isoformat())


def _not_before(rule: str, notice: Notice, earliest: date) -> Iterator[Breach]:
    if notice.effective_on < earliest:
        yield Breach(rule, "notice-too-short", "/effectiveOn", earliest.isoformat())


def _in_writing(rule: str, notice: Notice) -> Iterator[Breach]:
    if not notice.written:
        yield Breach(rule, "not-in-writing", "/written")


def _is_main_due(day: date, policy: Policy) -> bool:
    return policy.main_due(day) == day


def _clause(terms: Product, rule: str) -> str:
    return next(one.clause for one in terms.rules if one.id == rule)
