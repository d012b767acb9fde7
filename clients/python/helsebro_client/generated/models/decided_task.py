from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decided_task_decision import (
    DecidedTaskDecision,
    check_decided_task_decision,
)
from ..models.decided_task_queue import DecidedTaskQueue, check_decided_task_queue
from ..models.decided_task_status import DecidedTaskStatus, check_decided_task_status

T = TypeVar("T", bound="DecidedTask")


@_attrs_define
class DecidedTask:
    """A task after a decision. A question about a refund or an extension leaves it open.

    Attributes:
        decision (DecidedTaskDecision): The decision.
        queue (DecidedTaskQueue): The queue that it is in.
        status (DecidedTaskStatus): Whether it is decided.
        task_id (str): The id of the task.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    decision: DecidedTaskDecision
    queue: DecidedTaskQueue
    status: DecidedTaskStatus
    task_id: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision: str = self.decision

        queue: str = self.queue

        status: str = self.status

        task_id = self.task_id

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decision": decision,
                "queue": queue,
                "status": status,
                "taskId": task_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = check_decided_task_decision(d.pop("decision"))

        queue = check_decided_task_queue(d.pop("queue"))

        status = check_decided_task_status(d.pop("status"))

        task_id = d.pop("taskId")

        version = d.pop("version")

        decided_task = cls(
            decision=decision,
            queue=queue,
            status=status,
            task_id=task_id,
            version=version,
        )

        decided_task.additional_properties = d
        return decided_task

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
