from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Reachable")


@_attrs_define
class Reachable:
    """The channels that have an address which works.

    Attributes:
        digital_post (bool): Whether the payer may send it: any in Norway, a municipality in Denmark.
        email (bool): Whether e-mail arrives.
        letter (bool): Whether there is a postal address.
        sms (bool): Whether SMS arrive.
    """

    digital_post: bool
    email: bool
    letter: bool
    sms: bool

    def to_dict(self) -> dict[str, Any]:
        digital_post = self.digital_post

        email = self.email

        letter = self.letter

        sms = self.sms

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "digitalPost": digital_post,
                "email": email,
                "letter": letter,
                "sms": sms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digital_post = d.pop("digitalPost")

        email = d.pop("email")

        letter = d.pop("letter")

        sms = d.pop("sms")

        reachable = cls(
            digital_post=digital_post,
            email=email,
            letter=letter,
            sms=sms,
        )

        return reachable
