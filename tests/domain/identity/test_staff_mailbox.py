"""One person has one mailbox, however a login writes its address."""

from __future__ import annotations

import pytest

from helsebro.identity.staff_mailbox import mailbox_of

MAILBOX = "birthe@example.org"


@pytest.mark.parametrize(
    "written",
    [
        "birthe@example.org.",
        "Birthe@Example.ORG",
        " birthe@example.org\u00a0",
        "bir\u200bthe@example.org",
        "birthe+x@example.org",
        "birthe+x+y@example.org..",
        '"birthe"@example.org',
        "ｂｉｒｔｈｅ@example.org",
        "birthe＠example．org",
        "birthe@example\u3002org",
        "birthe\ufe62x@example.org",
    ],
)
def test_one_mailbox_has_one_form(written: str) -> None:
    assert mailbox_of(written) == MAILBOX


@pytest.mark.parametrize(
    "one, other",
    [
        ("a@Bücher.example", "a@xn--bcher-kva.example"),
        ("a@bu\u0308cher.example", "a@XN--BCHER-KVA.example."),
        ("bj\u00f8rn@example.org", "BJ\u00d8RN@example.org"),
        ("ji\u0301@example.org", "j\u00ed@example.org"),
    ],
)
def test_letters_are_the_same_in_every_form(one: str, other: str) -> None:
    assert mailbox_of(one) == mailbox_of(other)


@pytest.mark.parametrize(
    "other",
    ["birte@example.org", "birthe@example.com", "b.irthe@example.org", "birthe@x.example.org", "+x@a"],
)
def test_another_mailbox_stays_another(other: str) -> None:
    assert mailbox_of(other) != MAILBOX


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b"])
def test_no_address_is_no_mailbox(nothing: str) -> None:
    assert mailbox_of(nothing) == ""


@pytest.mark.parametrize("odd", ["birthe", "@", "+@", "a@" + "b" * 70 + ".org", "a@..", "a@b@c"])
def test_what_is_no_address_is_read_all_the_same(odd: str) -> None:
    assert mailbox_of(odd) == mailbox_of(mailbox_of(odd))
