from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ending_kind import EndingKind, check_ending_kind

T = TypeVar("T", bound="Ending")


@_attrs_define
class Ending:
    """A day on which a clause ends or suspends the cover.

    Attributes:
        again_on (datetime.date | None): The day on which the cover goes on after a suspension; else null.
        clause (str): The clause of the terms.
        kind (EndingKind): Why it ends.
        last_day (datetime.date): The last day with cover.
        rule (str): The rule of the terms.
        text (str): What the clause says, in the caller's language.
    """

    again_on: datetime.date | None
    clause: str
    kind: EndingKind
    last_day: datetime.date
    rule: str
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        again_on: None | str
        if isinstance(self.again_on, datetime.date):
            again_on = self.again_on.isoformat()
        else:
            again_on = self.again_on

        clause = self.clause

        kind: str = self.kind

        last_day = self.last_day.isoformat()

        rule = self.rule

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "againOn": again_on,
                "clause": clause,
                "kind": kind,
                "lastDay": last_day,
                "rule": rule,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_again_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                again_on_type_0 = datetime.date.fromisoformat(data)

                return again_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        again_on = _parse_again_on(d.pop("againOn"))

        clause = d.pop("clause")

        kind = check_ending_kind(d.pop("kind"))

        last_day = datetime.date.fromisoformat(d.pop("lastDay"))

        rule = d.pop("rule")

        text = d.pop("text")

        ending = cls(
            again_on=again_on,
            clause=clause,
            kind=kind,
            last_day=last_day,
            rule=rule,
            text=text,
        )

        ending.additional_properties = d
        return ending

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
