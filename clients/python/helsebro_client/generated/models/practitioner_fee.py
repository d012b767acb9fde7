from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.practitioner_fee_service import (
    PractitionerFeeService,
    check_practitioner_fee_service,
)
from ..models.practitioner_fee_treatment import (
    PractitionerFeeTreatment,
    check_practitioner_fee_treatment,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.next_fee import NextFee


T = TypeVar("T", bound="PractitionerFee")


@_attrs_define
class PractitionerFee:
    """What one session pays today, by the tariff of the country: the full amount, without commission.

    Attributes:
        per_session (Money): An amount of 0 or more, with at most two decimals.
        service (PractitionerFeeService): The kind of session.
        treatment (PractitionerFeeTreatment): The treatment.
        changes (NextFee | Unset): The next fee, and from which day it counts.
    """

    per_session: Money
    service: PractitionerFeeService
    treatment: PractitionerFeeTreatment
    changes: NextFee | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        per_session = self.per_session.to_dict()

        service: str = self.service

        treatment: str = self.treatment

        changes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.changes, Unset):
            changes = self.changes.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "perSession": per_session,
                "service": service,
                "treatment": treatment,
            }
        )
        if changes is not UNSET:
            field_dict["changes"] = changes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.next_fee import NextFee  # noqa: PLC0415

        d = dict(src_dict)
        per_session = Money.from_dict(d.pop("perSession"))

        service = check_practitioner_fee_service(d.pop("service"))

        treatment = check_practitioner_fee_treatment(d.pop("treatment"))

        _changes = d.pop("changes", UNSET)
        changes: NextFee | Unset
        if isinstance(_changes, Unset):
            changes = UNSET
        else:
            changes = NextFee.from_dict(_changes)

        practitioner_fee = cls(
            per_session=per_session,
            service=service,
            treatment=treatment,
            changes=changes,
        )

        practitioner_fee.additional_properties = d
        return practitioner_fee

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
