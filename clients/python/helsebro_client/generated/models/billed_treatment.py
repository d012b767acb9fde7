from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.billed_treatment_type import (
    BilledTreatmentType,
    check_billed_treatment_type,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="BilledTreatment")


@_attrs_define
class BilledTreatment:
    """A treatment of the member's own bill.

    Attributes:
        cost (Money): An amount of 0 or more, with at most two decimals.
        on (datetime.date): When it was held.
        type_ (BilledTreatmentType): The kind of treatment.
        authorisation_id (None | str | Unset): The number of the practitioner's authorisation, when the bill has it: 5
            letters and digits of the Danish register, or 7 to 9 digits of the Norwegian one (HPR). Two practitioners of one
            day are then known as two.
        clinic_number (None | str | Unset): The company number of the clinic, when the bill has it: CVR in Denmark, 9
            digits in Norway.
        document_id (None | str | Unset): The bill that it is on, one of `documentIds`. Not needed for a single bill.
    """

    cost: Money
    on: datetime.date
    type_: BilledTreatmentType
    authorisation_id: None | str | Unset = UNSET
    clinic_number: None | str | Unset = UNSET
    document_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        cost = self.cost.to_dict()

        on = self.on.isoformat()

        type_: str = self.type_

        authorisation_id: None | str | Unset
        if isinstance(self.authorisation_id, Unset):
            authorisation_id = UNSET
        else:
            authorisation_id = self.authorisation_id

        clinic_number: None | str | Unset
        if isinstance(self.clinic_number, Unset):
            clinic_number = UNSET
        else:
            clinic_number = self.clinic_number

        document_id: None | str | Unset
        if isinstance(self.document_id, Unset):
            document_id = UNSET
        else:
            document_id = self.document_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cost": cost,
                "on": on,
                "type": type_,
            }
        )
        if authorisation_id is not UNSET:
            field_dict["authorisationId"] = authorisation_id
        if clinic_number is not UNSET:
            field_dict["clinicNumber"] = clinic_number
        if document_id is not UNSET:
            field_dict["documentId"] = document_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        cost = Money.from_dict(d.pop("cost"))

        on = datetime.date.fromisoformat(d.pop("on"))

        type_ = check_billed_treatment_type(d.pop("type"))

        def _parse_authorisation_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        authorisation_id = _parse_authorisation_id(d.pop("authorisationId", UNSET))

        def _parse_clinic_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        clinic_number = _parse_clinic_number(d.pop("clinicNumber", UNSET))

        def _parse_document_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        document_id = _parse_document_id(d.pop("documentId", UNSET))

        billed_treatment = cls(
            cost=cost,
            on=on,
            type_=type_,
            authorisation_id=authorisation_id,
            clinic_number=clinic_number,
            document_id=document_id,
        )

        return billed_treatment
