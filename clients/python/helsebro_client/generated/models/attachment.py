from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attachment_reason import AttachmentReason, check_attachment_reason
from ..models.attachment_status import AttachmentStatus, check_attachment_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="Attachment")


@_attrs_define
class Attachment:
    """A file that an accepted invoice had inside it. Nothing is ever paid because of it.

    Attributes:
        number (int): Its place in the invoice, from 1.
        status (AttachmentStatus): `checking` until it is scanned. `kept`: a clean copy can be read. `dropped`: `reason`
            says why there is none; the invoice is accepted all the same.
        checked_at (datetime.datetime | Unset): When it was kept or dropped.
        content_type (str | Unset): The type of the clean copy.
        digest (str | Unset): The SHA-256 of the file as it was sent, in hex; absent before it was read.
        message (str | Unset): The reason for people, in the caller's language; only with `reason`.
        reason (AttachmentReason | Unset): Why it was dropped, for programs. Absent otherwise.
        size (int | Unset): The size of the clean copy in bytes.
    """

    number: int
    status: AttachmentStatus
    checked_at: datetime.datetime | Unset = UNSET
    content_type: str | Unset = UNSET
    digest: str | Unset = UNSET
    message: str | Unset = UNSET
    reason: AttachmentReason | Unset = UNSET
    size: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        status: str = self.status

        checked_at: str | Unset = UNSET
        if not isinstance(self.checked_at, Unset):
            checked_at = self.checked_at.isoformat()

        content_type = self.content_type

        digest = self.digest

        message = self.message

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason

        size = self.size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "status": status,
            }
        )
        if checked_at is not UNSET:
            field_dict["checkedAt"] = checked_at
        if content_type is not UNSET:
            field_dict["contentType"] = content_type
        if digest is not UNSET:
            field_dict["digest"] = digest
        if message is not UNSET:
            field_dict["message"] = message
        if reason is not UNSET:
            field_dict["reason"] = reason
        if size is not UNSET:
            field_dict["size"] = size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        status = check_attachment_status(d.pop("status"))

        _checked_at = d.pop("checkedAt", UNSET)
        checked_at: datetime.datetime | Unset
        if isinstance(_checked_at, Unset):
            checked_at = UNSET
        else:
            checked_at = datetime.datetime.fromisoformat(_checked_at)

        content_type = d.pop("contentType", UNSET)

        digest = d.pop("digest", UNSET)

        message = d.pop("message", UNSET)

        _reason = d.pop("reason", UNSET)
        reason: AttachmentReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = check_attachment_reason(_reason)

        size = d.pop("size", UNSET)

        attachment = cls(
            number=number,
            status=status,
            checked_at=checked_at,
            content_type=content_type,
            digest=digest,
            message=message,
            reason=reason,
            size=size,
        )

        attachment.additional_properties = d
        return attachment

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
