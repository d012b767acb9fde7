from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.practitioner_approvals_item import (
    PractitionerApprovalsItem,
    check_practitioner_approvals_item,
)
from ..models.practitioner_treatments_item import (
    PractitionerTreatmentsItem,
    check_practitioner_treatments_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.practitioner_address import PractitionerAddress


T = TypeVar("T", bound="Practitioner")


@_attrs_define
class Practitioner:
    """A practitioner, as the clinic's own system describes them.

    Attributes:
        address (PractitionerAddress): Where the practitioner treats.
        authorised (bool): Whether they have the authorisation of the profession.
        crisis_help (bool): Whether they give crisis help.
        insurance_clients (bool): Whether they take insurance clients.
        name (str): The practitioner's name.
        profession (str): The profession.
        provider_number (bool): Whether they have a provider number.
        treatments (list[PractitionerTreatmentsItem]): The treatments that they offer, at least one. Psychologists and
            crisis help need an authorisation.
        approvals (list[PractitionerApprovalsItem] | Unset): Approvals of alternative practitioners.
        authorisation_id (None | str | Unset): The number of the authorisation.
        problems (list[str] | Unset): The problems that they treat; none means any.
        weekly_capacity (int | None | Unset): How many insurance clients they take a week.
    """

    address: PractitionerAddress
    authorised: bool
    crisis_help: bool
    insurance_clients: bool
    name: str
    profession: str
    provider_number: bool
    treatments: list[PractitionerTreatmentsItem]
    approvals: list[PractitionerApprovalsItem] | Unset = UNSET
    authorisation_id: None | str | Unset = UNSET
    problems: list[str] | Unset = UNSET
    weekly_capacity: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        address = self.address.to_dict()

        authorised = self.authorised

        crisis_help = self.crisis_help

        insurance_clients = self.insurance_clients

        name = self.name

        profession = self.profession

        provider_number = self.provider_number

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item: str = treatments_item_data
            treatments.append(treatments_item)

        approvals: list[str] | Unset = UNSET
        if not isinstance(self.approvals, Unset):
            approvals = []
            for approvals_item_data in self.approvals:
                approvals_item: str = approvals_item_data
                approvals.append(approvals_item)

        authorisation_id: None | str | Unset
        if isinstance(self.authorisation_id, Unset):
            authorisation_id = UNSET
        else:
            authorisation_id = self.authorisation_id

        problems: list[str] | Unset = UNSET
        if not isinstance(self.problems, Unset):
            problems = self.problems

        weekly_capacity: int | None | Unset
        if isinstance(self.weekly_capacity, Unset):
            weekly_capacity = UNSET
        else:
            weekly_capacity = self.weekly_capacity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "address": address,
                "authorised": authorised,
                "crisisHelp": crisis_help,
                "insuranceClients": insurance_clients,
                "name": name,
                "profession": profession,
                "providerNumber": provider_number,
                "treatments": treatments,
            }
        )
        if approvals is not UNSET:
            field_dict["approvals"] = approvals
        if authorisation_id is not UNSET:
            field_dict["authorisationId"] = authorisation_id
        if problems is not UNSET:
            field_dict["problems"] = problems
        if weekly_capacity is not UNSET:
            field_dict["weeklyCapacity"] = weekly_capacity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.practitioner_address import PractitionerAddress  # noqa: PLC0415

        d = dict(src_dict)
        address = PractitionerAddress.from_dict(d.pop("address"))

        authorised = d.pop("authorised")

        crisis_help = d.pop("crisisHelp")

        insurance_clients = d.pop("insuranceClients")

        name = d.pop("name")

        profession = d.pop("profession")

        provider_number = d.pop("providerNumber")

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = check_practitioner_treatments_item(treatments_item_data)

            treatments.append(treatments_item)

        _approvals = d.pop("approvals", UNSET)
        approvals: list[PractitionerApprovalsItem] | Unset = UNSET
        if _approvals is not UNSET:
            approvals = []
            for approvals_item_data in _approvals:
                approvals_item = check_practitioner_approvals_item(approvals_item_data)

                approvals.append(approvals_item)

        def _parse_authorisation_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        authorisation_id = _parse_authorisation_id(d.pop("authorisationId", UNSET))

        problems = cast(list[str], d.pop("problems", UNSET))

        def _parse_weekly_capacity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        weekly_capacity = _parse_weekly_capacity(d.pop("weeklyCapacity", UNSET))

        practitioner = cls(
            address=address,
            authorised=authorised,
            crisis_help=crisis_help,
            insurance_clients=insurance_clients,
            name=name,
            profession=profession,
            provider_number=provider_number,
            treatments=treatments,
            approvals=approvals,
            authorisation_id=authorisation_id,
            problems=problems,
            weekly_capacity=weekly_capacity,
        )

        return practitioner
