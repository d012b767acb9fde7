from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.wording import Wording


T = TypeVar("T", bound="Wordings")


@_attrs_define
class Wordings:
    """The newest wording of each decision that staff may record.

    Attributes:
        consent (Wording): What staff read aloud before they record a decision.
        mandate (Wording): What staff read aloud before they record a decision.
    """

    consent: Wording
    mandate: Wording
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        consent = self.consent.to_dict()

        mandate = self.mandate.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "consent": consent,
                "mandate": mandate,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wording import Wording  # noqa: PLC0415

        d = dict(src_dict)
        consent = Wording.from_dict(d.pop("consent"))

        mandate = Wording.from_dict(d.pop("mandate"))

        wordings = cls(
            consent=consent,
            mandate=mandate,
        )

        wordings.additional_properties = d
        return wordings

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
