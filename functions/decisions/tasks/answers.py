"""What the routes of tasks answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.tasks.staff_decision import Verdict
from helsebro.tasks.task import Queue, TaskReason, TaskStatus
from helsebro_aws.http.fields.ids import (
    ClaimIdField,
    ExtensionIdField,
    GuaranteeIdField,
    RefundIdField,
    TaskIdField,
)
from helsebro_aws.http.fields.shown import InstantShown, Version
from helsebro_aws.tasks.proposal_answer import ProposalAnswer

QueueShown = Annotated[Queue, Field(description="The queue that it is in.")]
TaskStatusShown = Annotated[TaskStatus, Field(description="Whether it is decided.")]


class TaskSubjectAnswer(TypedDict):
    """What a task is about: a claim, or a refund or an extension of a claim."""

    claimId: ClaimIdField
    refundId: NotRequired[
        Annotated[RefundIdField, Field(description="The id of the refund, in a task about one.")]
    ]
    extensionId: NotRequired[
        Annotated[ExtensionIdField, Field(description="The id of the extension, in a task about one.")]
    ]
    guaranteeId: NotRequired[
        Annotated[
            GuaranteeIdField,
            Field(description="The id of the guarantee to extend, in a task about an extension."),
        ]
    ]


class MissedDeadlineAnswer(TypedDict):
    """The deadline that was missed."""

    kind: Annotated[str, Field(description="The kind of deadline.", examples=["contact"])]
    about: Annotated[
        str,
        Field(
            description="The id of the claim, guarantee or other thing that it is about.",
            examples=["gar_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ]
    dueAt: Annotated[InstantShown, Field(description="When it was due.")]


class TaskAnswer(TypedDict):
    """A task: what a staff member has to decide, with the engine's proposal."""

    taskId: TaskIdField
    queue: QueueShown
    subject: Annotated[TaskSubjectAnswer, Field(description="What it is about.")]
    dueAt: Annotated[InstantShown, Field(description="When it should be decided.")]
    openedAt: Annotated[InstantShown, Field(description="When it was opened.")]
    version: Version
    status: TaskStatusShown
    proposal: Annotated[
        ProposalAnswer | None, Field(description="The engine's proposal; null when it was not asked.")
    ]
    reason: NotRequired[
        Annotated[TaskReason, Field(description="Why it is there again. Absent for an ordinary task.")]
    ]
    deadline: NotRequired[
        Annotated[
            MissedDeadlineAnswer,
            Field(description="The deadline behind a task with the reason `deadline-missed`."),
        ]
    ]
    retryOf: NotRequired[
        Annotated[
            TaskIdField,
            Field(
                description="The id of the task whose decision could not be carried out. To approve this one "
                "is to try again."
            ),
        ]
    ]


class DecidedTaskAnswer(TypedDict):
    """A task after a decision. A question about a refund or an extension leaves it open."""

    taskId: TaskIdField
    queue: QueueShown
    status: TaskStatusShown
    decision: Annotated[Verdict, Field(description="The decision.")]
    version: Version
