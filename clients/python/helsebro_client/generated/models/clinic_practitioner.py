from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clinic_practitioner_approvals_item import (
    ClinicPractitionerApprovalsItem,
    check_clinic_practitioner_approvals_item,
)
from ..models.clinic_practitioner_treatments_item import (
    ClinicPractitionerTreatmentsItem,
    check_clinic_practitioner_treatments_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.keyed_address import KeyedAddress
    from ..models.practitioner_fee import PractitionerFee
    from ..models.register import Register


T = TypeVar("T", bound="ClinicPractitioner")


@_attrs_define
class ClinicPractitioner:
    """A practitioner of the clinic, with the fees of today.

    Attributes:
        address (Address): Where a practitioner treats.
        addresses (list[KeyedAddress]): Where else they treat: slots name such an address by its key.
        approvals (list[ClinicPractitionerApprovalsItem]): Approvals of alternative practitioners.
        authorised (bool): Whether they have the authorisation of the profession.
        clinic_id (str): The id of the clinic.
        crisis_help (bool): Whether they give crisis help.
        fees (list[PractitionerFee]): What their sessions pay today, by treatment and service. A payer may have agreed
            on another tariff; the guarantee shows its price.
        insurance_clients (bool): Whether they take insurance clients.
        is_paused (bool): Whether today is in a pause.
        key (str): The clinic's own key of the practitioner.
        languages (list[str]): The languages that they speak (ISO 639-1).
        name (str): The practitioner's name.
        practitioner_id (str): The id of the practitioner.
        problems (list[str]): The problems that they treat; empty for any.
        problems_not_taken (list[str]): The problems that they do not take.
        profession (str): The profession.
        provider_number (bool): Whether they have a provider number.
        register (Register): What the authorisation register said about a practitioner as the clinic describes them now.
        treatments (list[ClinicPractitionerTreatmentsItem]): The treatments that they offer.
        authorisation_id (str | Unset): The number of the authorisation, if it was given.
        authorised_since (datetime.date | Unset): The day from which the authorisation counts; absent when it always
            did.
        paused_from (datetime.date | Unset): The first day of a pause; absent without one.
        paused_until (datetime.date | Unset): The last day of the pause; absent until further notice.
        weekly_capacity (int | Unset): How many sessions of insurance clients they take a week; absent for no limit.
    """

    address: Address
    addresses: list[KeyedAddress]
    approvals: list[ClinicPractitionerApprovalsItem]
    authorised: bool
    clinic_id: str
    crisis_help: bool
    fees: list[PractitionerFee]
    insurance_clients: bool
    is_paused: bool
    key: str
    languages: list[str]
    name: str
    practitioner_id: str
    problems: list[str]
    problems_not_taken: list[str]
    profession: str
    provider_number: bool
    register: Register
    treatments: list[ClinicPractitionerTreatmentsItem]
    authorisation_id: str | Unset = UNSET
    authorised_since: datetime.date | Unset = UNSET
    paused_from: datetime.date | Unset = UNSET
    paused_until: datetime.date | Unset = UNSET
    weekly_capacity: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address = self.address.to_dict()

        addresses = []
        for addresses_item_data in self.addresses:
            addresses_item = addresses_item_data.to_dict()
            addresses.append(addresses_item)

        approvals = []
        for approvals_item_data in self.approvals:
            approvals_item: str = approvals_item_data
            approvals.append(approvals_item)

        authorised = self.authorised

        clinic_id = self.clinic_id

        crisis_help = self.crisis_help

        fees = []
        for fees_item_data in self.fees:
            fees_item = fees_item_data.to_dict()
            fees.append(fees_item)

        insurance_clients = self.insurance_clients

        is_paused = self.is_paused

        key = self.key

        languages = self.languages

        name = self.name

        practitioner_id = self.practitioner_id

        problems = self.problems

        problems_not_taken = self.problems_not_taken

        profession = self.profession

        provider_number = self.provider_number

        register = self.register.to_dict()

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item: str = treatments_item_data
            treatments.append(treatments_item)

        authorisation_id = self.authorisation_id

        authorised_since: str | Unset = UNSET
        if not isinstance(self.authorised_since, Unset):
            authorised_since = self.authorised_since.isoformat()

        paused_from: str | Unset = UNSET
        if not isinstance(self.paused_from, Unset):
            paused_from = self.paused_from.isoformat()

        paused_until: str | Unset = UNSET
        if not isinstance(self.paused_until, Unset):
            paused_until = self.paused_until.isoformat()

        weekly_capacity = self.weekly_capacity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "addresses": addresses,
                "approvals": approvals,
                "authorised": authorised,
                "clinicId": clinic_id,
                "crisisHelp": crisis_help,
                "fees": fees,
                "insuranceClients": insurance_clients,
                "isPaused": is_paused,
                "key": key,
                "languages": languages,
                "name": name,
                "practitionerId": practitioner_id,
                "problems": problems,
                "problemsNotTaken": problems_not_taken,
                "profession": profession,
                "providerNumber": provider_number,
                "register": register,
                "treatments": treatments,
            }
        )
        if authorisation_id is not UNSET:
            field_dict["authorisationId"] = authorisation_id
        if authorised_since is not UNSET:
            field_dict["authorisedSince"] = authorised_since
        if paused_from is not UNSET:
            field_dict["pausedFrom"] = paused_from
        if paused_until is not UNSET:
            field_dict["pausedUntil"] = paused_until
        if weekly_capacity is not UNSET:
            field_dict["weeklyCapacity"] = weekly_capacity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.keyed_address import KeyedAddress  # noqa: PLC0415
        from ..models.practitioner_fee import PractitionerFee  # noqa: PLC0415
        from ..models.register import Register  # noqa: PLC0415

        d = dict(src_dict)
        address = Address.from_dict(d.pop("address"))

        addresses = []
        _addresses = d.pop("addresses")
        for addresses_item_data in _addresses:
            addresses_item = KeyedAddress.from_dict(addresses_item_data)

            addresses.append(addresses_item)

        approvals = []
        _approvals = d.pop("approvals")
        for approvals_item_data in _approvals:
            approvals_item = check_clinic_practitioner_approvals_item(approvals_item_data)

            approvals.append(approvals_item)

        authorised = d.pop("authorised")

        clinic_id = d.pop("clinicId")

        crisis_help = d.pop("crisisHelp")

        fees = []
        _fees = d.pop("fees")
        for fees_item_data in _fees:
            fees_item = PractitionerFee.from_dict(fees_item_data)

            fees.append(fees_item)

        insurance_clients = d.pop("insuranceClients")

        is_paused = d.pop("isPaused")

        key = d.pop("key")

        languages = cast(list[str], d.pop("languages"))

        name = d.pop("name")

        practitioner_id = d.pop("practitionerId")

        problems = cast(list[str], d.pop("problems"))

        problems_not_taken = cast(list[str], d.pop("problemsNotTaken"))

        profession = d.pop("profession")

        provider_number = d.pop("providerNumber")

        register = Register.from_dict(d.pop("register"))

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = check_clinic_practitioner_treatments_item(treatments_item_data)

            treatments.append(treatments_item)

        authorisation_id = d.pop("authorisationId", UNSET)

        _authorised_since = d.pop("authorisedSince", UNSET)
        authorised_since: datetime.date | Unset
        if isinstance(_authorised_since, Unset):
            authorised_since = UNSET
        else:
            authorised_since = datetime.date.fromisoformat(_authorised_since)

        _paused_from = d.pop("pausedFrom", UNSET)
        paused_from: datetime.date | Unset
        if isinstance(_paused_from, Unset):
            paused_from = UNSET
        else:
            paused_from = datetime.date.fromisoformat(_paused_from)

        _paused_until = d.pop("pausedUntil", UNSET)
        paused_until: datetime.date | Unset
        if isinstance(_paused_until, Unset):
            paused_until = UNSET
        else:
            paused_until = datetime.date.fromisoformat(_paused_until)

        weekly_capacity = d.pop("weeklyCapacity", UNSET)

        clinic_practitioner = cls(
            address=address,
            addresses=addresses,
            approvals=approvals,
            authorised=authorised,
            clinic_id=clinic_id,
            crisis_help=crisis_help,
            fees=fees,
            insurance_clients=insurance_clients,
            is_paused=is_paused,
            key=key,
            languages=languages,
            name=name,
            practitioner_id=practitioner_id,
            problems=problems,
            problems_not_taken=problems_not_taken,
            profession=profession,
            provider_number=provider_number,
            register=register,
            treatments=treatments,
            authorisation_id=authorisation_id,
            authorised_since=authorised_since,
            paused_from=paused_from,
            paused_until=paused_until,
            weekly_capacity=weekly_capacity,
        )

        clinic_practitioner.additional_properties = d
        return clinic_practitioner

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
