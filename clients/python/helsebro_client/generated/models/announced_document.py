from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.upload_form import UploadForm


T = TypeVar("T", bound="AnnouncedDocument")


@_attrs_define
class AnnouncedDocument:
    """A document that was just announced, and how to upload its file.

    Attributes:
        document_id (str): The id of the document.
        upload (UploadForm): A form that uploads one file straight into storage; valid for 15 minutes.
    """

    document_id: str
    upload: UploadForm
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        document_id = self.document_id

        upload = self.upload.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "documentId": document_id,
                "upload": upload,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_form import UploadForm  # noqa: PLC0415

        d = dict(src_dict)
        document_id = d.pop("documentId")

        upload = UploadForm.from_dict(d.pop("upload"))

        announced_document = cls(
            document_id=document_id,
            upload=upload,
        )

        announced_document.additional_properties = d
        return announced_document

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
