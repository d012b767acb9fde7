from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ExtensionRequested")


@_attrs_define
class ExtensionRequested:
    """How many more sessions the clinic asks for, and why.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        justification (str): The professional reason.
        sessions (int): How many more sessions.
    """

    guarantee_id: str
    justification: str
    sessions: int

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        justification = self.justification

        sessions = self.sessions

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "justification": justification,
                "sessions": sessions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        justification = d.pop("justification")

        sessions = d.pop("sessions")

        extension_requested = cls(
            guarantee_id=guarantee_id,
            justification=justification,
            sessions=sessions,
        )

        return extension_requested
