"""End of cover: the last day of what a cover that ends still pays, also of a treatment that began before."""

from __future__ import annotations

from datetime import date

from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.terms.product import product
from helsebro.tasks.last_day import GrantLimit

RUN_OFF = "R-1315"


def end_of_cover(cover: Cover) -> GrantLimit | None:
    """Returns the last day of the run-off of a cover; None while the cover has no end.

    The trail of a treatment that begins before the end does not name that day.
    """
    ended = cover.ended_on(date.max)
    if ended is None:
        return None
    terms = product(cover.product)
    rule = next(rule for rule in terms.rules if rule.id == RUN_OFF)
    return GrantLimit(rule.id, rule.clause, add_months(ended, terms.parameter(RUN_OFF, "months")))
