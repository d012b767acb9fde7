from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety
    from ..models.draft_fault import DraftFault
    from ..models.draft_report import DraftReport


T = TypeVar("T", bound="Draft")


@_attrs_define
class Draft:
    """A draft with what it says.

    Attributes:
        changed_at (datetime.datetime): When it was last changed.
        draft_id (str): The id of the draft.
        expires_at (datetime.datetime): When it is erased, unless it is changed before.
        faults (list[DraftFault]): Every fault that it would have as a report today; empty when it can be sent.
        person_id (str): The id of the person.
        report (DraftReport): What was written so far: any part of a report.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    changed_at: datetime.datetime
    draft_id: str
    expires_at: datetime.datetime
    faults: list[DraftFault]
    person_id: str
    report: DraftReport
    version: int
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changed_at = self.changed_at.isoformat()

        draft_id = self.draft_id

        expires_at = self.expires_at.isoformat()

        faults = []
        for faults_item_data in self.faults:
            faults_item = faults_item_data.to_dict()
            faults.append(faults_item)

        person_id = self.person_id

        report = self.report.to_dict()

        version = self.version

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changedAt": changed_at,
                "draftId": draft_id,
                "expiresAt": expires_at,
                "faults": faults,
                "personId": person_id,
                "report": report,
                "version": version,
            }
        )
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415
        from ..models.draft_fault import DraftFault  # noqa: PLC0415
        from ..models.draft_report import DraftReport  # noqa: PLC0415

        d = dict(src_dict)
        changed_at = datetime.datetime.fromisoformat(d.pop("changedAt"))

        draft_id = d.pop("draftId")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        faults = []
        _faults = d.pop("faults")
        for faults_item_data in _faults:
            faults_item = DraftFault.from_dict(faults_item_data)

            faults.append(faults_item)

        person_id = d.pop("personId")

        report = DraftReport.from_dict(d.pop("report"))

        version = d.pop("version")

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        draft = cls(
            changed_at=changed_at,
            draft_id=draft_id,
            expires_at=expires_at,
            faults=faults,
            person_id=person_id,
            report=report,
            version=version,
            safety=safety,
        )

        draft.additional_properties = d
        return draft

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
