"""Service levels as JSON."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from helsebro.deadlines.service_level import TARGETS, KindLevel, ServiceReport

if TYPE_CHECKING:
    from helsebro_aws.deadlines.insights.level_answer import ServiceLevelsAnswer


def levels_shown(report: ServiceReport) -> ServiceLevelsAnswer:
    """Returns the answer of the route."""
    shown = {
        "from": report.first.first_day.isoformat(),
        "to": report.last.last_day.isoformat(),
        "items": [{**_week(row), **_level(row, report.payer)} for row in report.rows],
        "totals": [_level(row, report.payer) for row in report.totals],
    }
    return cast("ServiceLevelsAnswer", shown)


def _week(row: KindLevel) -> dict[str, Any]:
    assert row.week
    days = {"from": row.week.first_day.isoformat(), "to": row.week.last_day.isoformat()}
    return {"week": row.week.name, **days}


def _level(row: KindLevel, payer: str) -> dict[str, Any]:
    level = row.level
    shown = {
        "queue": row.queue,
        "kind": row.kind,
        "payer": payer,
        "count": level.count,
        "within": level.within,
        "percent": level.percent,
        "answers": level.answered,
        "medianSeconds": _seconds(level.median),
        "percentile95Seconds": _seconds(level.percentile_95),
    }
    return {**shown, "targetPercent": TARGETS[row.kind]} if row.kind in TARGETS else shown


def _seconds(duration: timedelta | None) -> int | None:
    return None if duration is None else int(duration.total_seconds())
