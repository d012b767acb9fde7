"""Stage engine: the engine of deadlines with all its parts, as the functions of a stage use it."""

from __future__ import annotations

from helsebro_aws.deadlines.case_reads import CaseSources
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.deadlines.keeping import DeadlineKeeping
from helsebro_aws.deadlines.schedules import Schedules
from helsebro_aws.deadlines.service_levels import counted
from helsebro_aws.policies.payer_calendar import calendar_of


def stage_engine() -> DeadlineEngine:
    """Returns the engine that sets schedules and counts service levels."""
    return DeadlineEngine(schedules=Schedules(), counted=counted)


def stage_keeping() -> DeadlineKeeping:
    """Returns what keeps the deadlines of an event, in the calendar of its payer."""
    return DeadlineKeeping(stage_engine(), CaseSources(calendar_of=calendar_of))
