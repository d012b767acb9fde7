from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.simulation_cause import SimulationCause, check_simulation_cause
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.condition import Condition
    from ..models.earlier import Earlier
    from ..models.event import Event
    from ..models.evidence import Evidence
    from ..models.treatment import Treatment


T = TypeVar("T", bound="Simulation")


@_attrs_define
class Simulation:
    """A question of cover. What is absent is unknown, and an unknown that matters is reported as missing.

    Attributes:
        cause (SimulationCause): Whether it has its cause in work or in leisure.
        treatment (Treatment): The treatment.
        as_of (datetime.date | Unset): The day to answer for; today when absent.
        condition (Condition | Unset): The illness or injury.
        event (Event | Unset): What happened to the person.
        evidence (Evidence | Unset): The papers, and what they prove.
        history (list[Earlier] | Unset): Earlier treatments, beside those we know.
        person_id (str | Unset): The id of the person.
    """

    cause: SimulationCause
    treatment: Treatment
    as_of: datetime.date | Unset = UNSET
    condition: Condition | Unset = UNSET
    event: Event | Unset = UNSET
    evidence: Evidence | Unset = UNSET
    history: list[Earlier] | Unset = UNSET
    person_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cause: str = self.cause

        treatment = self.treatment.to_dict()

        as_of: str | Unset = UNSET
        if not isinstance(self.as_of, Unset):
            as_of = self.as_of.isoformat()

        condition: dict[str, Any] | Unset = UNSET
        if not isinstance(self.condition, Unset):
            condition = self.condition.to_dict()

        event: dict[str, Any] | Unset = UNSET
        if not isinstance(self.event, Unset):
            event = self.event.to_dict()

        evidence: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evidence, Unset):
            evidence = self.evidence.to_dict()

        history: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.history, Unset):
            history = []
            for history_item_data in self.history:
                history_item = history_item_data.to_dict()
                history.append(history_item)

        person_id = self.person_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cause": cause,
                "treatment": treatment,
            }
        )
        if as_of is not UNSET:
            field_dict["asOf"] = as_of
        if condition is not UNSET:
            field_dict["condition"] = condition
        if event is not UNSET:
            field_dict["event"] = event
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if history is not UNSET:
            field_dict["history"] = history
        if person_id is not UNSET:
            field_dict["personId"] = person_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.condition import Condition  # noqa: PLC0415
        from ..models.earlier import Earlier  # noqa: PLC0415
        from ..models.event import Event  # noqa: PLC0415
        from ..models.evidence import Evidence  # noqa: PLC0415
        from ..models.treatment import Treatment  # noqa: PLC0415

        d = dict(src_dict)
        cause = check_simulation_cause(d.pop("cause"))

        treatment = Treatment.from_dict(d.pop("treatment"))

        _as_of = d.pop("asOf", UNSET)
        as_of: datetime.date | Unset
        if isinstance(_as_of, Unset):
            as_of = UNSET
        else:
            as_of = datetime.date.fromisoformat(_as_of)

        _condition = d.pop("condition", UNSET)
        condition: Condition | Unset
        if isinstance(_condition, Unset):
            condition = UNSET
        else:
            condition = Condition.from_dict(_condition)

        _event = d.pop("event", UNSET)
        event: Event | Unset
        if isinstance(_event, Unset):
            event = UNSET
        else:
            event = Event.from_dict(_event)

        _evidence = d.pop("evidence", UNSET)
        evidence: Evidence | Unset
        if isinstance(_evidence, Unset):
            evidence = UNSET
        else:
            evidence = Evidence.from_dict(_evidence)

        _history = d.pop("history", UNSET)
        history: list[Earlier] | Unset = UNSET
        if _history is not UNSET:
            history = []
            for history_item_data in _history:
                history_item = Earlier.from_dict(history_item_data)

                history.append(history_item)

        person_id = d.pop("personId", UNSET)

        simulation = cls(
            cause=cause,
            treatment=treatment,
            as_of=as_of,
            condition=condition,
            event=event,
            evidence=evidence,
            history=history,
            person_id=person_id,
        )

        simulation.additional_properties = d
        return simulation

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
