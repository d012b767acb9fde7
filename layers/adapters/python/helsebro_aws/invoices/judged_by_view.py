"""The rule sets that judged an invoice, as answers show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from helsebro.invoices.rule_set import JudgedBy

if TYPE_CHECKING:
    from helsebro_aws.invoices.judged_by_answer import JudgedByAnswer


def judged_by_shown(judged_by: Iterable[JudgedBy]) -> list[JudgedByAnswer]:
    """Returns the sets in the order in which they judged."""
    return [{"ruleSet": each.rule_set, "release": each.release, "source": each.source} for each in judged_by]
