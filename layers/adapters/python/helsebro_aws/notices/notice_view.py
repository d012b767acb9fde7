"""A notice as callers see it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from helsebro.caller import Caller
from helsebro.coverage.terms.product import product
from helsebro.notices.notice import Notice
from helsebro.notices.rules import refuse_by
from helsebro.policies.policy import Policy
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.notices.notice_answer import NoticeAnswer

HIDDEN = ("payer", "policyId", "about")
OF_A_CLAIM = ("claimId", "settledOn")
"""Hidden from the employer, who must not learn whose claim is behind a notice."""


def shown(notice: Notice, policy: Policy, caller: Caller, today: date) -> NoticeAnswer:
    """Returns the notice with its state today and the last day to refuse it (R-1406, R-1412)."""
    last = refuse_by(notice, product(policy.on(notice.sent_on).product))
    hidden = HIDDEN if caller.payer else (*HIDDEN, *OF_A_CLAIM)
    fields = {name: value for name, value in to_item(notice).items() if name not in hidden}
    shown = cast("NoticeAnswer", fields)
    if notice.percent is not None:
        shown["percent"] = float(notice.percent)
    if notice.about:
        shown["answers"] = notice.about
    shown["state"] = notice.state(last, today)
    shown["refuseBy"] = to_item(last)
    return shown
