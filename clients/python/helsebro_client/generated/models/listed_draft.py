from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ListedDraft")


@_attrs_define
class ListedDraft:
    """A draft of a list: not what it says.

    Attributes:
        changed_at (datetime.datetime): When it was last changed.
        draft_id (str): The id of the draft.
        expires_at (datetime.datetime): When it is erased, unless it is changed before.
        person_id (str): The id of the person.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    changed_at: datetime.datetime
    draft_id: str
    expires_at: datetime.datetime
    person_id: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changed_at = self.changed_at.isoformat()

        draft_id = self.draft_id

        expires_at = self.expires_at.isoformat()

        person_id = self.person_id

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changedAt": changed_at,
                "draftId": draft_id,
                "expiresAt": expires_at,
                "personId": person_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        changed_at = datetime.datetime.fromisoformat(d.pop("changedAt"))

        draft_id = d.pop("draftId")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        person_id = d.pop("personId")

        version = d.pop("version")

        listed_draft = cls(
            changed_at=changed_at,
            draft_id=draft_id,
            expires_at=expires_at,
            person_id=person_id,
            version=version,
        )

        listed_draft.additional_properties = d
        return listed_draft

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
