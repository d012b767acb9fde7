from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.treatment_type import TreatmentType, check_treatment_type
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.treater import Treater


T = TypeVar("T", bound="Treatment")


@_attrs_define
class Treatment:
    """The treatment.

    Attributes:
        type_ (TreatmentType): The kind of treatment.
        bmi (float | None | Unset): The body mass index.
        cost (Money | Unset): An amount of 0 or more, with at most two decimals.
        country (str | Unset): Where, in two letters.
        discharged_on (datetime.date | Unset): The discharge after the stay or operation that it follows.
        distance_km (float | None | Unset): The distance in kilometres, more than 0.
        hours (float | None | Unset): How many hours.
        in_network (bool | Unset): Whether the practitioner is in the network.
        nights (int | None | Unset): How many nights.
        practitioner (Treater | Unset): The practitioner who treats.
        recommended_km (float | None | Unset): The distance to the recommended place.
        sessions (int | None | Unset): How many sessions.
        starts_on (datetime.date | Unset): Its first day.
        supplement (Money | Unset): An amount of 0 or more, with at most two decimals.
    """

    type_: TreatmentType
    bmi: float | None | Unset = UNSET
    cost: Money | Unset = UNSET
    country: str | Unset = UNSET
    discharged_on: datetime.date | Unset = UNSET
    distance_km: float | None | Unset = UNSET
    hours: float | None | Unset = UNSET
    in_network: bool | Unset = UNSET
    nights: int | None | Unset = UNSET
    practitioner: Treater | Unset = UNSET
    recommended_km: float | None | Unset = UNSET
    sessions: int | None | Unset = UNSET
    starts_on: datetime.date | Unset = UNSET
    supplement: Money | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_: str = self.type_

        bmi: float | None | Unset
        if isinstance(self.bmi, Unset):
            bmi = UNSET
        else:
            bmi = self.bmi

        cost: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cost, Unset):
            cost = self.cost.to_dict()

        country = self.country

        discharged_on: str | Unset = UNSET
        if not isinstance(self.discharged_on, Unset):
            discharged_on = self.discharged_on.isoformat()

        distance_km: float | None | Unset
        if isinstance(self.distance_km, Unset):
            distance_km = UNSET
        else:
            distance_km = self.distance_km

        hours: float | None | Unset
        if isinstance(self.hours, Unset):
            hours = UNSET
        else:
            hours = self.hours

        in_network = self.in_network

        nights: int | None | Unset
        if isinstance(self.nights, Unset):
            nights = UNSET
        else:
            nights = self.nights

        practitioner: dict[str, Any] | Unset = UNSET
        if not isinstance(self.practitioner, Unset):
            practitioner = self.practitioner.to_dict()

        recommended_km: float | None | Unset
        if isinstance(self.recommended_km, Unset):
            recommended_km = UNSET
        else:
            recommended_km = self.recommended_km

        sessions: int | None | Unset
        if isinstance(self.sessions, Unset):
            sessions = UNSET
        else:
            sessions = self.sessions

        starts_on: str | Unset = UNSET
        if not isinstance(self.starts_on, Unset):
            starts_on = self.starts_on.isoformat()

        supplement: dict[str, Any] | Unset = UNSET
        if not isinstance(self.supplement, Unset):
            supplement = self.supplement.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if bmi is not UNSET:
            field_dict["bmi"] = bmi
        if cost is not UNSET:
            field_dict["cost"] = cost
        if country is not UNSET:
            field_dict["country"] = country
        if discharged_on is not UNSET:
            field_dict["dischargedOn"] = discharged_on
        if distance_km is not UNSET:
            field_dict["distanceKm"] = distance_km
        if hours is not UNSET:
            field_dict["hours"] = hours
        if in_network is not UNSET:
            field_dict["inNetwork"] = in_network
        if nights is not UNSET:
            field_dict["nights"] = nights
        if practitioner is not UNSET:
            field_dict["practitioner"] = practitioner
        if recommended_km is not UNSET:
            field_dict["recommendedKm"] = recommended_km
        if sessions is not UNSET:
            field_dict["sessions"] = sessions
        if starts_on is not UNSET:
            field_dict["startsOn"] = starts_on
        if supplement is not UNSET:
            field_dict["supplement"] = supplement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.treater import Treater  # noqa: PLC0415

        d = dict(src_dict)
        type_ = check_treatment_type(d.pop("type"))

        def _parse_bmi(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        bmi = _parse_bmi(d.pop("bmi", UNSET))

        _cost = d.pop("cost", UNSET)
        cost: Money | Unset
        if isinstance(_cost, Unset):
            cost = UNSET
        else:
            cost = Money.from_dict(_cost)

        country = d.pop("country", UNSET)

        _discharged_on = d.pop("dischargedOn", UNSET)
        discharged_on: datetime.date | Unset
        if isinstance(_discharged_on, Unset):
            discharged_on = UNSET
        else:
            discharged_on = datetime.date.fromisoformat(_discharged_on)

        def _parse_distance_km(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        distance_km = _parse_distance_km(d.pop("distanceKm", UNSET))

        def _parse_hours(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        hours = _parse_hours(d.pop("hours", UNSET))

        in_network = d.pop("inNetwork", UNSET)

        def _parse_nights(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        nights = _parse_nights(d.pop("nights", UNSET))

        _practitioner = d.pop("practitioner", UNSET)
        practitioner: Treater | Unset
        if isinstance(_practitioner, Unset):
            practitioner = UNSET
        else:
            practitioner = Treater.from_dict(_practitioner)

        def _parse_recommended_km(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        recommended_km = _parse_recommended_km(d.pop("recommendedKm", UNSET))

        def _parse_sessions(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        sessions = _parse_sessions(d.pop("sessions", UNSET))

        _starts_on = d.pop("startsOn", UNSET)
        starts_on: datetime.date | Unset
        if isinstance(_starts_on, Unset):
            starts_on = UNSET
        else:
            starts_on = datetime.date.fromisoformat(_starts_on)

        _supplement = d.pop("supplement", UNSET)
        supplement: Money | Unset
        if isinstance(_supplement, Unset):
            supplement = UNSET
        else:
            supplement = Money.from_dict(_supplement)

        treatment = cls(
            type_=type_,
            bmi=bmi,
            cost=cost,
            country=country,
            discharged_on=discharged_on,
            distance_km=distance_km,
            hours=hours,
            in_network=in_network,
            nights=nights,
            practitioner=practitioner,
            recommended_km=recommended_km,
            sessions=sessions,
            starts_on=starts_on,
            supplement=supplement,
        )

        treatment.additional_properties = d
        return treatment

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
