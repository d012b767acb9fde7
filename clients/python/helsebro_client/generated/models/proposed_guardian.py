from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ProposedGuardian")


@_attrs_define
class ProposedGuardian:
    """A person whom an enrolment proposes as a guardian. It opens nothing until it is confirmed.

    Attributes:
        agreed (list[str]): Who said yes, of those who are asked.
        declined (list[str]): Who said no.
        name (None | str): The name; null where the reader may not see it.
        person_id (str): The id of the person.
        proposed_at (datetime.datetime): When the enrolment was made.
    """

    agreed: list[str]
    declined: list[str]
    name: None | str
    person_id: str
    proposed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agreed = self.agreed

        declined = self.declined

        name: None | str
        name = self.name

        person_id = self.person_id

        proposed_at = self.proposed_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreed": agreed,
                "declined": declined,
                "name": name,
                "personId": person_id,
                "proposedAt": proposed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        agreed = cast(list[str], d.pop("agreed"))

        declined = cast(list[str], d.pop("declined"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        person_id = d.pop("personId")

        proposed_at = datetime.datetime.fromisoformat(d.pop("proposedAt"))

        proposed_guardian = cls(
            agreed=agreed,
            declined=declined,
            name=name,
            person_id=person_id,
            proposed_at=proposed_at,
        )

        proposed_guardian.additional_properties = d
        return proposed_guardian

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
