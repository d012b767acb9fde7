"""Used since: what another refund or invoice has taken of the grants since a refund was proposed."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.errors import Fault
from helsebro.refunds.case_grants import CaseGrants
from helsebro.refunds.refund import Refund


def used_since_faults(refund: Refund, grants: CaseGrants) -> list[Fault]:
    """Returns a fault for each treatment that a refund pays as proposed and that is no longer left.

    ``refund`` is decided without amounts, ``grants`` are those of now. Two refunds that are open at once are
    proposed from the same grants; the second is then paid only with amounts.
    """
    return [
        Fault("/approved", "used-since-proposed", "", {"number": index + 1})
        for index in sorted(_used(refund, grants))
    ]


def _used(refund: Refund, grants: CaseGrants) -> Iterator[int]:
    for index in refund.by_day:
        billed = refund.treatments[index]
        if not billed.approved or not billed.approved.amount:
            continue
        grant, outside = grants.grant_of(billed.type, billed.on), grants.outside(billed.type, billed.on)
        price = grant.price.first if grant else None
        if outside or grants.paid_before(billed.type, billed.on) or (price and billed.approved > price):
            yield index
        elif grant:
            grants = grants.less_one(grant, billed.approved)
