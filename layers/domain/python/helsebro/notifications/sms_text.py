"""SMS text: how many text messages a text needs (GSM 03.38: 160 characters, in parts of 153)."""

from __future__ import annotations

from dataclasses import dataclass

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€")
"""Each of these takes two places."""


@dataclass(frozen=True)
class SmsSize:
    """``places`` is the length as the network counts it; a letter outside the alphabet shortens the parts."""

    places: int
    parts: int
    is_gsm: bool


def size(text: str) -> SmsSize:
    """Returns the size of a text message."""
    is_gsm = set(text) <= BASIC | EXTENDED
    if is_gsm:
        places = sum(2 if letter in EXTENDED else 1 for letter in text)
        single, part = 160, 153
    else:
        places = len(text.encode("utf-16-be")) // 2
        single, part = 70, 67
    return SmsSize(places, 1 if places <= single else -(-places // part), is_gsm)
