from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_added_by import DocumentAddedBy, check_document_added_by
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

if TYPE_CHECKING:
    from ..models.referral_hint import ReferralHint


T = TypeVar("T", bound="Document")


@_attrs_define
class Document:
    """A document of a case.

    Attributes:
        added_at (datetime.datetime): When it was announced.
        added_by (DocumentAddedBy): The role of who announced it.
        content_type (DocumentContentType): The type of the file; of an accepted one that of its clean copy: a HEIC
            becomes a JPEG.
        document_id (str): The id of the document.
        file_name (str): The member's own name for the file.
        file_type (DocumentFileType): What kind of paper it is.
        size (int): Its size in bytes; of an accepted one that of its clean copy.
        status (DocumentStatus): `uploading`: announced. `checking`: saved, and being checked. `accepted`: it can be
            read. `rejected`: `reason` says why.
        arrived (str | Unset): For people, in the caller's language: that the paper reached those who work on the case,
            and when they reply. Only of an accepted paper that came when no question and no review waited for it; the clock
            `document-reply` of the case then runs.
        completeness (ReferralHint | Unset): What the text of a referral seems to lack. A hint: nothing is decided by
            it.
        help_ (str | Unset): What is wrong with the paper and what to do, for people, in the caller's language; only
            with `reason`.
        reason (str | Unset): Why it was rejected, for programs: show `help` to people. Absent otherwise.
        referral_kind (DocumentReferralKind | Unset): For a referral: who refers, if it was announced.
        sent_before (str | Unset): Of a bill, for staff: the bill with the same bytes that the person sent before,
            perhaps in another case.
    """

    added_at: datetime.datetime
    added_by: DocumentAddedBy
    content_type: DocumentContentType
    document_id: str
    file_name: str
    file_type: DocumentFileType
    size: int
    status: DocumentStatus
    arrived: str | Unset = UNSET
    completeness: ReferralHint | Unset = UNSET
    help_: str | Unset = UNSET
    reason: str | Unset = UNSET
    referral_kind: DocumentReferralKind | Unset = UNSET
    sent_before: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added_at = self.added_at.isoformat()

        added_by: str = self.added_by

        content_type: str = self.content_type

        document_id = self.document_id

        file_name = self.file_name

        file_type: str = self.file_type

        size = self.size

        status: str = self.status

        arrived = self.arrived

        completeness: dict[str, Any] | Unset = UNSET
        if not isinstance(self.completeness, Unset):
            completeness = self.completeness.to_dict()

        help_ = self.help_

        reason = self.reason

        referral_kind: str | Unset = UNSET
        if not isinstance(self.referral_kind, Unset):
            referral_kind = self.referral_kind

        sent_before = self.sent_before

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "addedAt": added_at,
                "addedBy": added_by,
                "contentType": content_type,
                "documentId": document_id,
                "fileName": file_name,
                "fileType": file_type,
                "size": size,
                "status": status,
            }
        )
        if arrived is not UNSET:
            field_dict["arrived"] = arrived
        if completeness is not UNSET:
            field_dict["completeness"] = completeness
        if help_ is not UNSET:
            field_dict["help"] = help_
        if reason is not UNSET:
            field_dict["reason"] = reason
        if referral_kind is not UNSET:
            field_dict["referralKind"] = referral_kind
        if sent_before is not UNSET:
            field_dict["sentBefore"] = sent_before

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.referral_hint import ReferralHint  # noqa: PLC0415

        d = dict(src_dict)
        added_at = datetime.datetime.fromisoformat(d.pop("addedAt"))

        added_by = check_document_added_by(d.pop("addedBy"))

        content_type = check_document_content_type(d.pop("contentType"))

        document_id = d.pop("documentId")

        file_name = d.pop("fileName")

        file_type = check_document_file_type(d.pop("fileType"))

        size = d.pop("size")

        status = check_document_status(d.pop("status"))

        arrived = d.pop("arrived", UNSET)

        _completeness = d.pop("completeness", UNSET)
        completeness: ReferralHint | Unset
        if isinstance(_completeness, Unset):
            completeness = UNSET
        else:
            completeness = ReferralHint.from_dict(_completeness)

        help_ = d.pop("help", UNSET)

        reason = d.pop("reason", UNSET)

        _referral_kind = d.pop("referralKind", UNSET)
        referral_kind: DocumentReferralKind | Unset
        if isinstance(_referral_kind, Unset):
            referral_kind = UNSET
        else:
            referral_kind = check_document_referral_kind(_referral_kind)

        sent_before = d.pop("sentBefore", UNSET)

        document = cls(
            added_at=added_at,
            added_by=added_by,
            content_type=content_type,
            document_id=document_id,
            file_name=file_name,
            file_type=file_type,
            size=size,
            status=status,
            arrived=arrived,
            completeness=completeness,
            help_=help_,
            reason=reason,
            referral_kind=referral_kind,
            sent_before=sent_before,
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
