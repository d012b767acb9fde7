"""Rules of notice: the rules for each kind of notice, with the numbers from the product's own terms.

Adding months keeps the end of a month, and the last day is in time (Q14). The window after a claim (R-1405)
limits the day a notice takes effect: the terms say until when it can be "indført".
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
from helsebro.notices.breach import NoticeBreach
from helsebro.notices.notice import ANSWERING, SENT_BY, Notice, NoticeKind, change_faults
from helsebro.notices.yearly_price import adjusted, indexed
from helsebro.policies.index_table import IndexYear
from helsebro.policies.policy import Policy

HUNDRED = Decimal(100)


class NoticeRefused(BadInput):
    """The notice is not valid: all its faults, and in ``breaches`` each broken rule with its clause."""

    code = "notice-not-valid"

    def __init__(self, faults: Sequence[Fault], breaches: Sequence[NoticeBreach], terms: Product) -> None:
        clauses = {breach.rule: _clause(terms, breach.rule) for breach in breaches}
        super().__init__([*faults, *(breach.fault(clauses[breach.rule]) for breach in breaches)])
        self.facts = {"breaches": [{**vars(breach), "clause": clauses[breach.rule]} for breach in breaches]}


@dataclass(frozen=True)
class ReportedClaim:
    """The claim behind a notice, as the rules need it: the days it was reported and denied."""

    reported_on: date
    denied_on: date | None = None

    @classmethod
    def of(cls, claim: Claim) -> ReportedClaim:
        """Returns it from a claim, with the claim's own local days."""
        denied = claim.answered_at if claim.status == "denied" else None
        denied_on = local_day(denied, claim.country) if denied else None
        return cls(local_day(claim.reported_at, claim.country), denied_on)


@dataclass(frozen=True)
class Known:
    """What the rules need beside the notice: the policy and its terms, today, ``earlier`` notices, the
    ``claim`` behind it, the notice it is ``about``, and the payer's ``index`` of the year of a new price.
    """

    policy: Policy
    terms: Product
    today: date
    earlier: Sequence[Notice] = ()
    claim: ReportedClaim | None = None
    about: Notice | None = None
    index: IndexYear | None = None


def must_stand(notice: Notice, known: Known) -> None:
    """Raises ``NoticeRefused`` with every fault and every rule that the notice breaks."""
    faults = [*_faults(notice, known), *change_faults(known.policy, notice.change)]
    breaches = [*RULES[notice.kind](notice, known), *adjusted(notice, known.policy)]
    if faults or breaches:
        raise NoticeRefused(faults, breaches, known.terms)


def refuse_by(notice: Notice, terms: Product) -> date | None:
    """Returns the last day to refuse it; None for a notice that cannot be refused (R-1406, R-1412)."""
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


