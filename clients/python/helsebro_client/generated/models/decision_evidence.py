from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision_evidence_how import (
    DecisionEvidenceHow,
    check_decision_evidence_how,
)

T = TypeVar("T", bound="DecisionEvidence")


@_attrs_define
class DecisionEvidence:
    """How staff knew what a member decided who could not log in.

    Attributes:
        at (datetime.datetime): When the member said or signed it.
        how (DecisionEvidenceHow): Whether the member phoned, or signed a letter.
        recorded_by (str): Who recorded it: the health team of the payer. Which of the staff it was, the audit trail
            keeps.
        text_version (str): The version of the wording.
        wording (str): The wording that was read aloud or sent, in the caller's language.
    """

    at: datetime.datetime
    how: DecisionEvidenceHow
    recorded_by: str
    text_version: str
    wording: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        how: str = self.how

        recorded_by = self.recorded_by

        text_version = self.text_version

        wording = self.wording

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "how": how,
                "recordedBy": recorded_by,
                "textVersion": text_version,
                "wording": wording,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        how = check_decision_evidence_how(d.pop("how"))

        recorded_by = d.pop("recordedBy")

        text_version = d.pop("textVersion")

        wording = d.pop("wording")

        decision_evidence = cls(
            at=at,
            how=how,
            recorded_by=recorded_by,
            text_version=text_version,
            wording=wording,
        )

        decision_evidence.additional_properties = d
        return decision_evidence

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
