from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.declined_match_reason_type_0 import (
    DeclinedMatchReasonType0,
    check_declined_match_reason_type_0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.suggested_practitioner import SuggestedPractitioner


T = TypeVar("T", bound="DeclinedMatch")


@_attrs_define
class DeclinedMatch:
    """The match that a clinic declined, and who may treat instead.

    Attributes:
        clinic_id (str): The id of the clinic.
        guarantee_id (str): The id of the guarantee.
        reason (DeclinedMatchReasonType0 | Literal['member-refused']): Why: `member-refused` is the member's own no.
        suggestions (list[SuggestedPractitioner]): Up to three who may treat instead, best first. Search for more.
        practitioner_id (str | Unset): The practitioner, if the match named one.
        text (str | Unset): What the clinic wrote about it, if anything.
    """

    clinic_id: str
    guarantee_id: str
    reason: DeclinedMatchReasonType0 | Literal["member-refused"]
    suggestions: list[SuggestedPractitioner]
    practitioner_id: str | Unset = UNSET
    text: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        guarantee_id = self.guarantee_id

        reason: Literal["member-refused"] | str
        if isinstance(self.reason, str):
            reason = self.reason
        else:
            reason = self.reason

        suggestions = []
        for suggestions_item_data in self.suggestions:
            suggestions_item = suggestions_item_data.to_dict()
            suggestions.append(suggestions_item)

        practitioner_id = self.practitioner_id

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "guaranteeId": guarantee_id,
                "reason": reason,
                "suggestions": suggestions,
            }
        )
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.suggested_practitioner import SuggestedPractitioner  # noqa: PLC0415

        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        guarantee_id = d.pop("guaranteeId")

        def _parse_reason(data: object) -> DeclinedMatchReasonType0 | Literal["member-refused"]:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = check_declined_match_reason_type_0(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            reason_type_1 = cast(Literal["member-refused"], data)
            if reason_type_1 != "member-refused":
                raise ValueError(f"reason_type_1 must match const 'member-refused', got '{reason_type_1}'")
            return reason_type_1

        reason = _parse_reason(d.pop("reason"))

        suggestions = []
        _suggestions = d.pop("suggestions")
        for suggestions_item_data in _suggestions:
            suggestions_item = SuggestedPractitioner.from_dict(suggestions_item_data)

            suggestions.append(suggestions_item)

        practitioner_id = d.pop("practitionerId", UNSET)

        text = d.pop("text", UNSET)

        declined_match = cls(
            clinic_id=clinic_id,
            guarantee_id=guarantee_id,
            reason=reason,
            suggestions=suggestions,
            practitioner_id=practitioner_id,
            text=text,
        )

        declined_match.additional_properties = d
        return declined_match

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
