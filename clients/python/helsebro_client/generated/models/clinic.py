from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clinic_status import ClinicStatus, check_clinic_status

if TYPE_CHECKING:
    from ..models.checklist import Checklist
    from ..models.clinic_contact import ClinicContact


T = TypeVar("T", bound="Clinic")


@_attrs_define
class Clinic:
    """A clinic, without secrets and without persons.

    Attributes:
        checklist (Checklist): The six steps until members can find the clinic, each with the time it was done, or null.
        clinic_id (str): The id of the clinic.
        clinic_system (str): The vendor of its clinic system; `other` when not named.
        contact (ClinicContact): How the platform and members reach the clinic.
        country (str): The country, in two letters.
        cvr (str): Its number in the business register: CVR in Denmark, organisation number in Norway.
        name (str): Its name.
        status (ClinicStatus): `applied`: not yet bookable. `active`: members can find it. `ended`: it left.
    """

    checklist: Checklist
    clinic_id: str
    clinic_system: str
    contact: ClinicContact
    country: str
    cvr: str
    name: str
    status: ClinicStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        checklist = self.checklist.to_dict()

        clinic_id = self.clinic_id

        clinic_system = self.clinic_system

        contact = self.contact.to_dict()

        country = self.country

        cvr = self.cvr

        name = self.name

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "checklist": checklist,
                "clinicId": clinic_id,
                "clinicSystem": clinic_system,
                "contact": contact,
                "country": country,
                "cvr": cvr,
                "name": name,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.checklist import Checklist  # noqa: PLC0415
        from ..models.clinic_contact import ClinicContact  # noqa: PLC0415

        d = dict(src_dict)
        checklist = Checklist.from_dict(d.pop("checklist"))

        clinic_id = d.pop("clinicId")

        clinic_system = d.pop("clinicSystem")

        contact = ClinicContact.from_dict(d.pop("contact"))

        country = d.pop("country")

        cvr = d.pop("cvr")

        name = d.pop("name")

        status = check_clinic_status(d.pop("status"))

        clinic = cls(
            checklist=checklist,
            clinic_id=clinic_id,
            clinic_system=clinic_system,
            contact=contact,
            country=country,
            cvr=cvr,
            name=name,
            status=status,
        )

        clinic.additional_properties = d
        return clinic

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
