from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewChannels")


@_attrs_define
class NewChannels:
    """The channels that one kind is wanted on.

    Attributes:
        digital_post (bool): Whether by Digital Post or Digipost.
        email (bool): Whether by e-mail.
        letter (bool): Whether by letter.
        sms (bool): Whether by SMS.
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

        new_channels = cls(
            digital_post=digital_post,
            email=email,
            letter=letter,
            sms=sms,
        )

        return new_channels
