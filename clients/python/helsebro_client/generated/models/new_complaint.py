from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_complaint_step import NewComplaintStep, check_new_complaint_step
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewComplaint")


@_attrs_define
class NewComplaint:
    """A complaint about the denial of a claim.

    Attributes:
        step (NewComplaintStep): To whom: first to the `department` that decided, then to `quality`, last to the `board`
            outside the insurer.
        text (str): Why the member disagrees, in the member's words.
        document_ids (list[str] | Unset): Accepted documents of the case that support it.
    """

    step: NewComplaintStep
    text: str
    document_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        step: str = self.step

        text = self.text

        document_ids: list[str] | Unset = UNSET
        if not isinstance(self.document_ids, Unset):
            document_ids = self.document_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "text": text,
            }
        )
        if document_ids is not UNSET:
            field_dict["documentIds"] = document_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        step = check_new_complaint_step(d.pop("step"))

        text = d.pop("text")

        document_ids = cast(list[str], d.pop("documentIds", UNSET))

        new_complaint = cls(
            step=step,
            text=text,
            document_ids=document_ids,
        )

        return new_complaint
