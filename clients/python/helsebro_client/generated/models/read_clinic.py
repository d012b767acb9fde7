from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.read_clinic_paid_by import ReadClinicPaidBy, check_read_clinic_paid_by
from ..models.read_clinic_status import ReadClinicStatus, check_read_clinic_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.checklist import Checklist
    from ..models.clinic_address import ClinicAddress
    from ..models.clinic_calendar import ClinicCalendar
    from ..models.clinic_contact import ClinicContact
    from ..models.clinic_details import ClinicDetails
    from ..models.clinic_ending import ClinicEnding
    from ..models.clinic_next_step import ClinicNextStep
    from ..models.system_consent import SystemConsent


T = TypeVar("T", bound="ReadClinic")


@_attrs_define
class ReadClinic:
    """A clinic with what it should look after.

    Attributes:
        checklist (Checklist): The six steps until members can find the clinic, each with the time it was done, or null.
        clinic_id (str): The id of the clinic.
        clinic_system (str): The vendor of its clinic system; `other` when not named.
        contact (ClinicContact): How the platform and members reach the clinic.
        country (str): The country, in two letters.
        cvr (str): Its number in the business register: CVR in Denmark, organisation number in Norway.
        name (str): Its name.
        next_step (ClinicNextStep | None): What it does next; null for a clinic that has ended, and for an active one
            unless it has withdrawn its consent.
        paid_by (ReadClinicPaidBy): How it is paid for the sessions to come. `invoice`: it sends invoices. `session`: it
            reports its sessions, and sends no invoices for them.
        status (ReadClinicStatus): `applied`: not yet bookable. `active`: members can find it. `ended`: it left, or
            never joined (`ending`).
        address (ClinicAddress | Unset): Where the clinic is.
        calendars (list[ClinicCalendar] | Unset): How the own calendars of its first 100 practitioners are read, if it
            has no system and any subscribes one. A practitioner sees the own one.
        details (ClinicDetails | Unset): What the signatory filled in about the clinic.
        ending (ClinicEnding | Unset): Why the clinic did not join.
        system_consent (SystemConsent | Unset): The consent that lets the clinic's system share data about the clinic.
    """

    checklist: Checklist
    clinic_id: str
    clinic_system: str
    contact: ClinicContact
    country: str
    cvr: str
    name: str
    next_step: ClinicNextStep | None
    paid_by: ReadClinicPaidBy
    status: ReadClinicStatus
    address: ClinicAddress | Unset = UNSET
    calendars: list[ClinicCalendar] | Unset = UNSET
    details: ClinicDetails | Unset = UNSET
    ending: ClinicEnding | Unset = UNSET
    system_consent: SystemConsent | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.clinic_next_step import ClinicNextStep  # noqa: PLC0415

        checklist = self.checklist.to_dict()

        clinic_id = self.clinic_id

        clinic_system = self.clinic_system

        contact = self.contact.to_dict()

        country = self.country

        cvr = self.cvr

        name = self.name

        next_step: dict[str, Any] | None
        if isinstance(self.next_step, ClinicNextStep):
            next_step = self.next_step.to_dict()
        else:
            next_step = self.next_step

        paid_by: str = self.paid_by

        status: str = self.status

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        calendars: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.calendars, Unset):
            calendars = []
            for calendars_item_data in self.calendars:
                calendars_item = calendars_item_data.to_dict()
                calendars.append(calendars_item)

        details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.details, Unset):
            details = self.details.to_dict()

        ending: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ending, Unset):
            ending = self.ending.to_dict()

        system_consent: dict[str, Any] | Unset = UNSET
        if not isinstance(self.system_consent, Unset):
            system_consent = self.system_consent.to_dict()

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
                "nextStep": next_step,
                "paidBy": paid_by,
                "status": status,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if calendars is not UNSET:
            field_dict["calendars"] = calendars
        if details is not UNSET:
            field_dict["details"] = details
        if ending is not UNSET:
            field_dict["ending"] = ending
        if system_consent is not UNSET:
            field_dict["systemConsent"] = system_consent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.checklist import Checklist  # noqa: PLC0415
        from ..models.clinic_address import ClinicAddress  # noqa: PLC0415
        from ..models.clinic_calendar import ClinicCalendar  # noqa: PLC0415
        from ..models.clinic_contact import ClinicContact  # noqa: PLC0415
        from ..models.clinic_details import ClinicDetails  # noqa: PLC0415
        from ..models.clinic_ending import ClinicEnding  # noqa: PLC0415
        from ..models.clinic_next_step import ClinicNextStep  # noqa: PLC0415
        from ..models.system_consent import SystemConsent  # noqa: PLC0415

        d = dict(src_dict)
        checklist = Checklist.from_dict(d.pop("checklist"))

        clinic_id = d.pop("clinicId")

        clinic_system = d.pop("clinicSystem")

        contact = ClinicContact.from_dict(d.pop("contact"))

        country = d.pop("country")

        cvr = d.pop("cvr")

        name = d.pop("name")

        def _parse_next_step(data: object) -> ClinicNextStep | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                next_step_type_0 = ClinicNextStep.from_dict(data)

                return next_step_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClinicNextStep | None, data)

        next_step = _parse_next_step(d.pop("nextStep"))

        paid_by = check_read_clinic_paid_by(d.pop("paidBy"))

        status = check_read_clinic_status(d.pop("status"))

        _address = d.pop("address", UNSET)
        address: ClinicAddress | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = ClinicAddress.from_dict(_address)

        _calendars = d.pop("calendars", UNSET)
        calendars: list[ClinicCalendar] | Unset = UNSET
        if _calendars is not UNSET:
            calendars = []
            for calendars_item_data in _calendars:
                calendars_item = ClinicCalendar.from_dict(calendars_item_data)

                calendars.append(calendars_item)

        _details = d.pop("details", UNSET)
        details: ClinicDetails | Unset
        if isinstance(_details, Unset):
            details = UNSET
        else:
            details = ClinicDetails.from_dict(_details)

        _ending = d.pop("ending", UNSET)
        ending: ClinicEnding | Unset
        if isinstance(_ending, Unset):
            ending = UNSET
        else:
            ending = ClinicEnding.from_dict(_ending)

        _system_consent = d.pop("systemConsent", UNSET)
        system_consent: SystemConsent | Unset
        if isinstance(_system_consent, Unset):
            system_consent = UNSET
        else:
            system_consent = SystemConsent.from_dict(_system_consent)

        read_clinic = cls(
            checklist=checklist,
            clinic_id=clinic_id,
            clinic_system=clinic_system,
            contact=contact,
            country=country,
            cvr=cvr,
            name=name,
            next_step=next_step,
            paid_by=paid_by,
            status=status,
            address=address,
            calendars=calendars,
            details=details,
            ending=ending,
            system_consent=system_consent,
        )

        read_clinic.additional_properties = d
        return read_clinic

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
