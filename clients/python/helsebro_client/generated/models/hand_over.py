from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.hand_over_queue_type_0 import (
    HandOverQueueType0,
    check_hand_over_queue_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="HandOver")


@_attrs_define
class HandOver:
    """To whom the case goes, and what they must know.

    Attributes:
        note (str): For the staff; no member sees it.
        assignee (None | str | Unset): The subject of a colleague as their issuer names it, or `me`. A colleague has
            worked in this inbox before and has a role of the queue; an e-mail address names no one. Null: no one.
        queue (HandOverQueueType0 | None | Unset): The queue whose staff go on with it and can read it; its own when
            absent.
    """

    note: str
    assignee: None | str | Unset = UNSET
    queue: HandOverQueueType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        note = self.note

        assignee: None | str | Unset
        if isinstance(self.assignee, Unset):
            assignee = UNSET
        else:
            assignee = self.assignee

        queue: None | str | Unset
        if isinstance(self.queue, Unset):
            queue = UNSET
        elif isinstance(self.queue, str):
            queue = self.queue
        else:
            queue = self.queue

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "note": note,
            }
        )
        if assignee is not UNSET:
            field_dict["assignee"] = assignee
        if queue is not UNSET:
            field_dict["queue"] = queue

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        note = d.pop("note")

        def _parse_assignee(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        assignee = _parse_assignee(d.pop("assignee", UNSET))

        def _parse_queue(data: object) -> HandOverQueueType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                queue_type_0 = check_hand_over_queue_type_0(data)

                return queue_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HandOverQueueType0 | None | Unset, data)

        queue = _parse_queue(d.pop("queue", UNSET))

        hand_over = cls(
            note=note,
            assignee=assignee,
            queue=queue,
        )

        return hand_over
