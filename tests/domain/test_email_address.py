from __future__ import annotations

import pytest

from helsebro.email_address import deliverable

SENT_AS = [
    ("anna@example.org", "anna@example.org"),
    ("Anna.O'Neil+sag@mail.example.org", "Anna.O'Neil+sag@mail.example.org"),
    ("anna@rødgrød.dk", "anna@xn--rdgrd-vuad.dk"),
    (f"{'a' * 64}@example.org", f"{'a' * 64}@example.org"),
]
NONE = [
    "",
    "anna",
    "anna@",
    "@example.org",
    "anna@example",
    "anna@@example.org",
    "anna@example..org",
    "anna@-example.org",
    "anna@example-.org",
    f"anna@{'a' * 64}.org",
    f"anna@{'ø' * 64}.org",
    f"anna@{'a.' * 128}org",
    f"{'a' * 65}@example.org",
    ".anna@example.org",
    "anna.@example.org",
    "an..na@example.org",
    "bjørn@example.org",
    "anna@example.org\n",
    " anna@example.org",
    "anna@example.org, bo@example.org",
    "Anna <anna@example.org>",
]


@pytest.mark.parametrize("text, address", SENT_AS)
def test_an_address_is_sent_with_its_domain_in_ascii(text: str, address: str) -> None:
    assert deliverable(text) == address


@pytest.mark.parametrize("text", NONE)
def test_a_text_that_no_mail_server_takes_is_no_address(text: str) -> None:
    assert deliverable(text) is None
