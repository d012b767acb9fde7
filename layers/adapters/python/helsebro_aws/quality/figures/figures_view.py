"""The figures of decisions as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.quality.decision_report import DecisionReport

if TYPE_CHECKING:
    from helsebro_aws.quality.figures.figures_answer import DecisionFiguresAnswer


def figures_shown(report: DecisionReport) -> DecisionFiguresAnswer:
    """Returns the answer of the route; a clause or a group that is not known is null."""
    shown = {
        "from": report.first.first_day.isoformat(),
        "to": report.last.last_day.isoformat(),
        "payer": report.payer,
        "total": report.total,
        "products": [{"product": product, **cells} for product, cells in report.products.items()],
        "clauses": [
            {"product": product, "clause": clause or None, **cells}
            for (product, clause), cells in report.clauses.items()
        ],
        "groups": [{"group": group or None, **cells} for group, cells in report.groups.items()],
        "overturned": [{"reason": why, "count": count} for why, count in report.overturned.items()],
    }
    return cast("DecisionFiguresAnswer", shown)
