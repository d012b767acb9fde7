from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.practitioner_approvals_item import (
    PractitionerApprovalsItem,
    check_practitioner_approvals_item,
)
from ..models.practitioner_profession import (
    PractitionerProfession,
    check_practitioner_profession,
)
from ..models.practitioner_treatments_item import (
    PractitionerTreatmentsItem,
    check_practitioner_treatments_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.practice_address import PracticeAddress
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
        profession (PractitionerProfession): The profession.
        provider_number (bool): Whether they have a provider number.
        treatments (list[PractitionerTreatmentsItem]): The treatments that they offer, at least one. Psychologists and
            crisis help need an authorisation.
        addresses (list[PracticeAddress] | Unset): Where they treat beside `address`, in the same country; slots name
            one by its key.
        approvals (list[PractitionerApprovalsItem] | Unset): Approvals of alternative practitioners.
        authorisation_id (None | str | Unset): The number of the authorisation: 5 letters and digits of the Danish
            register, or 7 to 9 digits of the Norwegian one (HPR), by the country of the address.
        authorised_since (datetime.date | None | Unset): The day from which the authorisation counts, today or later for
            a new one, at most 80 years ago and a year ahead; the fee follows it. Absent leaves the day that is known, or
            means today for a new authorisation.
        languages (list[str] | Unset): The languages that they speak (ISO 639-1); those of the clinic when there are
            none.
        paused_from (datetime.date | None | Unset): The first day of a pause: until it ends no insurance client is sent
            to them, and none can book a session on its days. Booked sessions stay. A body that names neither day of the
            pause keeps the one that is set; null ends it.
        paused_until (datetime.date | None | Unset): The last day of the pause; absent until further notice.
        problems (list[str] | Unset): The problems that they treat; none means any. A search finds them in Danish,
            Norwegian and English: `Knæsmerter` is `knee-pain`.
        problems_not_taken (list[str] | Unset): The problems that they do not take; no client with one of them is sent
            to them.
        weekly_capacity (int | None | Unset): How many insurance clients they take a week.
    """

    address: PractitionerAddress
    authorised: bool
    crisis_help: bool
    insurance_clients: bool
    name: str
    profession: PractitionerProfession
    provider_number: bool
    treatments: list[PractitionerTreatmentsItem]
    addresses: list[PracticeAddress] | Unset = UNSET
    approvals: list[PractitionerApprovalsItem] | Unset = UNSET
    authorisation_id: None | str | Unset = UNSET
    authorised_since: datetime.date | None | Unset = UNSET
    languages: list[str] | Unset = UNSET
    paused_from: datetime.date | None | Unset = UNSET
    paused_until: datetime.date | None | Unset = UNSET
    problems: list[str] | Unset = UNSET
    problems_not_taken: list[str] | Unset = UNSET
    weekly_capacity: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        address = self.address.to_dict()

        authorised = self.authorised

        crisis_help = self.crisis_help

        insurance_clients = self.insurance_clients

        name = self.name

        profession: str = self.profession

        provider_number = self.provider_number

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item: str = treatments_item_data
            treatments.append(treatments_item)

        addresses: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.addresses, Unset):
            addresses = []
            for addresses_item_data in self.addresses:
                addresses_item = addresses_item_data.to_dict()
                addresses.append(addresses_item)

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

        authorised_since: None | str | Unset
        if isinstance(self.authorised_since, Unset):
            authorised_since = UNSET
        elif isinstance(self.authorised_since, datetime.date):
            authorised_since = self.authorised_since.isoformat()
        else:
            authorised_since = self.authorised_since

        languages: list[str] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = self.languages

        paused_from: None | str | Unset
        if isinstance(self.paused_from, Unset):
            paused_from = UNSET
        elif isinstance(self.paused_from, datetime.date):
            paused_from = self.paused_from.isoformat()
        else:
            paused_from = self.paused_from

        paused_until: None | str | Unset
        if isinstance(self.paused_until, Unset):
            paused_until = UNSET
        elif isinstance(self.paused_until, datetime.date):
            paused_until = self.paused_until.isoformat()
        else:
            paused_until = self.paused_until

        problems: list[str] | Unset = UNSET
        if not isinstance(self.problems, Unset):
            problems = self.problems

        problems_not_taken: list[str] | Unset = UNSET
        if not isinstance(self.problems_not_taken, Unset):
            problems_not_taken = self.problems_not_taken

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
        if addresses is not UNSET:
            field_dict["addresses"] = addresses
        if approvals is not UNSET:
            field_dict["approvals"] = approvals
        if authorisation_id is not UNSET:
            field_dict["authorisationId"] = authorisation_id
        if authorised_since is not UNSET:
            field_dict["authorisedSince"] = authorised_since
        if languages is not UNSET:
            field_dict["languages"] = languages
        if paused_from is not UNSET:
            field_dict["pausedFrom"] = paused_from
        if paused_until is not UNSET:
            field_dict["pausedUntil"] = paused_until
        if problems is not UNSET:
            field_dict["problems"] = problems
        if problems_not_taken is not UNSET:
            field_dict["problemsNotTaken"] = problems_not_taken
        if weekly_capacity is not UNSET:
            field_dict["weeklyCapacity"] = weekly_capacity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.practice_address import PracticeAddress  # noqa: PLC0415
        from ..models.practitioner_address import PractitionerAddress  # noqa: PLC0415

        d = dict(src_dict)
        address = PractitionerAddress.from_dict(d.pop("address"))

        authorised = d.pop("authorised")

        crisis_help = d.pop("crisisHelp")

        insurance_clients = d.pop("insuranceClients")

        name = d.pop("name")

        profession = check_practitioner_profession(d.pop("profession"))

        provider_number = d.pop("providerNumber")

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = check_practitioner_treatments_item(treatments_item_data)

            treatments.append(treatments_item)

        _addresses = d.pop("addresses", UNSET)
        addresses: list[PracticeAddress] | Unset = UNSET
        if _addresses is not UNSET:
            addresses = []
            for addresses_item_data in _addresses:
                addresses_item = PracticeAddress.from_dict(addresses_item_data)

                addresses.append(addresses_item)

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

        def _parse_authorised_since(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                authorised_since_type_0 = datetime.date.fromisoformat(data)

                return authorised_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        authorised_since = _parse_authorised_since(d.pop("authorisedSince", UNSET))

        languages = cast(list[str], d.pop("languages", UNSET))

        def _parse_paused_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_from_type_0 = datetime.date.fromisoformat(data)

                return paused_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        paused_from = _parse_paused_from(d.pop("pausedFrom", UNSET))

        def _parse_paused_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_until_type_0 = datetime.date.fromisoformat(data)

                return paused_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        paused_until = _parse_paused_until(d.pop("pausedUntil", UNSET))

        problems = cast(list[str], d.pop("problems", UNSET))

        problems_not_taken = cast(list[str], d.pop("problemsNotTaken", UNSET))

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
            addresses=addresses,
            approvals=approvals,
            authorisation_id=authorisation_id,
            authorised_since=authorised_since,
            languages=languages,
            paused_from=paused_from,
            paused_until=paused_until,
            problems=problems,
            problems_not_taken=problems_not_taken,
            weekly_capacity=weekly_capacity,
        )

        return practitioner
