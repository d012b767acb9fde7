from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.contact_due_by import ContactDueBy, check_contact_due_by

T = TypeVar("T", bound="ContactDue")


@_attrs_define
class ContactDue:
    """The guarantee whose client the clinic should contact soon.

    Attributes:
        by (ContactDueBy): How: in crisis help by phone, else by phone or SMS.
        claim_id (str): The id of the claim.
        due_at (datetime.datetime): Until when the client should be contacted.
        guarantee_id (str): The id of the guarantee.
    """

    by: ContactDueBy
    claim_id: str
    due_at: datetime.datetime
    guarantee_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by: str = self.by

        claim_id = self.claim_id

        due_at = self.due_at.isoformat()

        guarantee_id = self.guarantee_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by": by,
                "claimId": claim_id,
                "dueAt": due_at,
                "guaranteeId": guarantee_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = check_contact_due_by(d.pop("by"))

        claim_id = d.pop("claimId")

        due_at = datetime.datetime.fromisoformat(d.pop("dueAt"))

        guarantee_id = d.pop("guaranteeId")

        contact_due = cls(
            by=by,
            claim_id=claim_id,
            due_at=due_at,
            guarantee_id=guarantee_id,
        )

        contact_due.additional_properties = d
        return contact_due

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
