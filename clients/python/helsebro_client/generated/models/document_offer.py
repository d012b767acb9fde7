from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.document_offer_content_type import (
    DocumentOfferContentType,
    check_document_offer_content_type,
)
from ..models.document_offer_file_type import (
    DocumentOfferFileType,
    check_document_offer_file_type,
)

T = TypeVar("T", bound="DocumentOffer")


@_attrs_define
class DocumentOffer:
    """A paper that is about to be uploaded.

    Attributes:
        content_type (DocumentOfferContentType): The type of the file.
        file_name (str): The member's own name for the file.
        file_type (DocumentOfferFileType): What kind of paper it is; `invoice` is a bill.
        size (int): Its size in bytes.
    """

    content_type: DocumentOfferContentType
    file_name: str
    file_type: DocumentOfferFileType
    size: int

    def to_dict(self) -> dict[str, Any]:
        content_type: str = self.content_type

        file_name = self.file_name

        file_type: str = self.file_type

        size = self.size

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contentType": content_type,
                "fileName": file_name,
                "fileType": file_type,
                "size": size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content_type = check_document_offer_content_type(d.pop("contentType"))

        file_name = d.pop("fileName")

        file_type = check_document_offer_file_type(d.pop("fileType"))

        size = d.pop("size")

        document_offer = cls(
            content_type=content_type,
            file_name=file_name,
            file_type=file_type,
            size=size,
        )

        return document_offer