def _cancellation(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Needs a month in writing, to the next main due date (R-1404); else the policy renews (R-1403)."""
    earliest = add_months(notice.sent_on, known.terms.parameter("R-1404", "months"))
    due = known.policy.main_due(earliest)
    yield from _in_writing("R-1404", notice)
    yield from _not_before("R-1404", notice, earliest)
    if notice.effective_on > due or not _is_main_due(notice.effective_on, known.policy):
        yield NoticeBreach("R-1404", "not-the-next-main-due-date", "/effectiveOn", due.isoformat())


def _after_a_claim(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Needs 14 days, from the report of a claim to a month after it was paid or denied (R-1405)."""
    days, months = (known.terms.parameter("R-1405", name) for name in ("days", "monthsAfter"))
    yield from _not_before("R-1405", notice, notice.sent_on + timedelta(days=days))
    claim = known.claim
    if claim is None:
        yield NoticeBreach("R-1405", "claim-not-of-this-policy", "/claimId")
        return
    if notice.sent_on < claim.reported_on:
        yield NoticeBreach("R-1405", "sent-before-the-claim", "/sentOn", claim.reported_on.isoformat())
    settled_on = claim.denied_on or notice.settled_on
    if settled_on and settled_on < claim.reported_on:
        yield NoticeBreach("R-1405", "settled-before-the-claim", "/settledOn", claim.reported_on.isoformat())
    elif settled_on and notice.effective_on > add_months(settled_on, months):
        last = add_months(settled_on, months)
        yield NoticeBreach("R-1405", "too-long-after-the-claim", "/effectiveOn", last.isoformat())


def _fee(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Needs a month on the website, to the first of a month; a lower fee needs no notice (R-1408)."""
    if notice.fee and notice.fee.is_lower:
        return
    months, day = (known.terms.parameter("R-1408", name) for name in ("months", "dayOfMonth"))
    yield from _not_before("R-1408", notice, add_months(notice.sent_on, months))
    if notice.effective_on.day != day:
        yield NoticeBreach("R-1408", "not-the-first-of-a-month", "/effectiveOn")


def _small_price(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Allows up to five percent a year, from the next due date, without notice (R-1409)."""
    due = known.policy.next_due(notice.sent_on)
    if notice.effective_on != due:
        yield NoticeBreach("R-1409", "not-the-next-due-date", "/effectiveOn", due.isoformat())
    left = _left_of_the_year(notice, known)
    if (notice.percent or 0) > left:
        limit = max(left, Decimal(0)).quantize(Decimal("0.01"), ROUND_DOWN)
        yield NoticeBreach("R-1409", "not-a-small-price", "/percent", f"{limit}")


def _left_of_the_year(notice: Notice, known: Known) -> Decimal:
    """Returns by how many percent the price may still rise, after the small rises of the preceding year."""
    year_before = add_months(notice.effective_on, -12)
    risen = Decimal(1)
    for earlier in known.earlier:
        if earlier.kind == "small-price" and not earlier.undone:
            in_year = year_before < earlier.effective_on <= notice.effective_on
            risen *= 1 + max(earlier.percent or Decimal(0), Decimal(0)) / HUNDRED if in_year else 1
    most = 1 + Decimal(known.terms.parameter("R-1409", "percentAtMost")) / HUNDRED
    return (most / risen - 1) * HUNDRED


def _price(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Needs a month in writing before the main due date (R-1410), unless law or index sets it (R-1319)."""
    if notice.basis == "index":
        yield from indexed(notice, known.policy, known.earlier, known.index)
    elif notice.basis is None:
        yield from _to_main_due("R-1410", notice, known)


def _conditions(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Needs a month in writing before the main due date, unless it is law or only clarifies (R-1411)."""
    if notice.basis is None:
        yield from _to_main_due("R-1411", notice, known)


def _not_accepted(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Needs writing, before the day of a change after a claim (R-1406), 14 days before any other (R-1412)."""
    about = known.about
    rule = "R-1406" if about and about.kind == "claim-change" else "R-1412"
    if about is None or about.undone or not about.may_be_refused:
        yield NoticeBreach(rule, "nothing-to-refuse", "/noticeId")
        return
    yield from _in_writing(rule, notice)
    last = refuse_by(about, known.terms)
    if last and notice.sent_on > last:
        yield NoticeBreach(rule, "refused-too-late", "/sentOn", last.isoformat())


def _withdrawn(notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    """Allows the sender to withdraw a notice before its day; the policy then continues unchanged (R-1403)."""
    about = known.about
    if about is None or about.undone or about.kind in ANSWERING or about.by != notice.by:
        yield NoticeBreach("R-1403", "nothing-to-take-back", "/noticeId")
    elif notice.sent_on >= about.effective_on:
        last = about.effective_on - timedelta(days=1)
        yield NoticeBreach("R-1403", "taken-back-too-late", "/sentOn", last.isoformat())


def _agreed(_notice: Notice, _known: Known) -> Iterator[NoticeBreach]:
    """Breaks no rule: what both parties agree on needs no notice."""
    yield from ()


RULES: Mapping[NoticeKind, Callable[[Notice, Known], Iterator[NoticeBreach]]] = {
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


def _to_main_due(rule: str, notice: Notice, known: Known) -> Iterator[NoticeBreach]:
    earliest = add_months(notice.sent_on, known.terms.parameter(rule, "months"))
    yield from _in_writing(rule, notice)
    yield from _not_before(rule, notice, earliest)
    if not _is_main_due(notice.effective_on, known.policy):
        due = known.policy.main_due(max(earliest, notice.effective_on))
        yield NoticeBreach(rule, "not-a-main-due-date", "/effectiveOn", due.isoformat())


def _not_before(rule: str, notice: Notice, earliest: date) -> Iterator[NoticeBreach]:
    if notice.effective_on < earliest:
        yield NoticeBreach(rule, "notice-too-short", "/effectiveOn", earliest.isoformat())


def _in_writing(rule: str, notice: Notice) -> Iterator[NoticeBreach]:
    if not notice.written:
        yield NoticeBreach(rule, "not-in-writing", "/written")


def _is_main_due(day: date, policy: Policy) -> bool:
    return policy.main_due(day) == day


def _clause(terms: Product, rule: str) -> str:
    return next(row.clause for row in terms.rules if row.id == rule)
