from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.draft_sent_condition_type_0 import DraftSentConditionType0
    from ..models.draft_sent_event_type_0 import DraftSentEventType0
    from ..models.draft_sent_evidence_type_0 import DraftSentEvidenceType0
    from ..models.draft_sent_treatment_type_0 import DraftSentTreatmentType0


T = TypeVar("T", bound="DraftSent")


@_attrs_define
class DraftSent:
    """A draft as it is sent. It replaces what was kept before.

    Attributes:
        cause (None | str | Unset): As in a report.
        condition (DraftSentConditionType0 | None | Unset): As in a report. What is missing or wrong is kept, and is a
            fault.
        description (None | str | Unset): What happened, so far.
        event (DraftSentEventType0 | None | Unset): As in a report. What is missing or wrong is kept, and is a fault.
        evidence (DraftSentEvidenceType0 | None | Unset): As in a report. What is missing or wrong is kept, and is a
            fault.
        person_id (None | str | Unset): Whom it is about; absent for the author.
        treatment (DraftSentTreatmentType0 | None | Unset): As in a report. What is missing or wrong is kept, and is a
            fault.
    """

    cause: None | str | Unset = UNSET
    condition: DraftSentConditionType0 | None | Unset = UNSET
    description: None | str | Unset = UNSET
    event: DraftSentEventType0 | None | Unset = UNSET
    evidence: DraftSentEvidenceType0 | None | Unset = UNSET
    person_id: None | str | Unset = UNSET
    treatment: DraftSentTreatmentType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.draft_sent_condition_type_0 import DraftSentConditionType0  # noqa: PLC0415
        from ..models.draft_sent_event_type_0 import DraftSentEventType0  # noqa: PLC0415
        from ..models.draft_sent_evidence_type_0 import DraftSentEvidenceType0  # noqa: PLC0415
        from ..models.draft_sent_treatment_type_0 import DraftSentTreatmentType0  # noqa: PLC0415

        cause: None | str | Unset
        if isinstance(self.cause, Unset):
            cause = UNSET
        else:
            cause = self.cause

        condition: dict[str, Any] | None | Unset
        if isinstance(self.condition, Unset):
            condition = UNSET
        elif isinstance(self.condition, DraftSentConditionType0):
            condition = self.condition.to_dict()
        else:
            condition = self.condition

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        event: dict[str, Any] | None | Unset
        if isinstance(self.event, Unset):
            event = UNSET
        elif isinstance(self.event, DraftSentEventType0):
            event = self.event.to_dict()
        else:
            event = self.event

        evidence: dict[str, Any] | None | Unset
        if isinstance(self.evidence, Unset):
            evidence = UNSET
        elif isinstance(self.evidence, DraftSentEvidenceType0):
            evidence = self.evidence.to_dict()
        else:
            evidence = self.evidence

        person_id: None | str | Unset
        if isinstance(self.person_id, Unset):
            person_id = UNSET
        else:
            person_id = self.person_id

        treatment: dict[str, Any] | None | Unset
        if isinstance(self.treatment, Unset):
            treatment = UNSET
        elif isinstance(self.treatment, DraftSentTreatmentType0):
            treatment = self.treatment.to_dict()
        else:
            treatment = self.treatment

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if cause is not UNSET:
            field_dict["cause"] = cause
        if condition is not UNSET:
            field_dict["condition"] = condition
        if description is not UNSET:
            field_dict["description"] = description
        if event is not UNSET:
            field_dict["event"] = event
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if person_id is not UNSET:
            field_dict["personId"] = person_id
        if treatment is not UNSET:
            field_dict["treatment"] = treatment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.draft_sent_condition_type_0 import DraftSentConditionType0  # noqa: PLC0415
        from ..models.draft_sent_event_type_0 import DraftSentEventType0  # noqa: PLC0415
        from ..models.draft_sent_evidence_type_0 import DraftSentEvidenceType0  # noqa: PLC0415
        from ..models.draft_sent_treatment_type_0 import DraftSentTreatmentType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_cause(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cause = _parse_cause(d.pop("cause", UNSET))

        def _parse_condition(data: object) -> DraftSentConditionType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_0 = DraftSentConditionType0.from_dict(data)

                return condition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DraftSentConditionType0 | None | Unset, data)

        condition = _parse_condition(d.pop("condition", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_event(data: object) -> DraftSentEventType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                event_type_0 = DraftSentEventType0.from_dict(data)

                return event_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DraftSentEventType0 | None | Unset, data)

        event = _parse_event(d.pop("event", UNSET))

        def _parse_evidence(data: object) -> DraftSentEvidenceType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                evidence_type_0 = DraftSentEvidenceType0.from_dict(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DraftSentEvidenceType0 | None | Unset, data)

        evidence = _parse_evidence(d.pop("evidence", UNSET))

        def _parse_person_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        person_id = _parse_person_id(d.pop("personId", UNSET))

        def _parse_treatment(data: object) -> DraftSentTreatmentType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                treatment_type_0 = DraftSentTreatmentType0.from_dict(data)

                return treatment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DraftSentTreatmentType0 | None | Unset, data)

        treatment = _parse_treatment(d.pop("treatment", UNSET))

        draft_sent = cls(
            cause=cause,
            condition=condition,
            description=description,
            event=event,
            evidence=evidence,
            person_id=person_id,
            treatment=treatment,
        )

        return draft_sent
