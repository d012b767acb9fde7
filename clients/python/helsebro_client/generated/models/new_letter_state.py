from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.new_letter_state_state import (
    NewLetterStateState,
    check_new_letter_state_state,
)

T = TypeVar("T", bound="NewLetterState")


@_attrs_define
class NewLetterState:
    """What happened to a letter.

    Attributes:
        state (NewLetterStateState): The letter's new state; it only goes forward. `returned`: the post sent it back,
            which needs a letter that was printed or posted.
    """

    state: NewLetterStateState

    def to_dict(self) -> dict[str, Any]:
        state: str = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = check_new_letter_state_state(d.pop("state"))

        new_letter_state = cls(
            state=state,
        )

        return new_letter_state
