from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.family_event import FamilyEvent
    from ..models.guardian import Guardian
    from ..models.proposed_guardian import ProposedGuardian


T = TypeVar("T", bound="Family")


@_attrs_define
class Family:
    """The confirmed family of a child, who is proposed for it, and what happened.

    Attributes:
        decides_alone (bool): Whether that day has come.
        guardians (list[Guardian]): The guardians; after the 15th birthday, those until then.
        history (list[FamilyEvent]): What happened, oldest first.
        invited_to_give_mandate (bool): Whether the hand-over was announced: the child is then invited to give a mandate
            in a case, from the birthday on.
        own_from (datetime.date | None): The 15th birthday; null for one whom underwriting did not confirm. From its
            local midnight the child decides alone, and a parent sees only cases with a mandate of the child.
        person_id (str): The id of the person.
        proposed (list[ProposedGuardian]): Who waits to be confirmed.
    """

    decides_alone: bool
    guardians: list[Guardian]
    history: list[FamilyEvent]
    invited_to_give_mandate: bool
    own_from: datetime.date | None
    person_id: str
    proposed: list[ProposedGuardian]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decides_alone = self.decides_alone

        guardians = []
        for guardians_item_data in self.guardians:
            guardians_item = guardians_item_data.to_dict()
            guardians.append(guardians_item)

        history = []
        for history_item_data in self.history:
            history_item = history_item_data.to_dict()
            history.append(history_item)

        invited_to_give_mandate = self.invited_to_give_mandate

        own_from: None | str
        if isinstance(self.own_from, datetime.date):
            own_from = self.own_from.isoformat()
        else:
            own_from = self.own_from

        person_id = self.person_id

        proposed = []
        for proposed_item_data in self.proposed:
            proposed_item = proposed_item_data.to_dict()
            proposed.append(proposed_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decidesAlone": decides_alone,
                "guardians": guardians,
                "history": history,
                "invitedToGiveMandate": invited_to_give_mandate,
                "ownFrom": own_from,
                "personId": person_id,
                "proposed": proposed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family_event import FamilyEvent  # noqa: PLC0415
        from ..models.guardian import Guardian  # noqa: PLC0415
        from ..models.proposed_guardian import ProposedGuardian  # noqa: PLC0415

        d = dict(src_dict)
        decides_alone = d.pop("decidesAlone")

        guardians = []
        _guardians = d.pop("guardians")
        for guardians_item_data in _guardians:
            guardians_item = Guardian.from_dict(guardians_item_data)

            guardians.append(guardians_item)

        history = []
        _history = d.pop("history")
        for history_item_data in _history:
            history_item = FamilyEvent.from_dict(history_item_data)

            history.append(history_item)

        invited_to_give_mandate = d.pop("invitedToGiveMandate")

        def _parse_own_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                own_from_type_0 = datetime.date.fromisoformat(data)

                return own_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        own_from = _parse_own_from(d.pop("ownFrom"))

        person_id = d.pop("personId")

        proposed = []
        _proposed = d.pop("proposed")
        for proposed_item_data in _proposed:
            proposed_item = ProposedGuardian.from_dict(proposed_item_data)

            proposed.append(proposed_item)

        family = cls(
            decides_alone=decides_alone,
            guardians=guardians,
            history=history,
            invited_to_give_mandate=invited_to_give_mandate,
            own_from=own_from,
            person_id=person_id,
            proposed=proposed,
        )

        family.additional_properties = d
        return family

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
