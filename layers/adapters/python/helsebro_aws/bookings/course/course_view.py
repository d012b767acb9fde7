"""The courses behind a page of tasks about extensions, each read from its case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro.bookings.course_so_far import CourseSoFar
from helsebro.ids import TaskId
from helsebro.tasks.subject import ExtensionReview
from helsebro.tasks.task import Task
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees

if TYPE_CHECKING:
    from helsebro_aws.bookings.course.course_answer import CourseSoFarAnswer


def courses_of(found: Sequence[Task], on: Tables = tables) -> dict[TaskId, dict[str, CourseSoFarAnswer]]:
    """Returns the ``course`` of each task: two reads a task, of the guarantee and of the case's bookings."""
    bookings, guarantees = DynamoBookings(on), DynamoGuarantees(on)
    shown = {}
    for task in found:
        if isinstance(task.subject, ExtensionReview):
            guarantee = guarantees.find(task.subject.guarantee_id)
            made = bookings.of_guarantee(guarantee.guarantee_id)
            shown[task.task_id] = {"course": _shown(CourseSoFar.under(guarantee, made))}
    return shown


def _shown(course: CourseSoFar) -> CourseSoFarAnswer:
    return {
        "held": [day.isoformat() for day in course.held],
        "missed": [day.isoformat() for day in course.missed],
        "booked": [day.isoformat() for day in course.booked],
        "sessionsGranted": course.granted,
        "sessionsLeft": course.left,
        "validUntil": course.valid_until.isoformat(),
    }
