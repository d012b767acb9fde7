from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.saved_document_status import (
    SavedDocumentStatus,
    check_saved_document_status,
)

T = TypeVar("T", bound="SavedDocument")


@_attrs_define
class SavedDocument:
    """A document that was made final.

    Attributes:
        document_id (str): The id of the document.
        status (SavedDocumentStatus): `uploading`: announced. `checking`: saved, and being checked. `accepted`: it can
            be read. `rejected`: `reason` says why.
    """

    document_id: str
    status: SavedDocumentStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        document_id = self.document_id

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "documentId": document_id,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        document_id = d.pop("documentId")

        status = check_saved_document_status(d.pop("status"))

        saved_document = cls(
            document_id=document_id,
            status=status,
        )

        saved_document.additional_properties = d
        return saved_document

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
