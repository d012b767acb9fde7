from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CourseEnded")


@_attrs_define
class CourseEnded:
    """The guarantee under which the treatment is finished.

    Attributes:
        guarantee_id (str): The id of the guarantee.
    """

    guarantee_id: str

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "guaranteeId": guarantee_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        course_ended = cls(
            guarantee_id=guarantee_id,
        )

        return course_ended
