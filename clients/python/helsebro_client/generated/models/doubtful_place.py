from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.other_session import OtherSession


T = TypeVar("T", bound="DoubtfulPlace")


@_attrs_define
class DoubtfulPlace:
    """A rule that leaves a place of the invoice to finance.

    Attributes:
        location (str): Where, as an XPath into the invoice.
        message (str): What finance must judge, in the caller's language.
        rule (str): The rule.
        clashes (list[OtherSession] | Unset): What the session there may be the same as; absent where it is nothing.
        expected (str | Unset): What was expected there.
        found (str | Unset): What stands there: a number, day or code, or an account's last digits.
    """

    location: str
    message: str
    rule: str
    clashes: list[OtherSession] | Unset = UNSET
    expected: str | Unset = UNSET
    found: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        location = self.location

        message = self.message

        rule = self.rule

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

        _clashes = d.pop("clashes", UNSET)
        clashes: list[OtherSession] | Unset = UNSET
        if _clashes is not UNSET:
            clashes = []
            for clashes_item_data in _clashes:
                clashes_item = OtherSession.from_dict(clashes_item_data)

                clashes.append(clashes_item)

        expected = d.pop("expected", UNSET)

        found = d.pop("found", UNSET)

        doubtful_place = cls(
            location=location,
            message=message,
            rule=rule,
            clashes=clashes,
            expected=expected,
            found=found,
        )

        doubtful_place.additional_properties = d
        return doubtful_place

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
