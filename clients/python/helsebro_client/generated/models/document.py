from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_content_type import (
    DocumentContentType,
    check_document_content_type,
)
from ..models.document_file_type import DocumentFileType, check_document_file_type
from ..models.document_referral_kind import (
    DocumentReferralKind,
    check_document_referral_kind,
)
from ..models.document_status import DocumentStatus, check_document_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="Document")


@_attrs_define
class Document:
    """A document of a case.

    Attributes:
        added_at (datetime.datetime): When it was announced.
        content_type (DocumentContentType): The type of the file.
        document_id (str): The id of the document.
        file_name (str): The member's own name for the file.
        file_type (DocumentFileType): What kind of paper it is.
        size (int): Its size in bytes.
        status (DocumentStatus): `uploading`: announced. `checking`: saved, and being checked. `accepted`: it can be
            read. `rejected`: `reason` says why.
        help_ (str | Unset): What the member can do about it, in the caller's language; only with `reason`.
        reason (str | Unset): Why it was rejected; absent otherwise.
        referral_kind (DocumentReferralKind | Unset): For a referral: who refers, if it was announced.
    """

    added_at: datetime.datetime
    content_type: DocumentContentType
    document_id: str
    file_name: str
    file_type: DocumentFileType
    size: int
    status: DocumentStatus
    help_: str | Unset = UNSET
    reason: str | Unset = UNSET
    referral_kind: DocumentReferralKind | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added_at = self.added_at.isoformat()

        content_type: str = self.content_type

        document_id = self.document_id

        file_name = self.file_name

        file_type: str = self.file_type

        size = self.size

        status: str = self.status

        help_ = self.help_

        reason = self.reason

        referral_kind: str | Unset = UNSET
        if not isinstance(self.referral_kind, Unset):
            referral_kind = self.referral_kind

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "addedAt": added_at,
                "contentType": content_type,
                "documentId": document_id,
                "fileName": file_name,
                "fileType": file_type,
                "size": size,
                "status": status,
            }
        )
        if help_ is not UNSET:
            field_dict["help"] = help_
        if reason is not UNSET:
            field_dict["reason"] = reason
        if referral_kind is not UNSET:
            field_dict["referralKind"] = referral_kind

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added_at = datetime.datetime.fromisoformat(d.pop("addedAt"))

        content_type = check_document_content_type(d.pop("contentType"))

        document_id = d.pop("documentId")

        file_name = d.pop("fileName")

        file_type = check_document_file_type(d.pop("fileType"))

        size = d.pop("size")

        status = check_document_status(d.pop("status"))

        help_ = d.pop("help", UNSET)

        reason = d.pop("reason", UNSET)

        _referral_kind = d.pop("referralKind", UNSET)
        referral_kind: DocumentReferralKind | Unset
        if isinstance(_referral_kind, Unset):
            referral_kind = UNSET
        else:
            referral_kind = check_document_referral_kind(_referral_kind)

        document = cls(
            added_at=added_at,
            content_type=content_type,
            document_id=document_id,
            file_name=file_name,
            file_type=file_type,
            size=size,
            status=status,
            help_=help_,
            reason=reason,
            referral_kind=referral_kind,
        )

        document.additional_properties = d
        return document

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
