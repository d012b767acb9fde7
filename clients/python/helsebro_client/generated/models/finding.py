from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.finding_severity import FindingSeverity, check_finding_severity

T = TypeVar("T", bound="Finding")


@_attrs_define
class Finding:
    """One fault of an invoice, with a text that lets the clinic correct it.

    Attributes:
        location (str): Where, as an XPath into the invoice.
        message (str): What is wrong, in the caller's language; official rules are in English.
        rule (str): The rule: `HB-…` is ours, others are of EN 16931, Peppol or the XML schema.
        severity (FindingSeverity): `fatal` rejects the invoice, `review` leaves it to the payer's finance staff, and
            `warning` is only shown.
    """

    location: str
    message: str
    rule: str
    severity: FindingSeverity
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        location = self.location

        message = self.message

        rule = self.rule

        severity: str = self.severity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "location": location,
                "message": message,
                "rule": rule,
                "severity": severity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        location = d.pop("location")

        message = d.pop("message")

        rule = d.pop("rule")

        severity = check_finding_severity(d.pop("severity"))

        finding = cls(
            location=location,
            message=message,
            rule=rule,
            severity=severity,
        )

        finding.additional_properties = d
        return finding

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
