"""Deadline schedules: the group of the one-time schedules that wake deadlines, and their role.

EventBridge Scheduler calls the queue ``fall-due`` in the name of the role; what it cannot deliver goes into a
dead-letter queue. The schedules themselves are made by functions.
"""

from __future__ import annotations

from aws_cdk import ArnFormat, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.parts import Parts
from infra.platform.alarms import Kept
from infra.platform.queues import WorkQueue
from infra.reasons import acknowledge, every_schedule_of
from infra.small_function import SmallFunction

SERVICE = "scheduler.amazonaws.com"
ON_SCHEDULES = ("scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule")


class DeadlineSchedules(Construct):
    """The group, the role and the dead letters, in the stack of the queue that the schedules call."""

    def __init__(self, parts: Parts, called: WorkQueue) -> None:
        super().__init__(Stack.of(called.queue), "DeadlineSchedules")
        self._parts, self._called = parts, called
        self.group = parts.stage.named("deadlines")
        scheduler.CfnScheduleGroup(self, "Group", name=self.group)
        self._failed = parts.queues.dead_letters("failed-schedules", Kept.SCHEDULES)
        self._role = self._role_of_schedules()

    def let_schedule(self, function: SmallFunction) -> None:
        """Lets a function make, move and remove the schedules of this group, and of no other."""
        # The emulator takes every schedule for one of the group "default".
        group = "default" if self._parts.stage.local else self.group
        every = Stack.of(function).format_arn(
            service="scheduler", resource="schedule", resource_name=f"{group}/*"
        )
        function.may(ON_SCHEDULES, [every])
        acknowledge(function.role, every_schedule_of(every, function))
        to_scheduler = {"StringEquals": {"iam:PassedToService": SERVICE}}
        function.may(["iam:PassRole"], [self._role.role_arn], **to_scheduler)
        function.add_setting("HELSEBRO_DEADLINES_GROUP", self.group)
        function.add_setting("HELSEBRO_FALL_DUE_ARN", self._called.queue.queue_arn)
        function.add_setting("HELSEBRO_FAILED_SCHEDULES_ARN", self._failed.queue_arn)
        function.add_setting("HELSEBRO_SCHEDULES_ROLE", self._role.role_arn)

    def _role_of_schedules(self) -> iam.Role:
        """Returns the role, which Scheduler may only assume for schedules of this group."""
        stack = Stack.of(self)
        group = stack.format_arn(
            service="scheduler",
            resource="schedule-group",
            resource_name=self.group,
            arn_format=ArnFormat.SLASH_RESOURCE_NAME,
        )
        of_this_group = {"aws:SourceAccount": stack.account, "aws:SourceArn": group}
        sends = iam.PolicyStatement(actions=["sqs:SendMessage"], resources=self._arns())
        return iam.Role(
            self,
            "Role",
            assumed_by=iam.ServicePrincipal(SERVICE, conditions={"StringEquals": of_this_group}),
            inline_policies={"sends": iam.PolicyDocument(statements=[sends])},
        )

    def _arns(self) -> list[str]:
        """Returns the queues that the role may send to: Scheduler writes dead letters with the same role."""
        queues: tuple[sqs.IQueue, ...] = (self._called.queue, self._failed)
        return [queue.queue_arn for queue in queues]
