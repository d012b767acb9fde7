from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.preflight_status import PreflightStatus, check_preflight_status

if TYPE_CHECKING:
    from ..models.finding import Finding
    from ..models.judged_by import JudgedBy


T = TypeVar("T", bound="Preflight")


@_attrs_define
class Preflight:
    """What would happen to an invoice if it were sent now.

    Attributes:
        findings (list[Finding]): Every finding; empty when there is none.
        judged_by (list[JudgedBy]): The official rule sets that checked it; empty when the document cannot be read.
        status (PreflightStatus): What would become of it: `in-review` is left to the payer's finance staff.
    """

    findings: list[Finding]
    judged_by: list[JudgedBy]
    status: PreflightStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        judged_by = []
        for judged_by_item_data in self.judged_by:
            judged_by_item = judged_by_item_data.to_dict()
            judged_by.append(judged_by_item)

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "findings": findings,
                "judgedBy": judged_by,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.finding import Finding  # noqa: PLC0415
        from ..models.judged_by import JudgedBy  # noqa: PLC0415

        d = dict(src_dict)
        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = Finding.from_dict(findings_item_data)

            findings.append(findings_item)

        judged_by = []
        _judged_by = d.pop("judgedBy")
        for judged_by_item_data in _judged_by:
            judged_by_item = JudgedBy.from_dict(judged_by_item_data)

            judged_by.append(judged_by_item)

        status = check_preflight_status(d.pop("status"))

        preflight = cls(
            findings=findings,
            judged_by=judged_by,
            status=status,
        )

        preflight.additional_properties = d
        return preflight

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
