from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ExtensionRequested")


@_attrs_define
class ExtensionRequested:
    """How many more sessions the clinic asks for, and why.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        justification (str): The professional reason.
        sessions (int): How many more sessions.
        achieved (None | str | Unset): What the treatment has achieved so far; the staff ask for it of physical
            treatment.
    """

    guarantee_id: str
    justification: str
    sessions: int
    achieved: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        justification = self.justification

        sessions = self.sessions

        achieved: None | str | Unset
        if isinstance(self.achieved, Unset):
            achieved = UNSET
        else:
            achieved = self.achieved

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "justification": justification,
                "sessions": sessions,
            }
        )
        if achieved is not UNSET:
            field_dict["achieved"] = achieved

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        justification = d.pop("justification")

        sessions = d.pop("sessions")

        def _parse_achieved(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        achieved = _parse_achieved(d.pop("achieved", UNSET))

        extension_requested = cls(
            guarantee_id=guarantee_id,
            justification=justification,
            sessions=sessions,
            achieved=achieved,
        )

        return extension_requested
