from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.letter_state import LetterState, check_letter_state

T = TypeVar("T", bound="Letter")


@_attrs_define
class Letter:
    """A letter of the print queue.

    Attributes:
        case_id (str): The id of the claim or policy that it is about.
        changed_at (datetime.datetime): When it got its state.
        has_enclosure (bool): Whether the guarantee's own PDF is put into the same envelope.
        kind (str): What kind of notification it carries.
        letter_id (str): The id of the letter.
        queued_at (datetime.datetime): When it was put into the print queue.
        state (LetterState): `queued`: to be printed. `printed`. `posted`: handed to the post. `returned`: the post sent
            it back.
        version (int): The version, for `If-Match`.
    """

    case_id: str
    changed_at: datetime.datetime
    has_enclosure: bool
    kind: str
    letter_id: str
    queued_at: datetime.datetime
    state: LetterState
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case_id = self.case_id

        changed_at = self.changed_at.isoformat()

        has_enclosure = self.has_enclosure

        kind = self.kind

        letter_id = self.letter_id

        queued_at = self.queued_at.isoformat()

        state: str = self.state

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caseId": case_id,
                "changedAt": changed_at,
                "hasEnclosure": has_enclosure,
                "kind": kind,
                "letterId": letter_id,
                "queuedAt": queued_at,
                "state": state,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        case_id = d.pop("caseId")

        changed_at = datetime.datetime.fromisoformat(d.pop("changedAt"))

        has_enclosure = d.pop("hasEnclosure")

        kind = d.pop("kind")

        letter_id = d.pop("letterId")

        queued_at = datetime.datetime.fromisoformat(d.pop("queuedAt"))

        state = check_letter_state(d.pop("state"))

        version = d.pop("version")

        letter = cls(
            case_id=case_id,
            changed_at=changed_at,
            has_enclosure=has_enclosure,
            kind=kind,
            letter_id=letter_id,
            queued_at=queued_at,
            state=state,
            version=version,
        )

        letter.additional_properties = d
        return letter

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
