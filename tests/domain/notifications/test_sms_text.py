from __future__ import annotations

import pytest

from helsebro.notifications.sms_text import SmsSize, size


@pytest.mark.parametrize(
    "text, expected",
    [
        ("æøåÆØÅ", SmsSize(6, 1, True)),
        ("a" * 160, SmsSize(160, 1, True)),
        ("a" * 161, SmsSize(161, 2, True)),
        ("€" * 80, SmsSize(160, 1, True)),
        ("a" * 306, SmsSize(306, 2, True)),
        ("a" * 307, SmsSize(307, 3, True)),
        ("–" + "a" * 69, SmsSize(70, 1, False)),
        ("–" + "a" * 70, SmsSize(71, 2, False)),
        ("😀", SmsSize(2, 1, False)),
    ],
)
def test_a_text_is_counted_as_the_network_counts_it(text: str, expected: SmsSize) -> None:
    assert size(text) == expected
