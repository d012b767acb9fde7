from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewExtension")


@_attrs_define
class NewExtension:
    """A request for more sessions or more time.

    Attributes:
        reason (str): Why more is needed, in the member's words.
        document_ids (list[str] | Unset): Accepted documents of the case that support it.
        sessions (int | None | Unset): How many more sessions; without it staff decide how many.
    """

    reason: str
    document_ids: list[str] | Unset = UNSET
    sessions: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        document_ids: list[str] | Unset = UNSET
        if not isinstance(self.document_ids, Unset):
            document_ids = self.document_ids

        sessions: int | None | Unset
        if isinstance(self.sessions, Unset):
            sessions = UNSET
        else:
            sessions = self.sessions

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if document_ids is not UNSET:
            field_dict["documentIds"] = document_ids
        if sessions is not UNSET:
            field_dict["sessions"] = sessions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        document_ids = cast(list[str], d.pop("documentIds", UNSET))

        def _parse_sessions(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        sessions = _parse_sessions(d.pop("sessions", UNSET))

        new_extension = cls(
            reason=reason,
            document_ids=document_ids,
            sessions=sessions,
        )

        return new_extension
