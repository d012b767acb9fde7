from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.new_claim_cause import NewClaimCause, check_new_claim_cause
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.condition import Condition
    from ..models.event import Event
    from ..models.evidence import Evidence
    from ..models.treatment import Treatment


T = TypeVar("T", bound="NewClaim")


@_attrs_define
class NewClaim:
    """A report of a claim.

    A fact that has an `unknownLabel` in the first form may also be `unknown`, whatever its type here.

        Attributes:
            cause (NewClaimCause): Whether it has its cause in work or in leisure.
            condition (Condition): The illness or injury.
            description (str): What happened, in the member's words.
            treatment (Treatment): The treatment.
            draft_id (str | Unset): The draft that it was written in, which is erased.
            event (Event | Unset): What happened to the person.
            evidence (Evidence | Unset): The papers, and what they prove.
            person_id (str | Unset): The id of the person.
    """

    cause: NewClaimCause
    condition: Condition
    description: str
    treatment: Treatment
    draft_id: str | Unset = UNSET
    event: Event | Unset = UNSET
    evidence: Evidence | Unset = UNSET
    person_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cause: str = self.cause

        condition = self.condition.to_dict()

        description = self.description

        treatment = self.treatment.to_dict()

        draft_id = self.draft_id

        event: dict[str, Any] | Unset = UNSET
        if not isinstance(self.event, Unset):
            event = self.event.to_dict()

        evidence: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evidence, Unset):
            evidence = self.evidence.to_dict()

        person_id = self.person_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cause": cause,
                "condition": condition,
                "description": description,
                "treatment": treatment,
            }
        )
        if draft_id is not UNSET:
            field_dict["draftId"] = draft_id
        if event is not UNSET:
            field_dict["event"] = event
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if person_id is not UNSET:
            field_dict["personId"] = person_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.condition import Condition  # noqa: PLC0415
        from ..models.event import Event  # noqa: PLC0415
        from ..models.evidence import Evidence  # noqa: PLC0415
        from ..models.treatment import Treatment  # noqa: PLC0415

        d = dict(src_dict)
        cause = check_new_claim_cause(d.pop("cause"))

        condition = Condition.from_dict(d.pop("condition"))

        description = d.pop("description")

        treatment = Treatment.from_dict(d.pop("treatment"))

        draft_id = d.pop("draftId", UNSET)

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

        person_id = d.pop("personId", UNSET)

        new_claim = cls(
            cause=cause,
            condition=condition,
            description=description,
            treatment=treatment,
            draft_id=draft_id,
            event=event,
            evidence=evidence,
            person_id=person_id,
        )

        new_claim.additional_properties = d
        return new_claim

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
