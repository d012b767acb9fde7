from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.paper_guidance_file_type import (
    PaperGuidanceFileType,
    check_paper_guidance_file_type,
)

if TYPE_CHECKING:
    from ..models.guidance_source import GuidanceSource


T = TypeVar("T", bound="PaperGuidance")


@_attrs_define
class PaperGuidance:
    """How to get one paper of a claim.

    Attributes:
        checked_on (datetime.date): When it was last compared with its sources.
        file_type (PaperGuidanceFileType): The `fileType` to add it as.
        is_missing (bool): Whether the claim waits for it.
        notes (list[str]): What to watch for: that the whole text is needed, what to do when the paper is not there,
            what holds without a login, and why a parent has to ask the doctor.
        page (str): The address of the portal.
        service (str): The health portal that has it.
        sources (list[GuidanceSource]): Where this comes from.
        steps (list[str]): What to do, step by step, in the caller's language.
        without_login (list[str]): What to do for a person who cannot log in there, such as without MitID or BankID: ask
            the doctor for a print, also by post.
    """

    checked_on: datetime.date
    file_type: PaperGuidanceFileType
    is_missing: bool
    notes: list[str]
    page: str
    service: str
    sources: list[GuidanceSource]
    steps: list[str]
    without_login: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        checked_on = self.checked_on.isoformat()

        file_type: str = self.file_type

        is_missing = self.is_missing

        notes = self.notes

        page = self.page

        service = self.service

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)

        steps = self.steps

        without_login = self.without_login

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "checkedOn": checked_on,
                "fileType": file_type,
                "isMissing": is_missing,
                "notes": notes,
                "page": page,
                "service": service,
                "sources": sources,
                "steps": steps,
                "withoutLogin": without_login,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.guidance_source import GuidanceSource  # noqa: PLC0415

        d = dict(src_dict)
        checked_on = datetime.date.fromisoformat(d.pop("checkedOn"))

        file_type = check_paper_guidance_file_type(d.pop("fileType"))

        is_missing = d.pop("isMissing")

        notes = cast(list[str], d.pop("notes"))

        page = d.pop("page")

        service = d.pop("service")

        sources = []
        _sources = d.pop("sources")
        for sources_item_data in _sources:
            sources_item = GuidanceSource.from_dict(sources_item_data)

            sources.append(sources_item)

        steps = cast(list[str], d.pop("steps"))

        without_login = cast(list[str], d.pop("withoutLogin"))

        paper_guidance = cls(
            checked_on=checked_on,
            file_type=file_type,
            is_missing=is_missing,
            notes=notes,
            page=page,
            service=service,
            sources=sources,
            steps=steps,
            without_login=without_login,
        )

        paper_guidance.additional_properties = d
        return paper_guidance

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
