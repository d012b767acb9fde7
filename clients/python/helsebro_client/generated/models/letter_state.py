from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.letter_state_state import LetterStateState, check_letter_state_state

T = TypeVar("T", bound="LetterState")


@_attrs_define
class LetterState:
    """What happened to a letter.

    Attributes:
        state (LetterStateState): The letter's new state; it only goes forward. `returned`: the post sent it back, which
            needs a letter that was printed or posted.
    """

    state: LetterStateState

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
        state = check_letter_state_state(d.pop("state"))

        letter_state = cls(
            state=state,
        )

        return letter_state
