from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="GuardianAnswerBody")


@_attrs_define
class GuardianAnswerBody:
    """A yes or a no to a guardian of a child.

    Attributes:
        confirmed (bool): True when the person is a guardian of the child, false when not.
    """

    confirmed: bool

    def to_dict(self) -> dict[str, Any]:
        confirmed = self.confirmed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "confirmed": confirmed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        confirmed = d.pop("confirmed")

        guardian_answer_body = cls(
            confirmed=confirmed,
        )

        return guardian_answer_body
