"""A notice as callers see it."""

from __future__ import annotations

from datetime import date
from typing import Any

from helsebro.caller import Caller
from helsebro.coverage.terms.product import product
from helsebro.notices.notice import Notice
from helsebro.notices.rules import refuse_by
from helsebro.policies.policy import Policy
from helsebro_aws.dynamodb.record import to_item

HIDDEN = ("payer", "policyId", "about")
OF_A_CLAIM = ("claimId", "settledOn")
"""Hidden from the employer, who must not learn whose claim is behind a notice."""


def shown(notice: Notice, policy: Policy, caller: Caller, today: date) -> dict[str, Any]:
    """Returns the notice with its state today and the last day to refuse it (R-1406, R-1412)."""
    last = refuse_by(notice, product(policy.on(notice.sent_on).product))
    fields: dict[str, Any] = to_item(notice)
    hidden = HIDDEN if caller.payer else (*HIDDEN, *OF_A_CLAIM)
    return {
        **{name: value for name, value in fields.items() if name not in hidden},
        **({"percent": float(notice.percent)} if notice.percent is not None else {}),
        **({"answers": notice.about} if notice.about else {}),
        "state": notice.state(last, today),
        "refuseBy": to_item(last),
    }
