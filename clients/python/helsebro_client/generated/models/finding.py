from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.finding_severity import FindingSeverity, check_finding_severity
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.other_session import OtherSession


T = TypeVar("T", bound="Finding")


@_attrs_define
class Finding:
    """One fault of an invoice, with a text that lets the clinic correct it.

    Attributes:
        location (str): Where, as a short XPath into the invoice: an element has a number only where others of its name
            stand beside it.
        message (str): What is wrong, in the language asked for, else in that of the clinic's country; official rules
            are in English.
        rule (str): The rule: `HB-…` is ours, others are of EN 16931, Peppol or the XML schema.
        severity (FindingSeverity): `fatal` rejects the invoice, `review` leaves it to the payer's finance staff, and
            `warning` is only shown.
        clashes (list[OtherSession] | Unset): What the session there may be the same as. For finance staff only, and
            absent where it is nothing.
        expected (str | Unset): What was expected there, where the rule knows it.
        found (str | Unset): What stands there, when it is a number, day, code or id, or the end of an account; never a
            text or a person's number.
    """

    location: str
    message: str
    rule: str
    severity: FindingSeverity
    clashes: list[OtherSession] | Unset = UNSET
    expected: str | Unset = UNSET
    found: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        location = self.location

        message = self.message

        rule = self.rule

        severity: str = self.severity

        clashes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.clashes, Unset):
            clashes = []
            for clashes_item_data in self.clashes:
                clashes_item = clashes_item_data.to_dict()
                clashes.append(clashes_item)

        expected = self.expected

        found = self.found

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
        if clashes is not UNSET:
            field_dict["clashes"] = clashes
        if expected is not UNSET:
            field_dict["expected"] = expected
        if found is not UNSET:
            field_dict["found"] = found

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.other_session import OtherSession  # noqa: PLC0415

        d = dict(src_dict)
        location = d.pop("location")

        message = d.pop("message")

        rule = d.pop("rule")

        severity = check_finding_severity(d.pop("severity"))

        _clashes = d.pop("clashes", UNSET)
        clashes: list[OtherSession] | Unset = UNSET
        if _clashes is not UNSET:
            clashes = []
            for clashes_item_data in _clashes:
                clashes_item = OtherSession.from_dict(clashes_item_data)

                clashes.append(clashes_item)

        expected = d.pop("expected", UNSET)

        found = d.pop("found", UNSET)

        finding = cls(
            location=location,
            message=message,
            rule=rule,
            severity=severity,
            clashes=clashes,
            expected=expected,
            found=found,
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
