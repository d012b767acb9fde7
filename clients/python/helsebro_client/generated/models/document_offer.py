from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.document_offer_content_type import (
    DocumentOfferContentType,
    check_document_offer_content_type,
)
from ..models.document_offer_file_type import (
    DocumentOfferFileType,
    check_document_offer_file_type,
)
from ..models.document_offer_referral_kind_type_0 import (
    DocumentOfferReferralKindType0,
    check_document_offer_referral_kind_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="DocumentOffer")


@_attrs_define
class DocumentOffer:
    """A paper that is about to be uploaded.

    Attributes:
        content_type (DocumentOfferContentType): The type of the file, in any case. The form that uploads it has the
            first four.
        file_name (str): The member's own name for the file.
        file_type (DocumentOfferFileType): What kind of paper it is; `invoice` is a bill.
        size (int): Its size in bytes.
        referral_kind (DocumentOfferReferralKindType0 | None | Unset): For a referral: who refers. Absent means the kind
            that the treatment needs.
    """

    content_type: DocumentOfferContentType
    file_name: str
    file_type: DocumentOfferFileType
    size: int
    referral_kind: DocumentOfferReferralKindType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        content_type: str = self.content_type

        file_name = self.file_name

        file_type: str = self.file_type

        size = self.size

        referral_kind: None | str | Unset
        if isinstance(self.referral_kind, Unset):
            referral_kind = UNSET
        elif isinstance(self.referral_kind, str):
            referral_kind = self.referral_kind
        else:
            referral_kind = self.referral_kind

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contentType": content_type,
                "fileName": file_name,
                "fileType": file_type,
                "size": size,
            }
        )
        if referral_kind is not UNSET:
            field_dict["referralKind"] = referral_kind

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content_type = check_document_offer_content_type(d.pop("contentType"))

        file_name = d.pop("fileName")

        file_type = check_document_offer_file_type(d.pop("fileType"))

        size = d.pop("size")

        def _parse_referral_kind(data: object) -> DocumentOfferReferralKindType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                referral_kind_type_0 = check_document_offer_referral_kind_type_0(data)

                return referral_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DocumentOfferReferralKindType0 | None | Unset, data)

        referral_kind = _parse_referral_kind(d.pop("referralKind", UNSET))

        document_offer = cls(
            content_type=content_type,
            file_name=file_name,
            file_type=file_type,
            size=size,
            referral_kind=referral_kind,
        )

        return document_offer
