from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.found_practitioner_fit import (
    FoundPractitionerFit,
    check_found_practitioner_fit,
)
from ..models.found_practitioner_treatments_item import (
    FoundPractitionerTreatmentsItem,
    check_found_practitioner_treatments_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.first_free_slot import FirstFreeSlot
    from ..models.keyed_address import KeyedAddress
    from ..models.why import Why


T = TypeVar("T", bound="FoundPractitioner")


@_attrs_define
class FoundPractitioner:
    """A practitioner who suits what was searched for.

    Attributes:
        address (Address): Where a practitioner treats.
        addresses (list[KeyedAddress]): Where else they treat: slots name such an address by its key.
        authorised (bool): Whether the practitioner has the authorisation of the profession.
        clinic_id (str): The id of the clinic.
        clinic_name (str): The name of the clinic.
        crisis_help (bool): Whether they give crisis help.
        distance_km (float | None): The distance from the postcode in kilometres; null without a postcode, or when the
            place is unknown.
        first_free_slot (FirstFreeSlot | None): Their first free slot; null when none is free.
        fit (FoundPractitionerFit): `problem` when they list the problem that was searched for.
        languages (list[str]): The languages that they speak, else those of the clinic (ISO 639-1).
        name (str): The practitioner's name.
        practitioner_id (str): The id of the practitioner.
        problems (list[str]): The problems that they treat; empty for any.
        profession (str): The profession.
        treatments (list[FoundPractitionerTreatmentsItem]): The treatments that they offer.
        why (Why): Why a search shows a practitioner at this place.
        address_key (str | Unset): The key of that address; absent for their first one.
    """

    address: Address
    addresses: list[KeyedAddress]
    authorised: bool
    clinic_id: str
    clinic_name: str
    crisis_help: bool
    distance_km: float | None
    first_free_slot: FirstFreeSlot | None
    fit: FoundPractitionerFit
    languages: list[str]
    name: str
    practitioner_id: str
    problems: list[str]
    profession: str
    treatments: list[FoundPractitionerTreatmentsItem]
    why: Why
    address_key: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.first_free_slot import FirstFreeSlot  # noqa: PLC0415

        address = self.address.to_dict()

        addresses = []
        for addresses_item_data in self.addresses:
            addresses_item = addresses_item_data.to_dict()
            addresses.append(addresses_item)

        authorised = self.authorised

        clinic_id = self.clinic_id

        clinic_name = self.clinic_name

        crisis_help = self.crisis_help

        distance_km: float | None
        distance_km = self.distance_km

        first_free_slot: dict[str, Any] | None
        if isinstance(self.first_free_slot, FirstFreeSlot):
            first_free_slot = self.first_free_slot.to_dict()
        else:
            first_free_slot = self.first_free_slot

        fit: str = self.fit

        languages = self.languages

        name = self.name

        practitioner_id = self.practitioner_id

        problems = self.problems

        profession = self.profession

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item: str = treatments_item_data
            treatments.append(treatments_item)

        why = self.why.to_dict()

        address_key = self.address_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "addresses": addresses,
                "authorised": authorised,
                "clinicId": clinic_id,
                "clinicName": clinic_name,
                "crisisHelp": crisis_help,
                "distanceKm": distance_km,
                "firstFreeSlot": first_free_slot,
                "fit": fit,
                "languages": languages,
                "name": name,
                "practitionerId": practitioner_id,
                "problems": problems,
                "profession": profession,
                "treatments": treatments,
                "why": why,
            }
        )
        if address_key is not UNSET:
            field_dict["addressKey"] = address_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.first_free_slot import FirstFreeSlot  # noqa: PLC0415
        from ..models.keyed_address import KeyedAddress  # noqa: PLC0415
        from ..models.why import Why  # noqa: PLC0415

        d = dict(src_dict)
        address = Address.from_dict(d.pop("address"))

        addresses = []
        _addresses = d.pop("addresses")
        for addresses_item_data in _addresses:
            addresses_item = KeyedAddress.from_dict(addresses_item_data)

            addresses.append(addresses_item)

        authorised = d.pop("authorised")

        clinic_id = d.pop("clinicId")

        clinic_name = d.pop("clinicName")

        crisis_help = d.pop("crisisHelp")

        def _parse_distance_km(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        distance_km = _parse_distance_km(d.pop("distanceKm"))

        def _parse_first_free_slot(data: object) -> FirstFreeSlot | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                first_free_slot_type_0 = FirstFreeSlot.from_dict(data)

                return first_free_slot_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FirstFreeSlot | None, data)

        first_free_slot = _parse_first_free_slot(d.pop("firstFreeSlot"))

        fit = check_found_practitioner_fit(d.pop("fit"))

        languages = cast(list[str], d.pop("languages"))

        name = d.pop("name")

        practitioner_id = d.pop("practitionerId")

        problems = cast(list[str], d.pop("problems"))

        profession = d.pop("profession")

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = check_found_practitioner_treatments_item(treatments_item_data)

            treatments.append(treatments_item)

        why = Why.from_dict(d.pop("why"))

        address_key = d.pop("addressKey", UNSET)

        found_practitioner = cls(
            address=address,
            addresses=addresses,
            authorised=authorised,
            clinic_id=clinic_id,
            clinic_name=clinic_name,
            crisis_help=crisis_help,
            distance_km=distance_km,
            first_free_slot=first_free_slot,
            fit=fit,
            languages=languages,
            name=name,
            practitioner_id=practitioner_id,
            problems=problems,
            profession=profession,
            treatments=treatments,
            why=why,
            address_key=address_key,
        )

        found_practitioner.additional_properties = d
        return found_practitioner

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
