from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.new_application_clinic_system import (
    NewApplicationClinicSystem,
    check_new_application_clinic_system,
)
from ..models.new_application_country import (
    NewApplicationCountry,
    check_new_application_country,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_signatory import NewSignatory


T = TypeVar("T", bound="NewApplication")


@_attrs_define
class NewApplication:
    """A clinic that applies to join the network.

    Attributes:
        clinic_name (str): The clinic's name.
        clinic_system (NewApplicationClinicSystem): The vendor of its clinic system; `other` for none of those listed.
        cvr (str): Its number in the business register, with its check digit: CVR in Denmark, organisation number in
            Norway.
        declaration (bool): `true`: the declaration of `GET /v1/clinics/applications/declaration` is made.
        phone (str): Its phone number.
        signatory (NewSignatory): The person who is authorised to sign for the company.

            With a `cpr` or `fnr`, this person signs the contract with a login. Without, the contract's link in the
            e-mail and the name in the login are compared with this name.
        country (NewApplicationCountry | Unset): The country; Denmark when absent. Default: 'DK'.
    """

    clinic_name: str
    clinic_system: NewApplicationClinicSystem
    cvr: str
    declaration: bool
    phone: str
    signatory: NewSignatory
    country: NewApplicationCountry | Unset = "DK"

    def to_dict(self) -> dict[str, Any]:
        clinic_name = self.clinic_name

        clinic_system: str = self.clinic_system

        cvr = self.cvr

        declaration = self.declaration

        phone = self.phone

        signatory = self.signatory.to_dict()

        country: str | Unset = UNSET
        if not isinstance(self.country, Unset):
            country = self.country

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "clinicName": clinic_name,
                "clinicSystem": clinic_system,
                "cvr": cvr,
                "declaration": declaration,
                "phone": phone,
                "signatory": signatory,
            }
        )
        if country is not UNSET:
            field_dict["country"] = country

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_signatory import NewSignatory  # noqa: PLC0415

        d = dict(src_dict)
        clinic_name = d.pop("clinicName")

        clinic_system = check_new_application_clinic_system(d.pop("clinicSystem"))

        cvr = d.pop("cvr")

        declaration = d.pop("declaration")

        phone = d.pop("phone")

        signatory = NewSignatory.from_dict(d.pop("signatory"))

        _country = d.pop("country", UNSET)
        country: NewApplicationCountry | Unset
        if isinstance(_country, Unset):
            country = UNSET
        else:
            country = check_new_application_country(_country)

        new_application = cls(
            clinic_name=clinic_name,
            clinic_system=clinic_system,
            cvr=cvr,
            declaration=declaration,
            phone=phone,
            signatory=signatory,
            country=country,
        )

        return new_application
