from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_queue import TaskQueue, check_task_queue
from ..models.task_reason import TaskReason, check_task_reason
from ..models.task_status import TaskStatus, check_task_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.missed_deadline import MissedDeadline
    from ..models.proposal import Proposal
    from ..models.task_subject import TaskSubject


T = TypeVar("T", bound="Task")


@_attrs_define
class Task:
    """A task: what a staff member has to decide, with the engine's proposal.

    Attributes:
        due_at (datetime.datetime): When it should be decided.
        opened_at (datetime.datetime): When it was opened.
        proposal (None | Proposal): The engine's proposal; null when it was not asked.
        queue (TaskQueue): The queue that it is in.
        status (TaskStatus): Whether it is decided.
        subject (TaskSubject): What a task is about: a claim, or a refund or an extension of a claim.
        task_id (str): The id of the task.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        deadline (MissedDeadline | Unset): The deadline that was missed.
        reason (TaskReason | Unset): Why it is there again. Absent for an ordinary task.
        retry_of (str | Unset): The id of the task whose decision could not be carried out. To approve this one is to
            try again.
    """

    due_at: datetime.datetime
    opened_at: datetime.datetime
    proposal: None | Proposal
    queue: TaskQueue
    status: TaskStatus
    subject: TaskSubject
    task_id: str
    version: int
    deadline: MissedDeadline | Unset = UNSET
    reason: TaskReason | Unset = UNSET
    retry_of: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.proposal import Proposal  # noqa: PLC0415

        due_at = self.due_at.isoformat()

        opened_at = self.opened_at.isoformat()

        proposal: dict[str, Any] | None
        if isinstance(self.proposal, Proposal):
            proposal = self.proposal.to_dict()
        else:
            proposal = self.proposal

        queue: str = self.queue

        status: str = self.status

        subject = self.subject.to_dict()

        task_id = self.task_id

        version = self.version

        deadline: dict[str, Any] | Unset = UNSET
        if not isinstance(self.deadline, Unset):
            deadline = self.deadline.to_dict()

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason

        retry_of = self.retry_of

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dueAt": due_at,
                "openedAt": opened_at,
                "proposal": proposal,
                "queue": queue,
                "status": status,
                "subject": subject,
                "taskId": task_id,
                "version": version,
            }
        )
        if deadline is not UNSET:
            field_dict["deadline"] = deadline
        if reason is not UNSET:
            field_dict["reason"] = reason
        if retry_of is not UNSET:
            field_dict["retryOf"] = retry_of

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.missed_deadline import MissedDeadline  # noqa: PLC0415
        from ..models.proposal import Proposal  # noqa: PLC0415
        from ..models.task_subject import TaskSubject  # noqa: PLC0415

        d = dict(src_dict)
        due_at = datetime.datetime.fromisoformat(d.pop("dueAt"))

        opened_at = datetime.datetime.fromisoformat(d.pop("openedAt"))

        def _parse_proposal(data: object) -> None | Proposal:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                proposal_type_0 = Proposal.from_dict(data)

                return proposal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Proposal, data)

        proposal = _parse_proposal(d.pop("proposal"))

        queue = check_task_queue(d.pop("queue"))

        status = check_task_status(d.pop("status"))

        subject = TaskSubject.from_dict(d.pop("subject"))

        task_id = d.pop("taskId")

        version = d.pop("version")

        _deadline = d.pop("deadline", UNSET)
        deadline: MissedDeadline | Unset
        if isinstance(_deadline, Unset):
            deadline = UNSET
        else:
            deadline = MissedDeadline.from_dict(_deadline)

        _reason = d.pop("reason", UNSET)
        reason: TaskReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = check_task_reason(_reason)

        retry_of = d.pop("retryOf", UNSET)

        task = cls(
            due_at=due_at,
            opened_at=opened_at,
            proposal=proposal,
            queue=queue,
            status=status,
            subject=subject,
            task_id=task_id,
            version=version,
            deadline=deadline,
            reason=reason,
            retry_of=retry_of,
        )

        task.additional_properties = d
        return task

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
