"""Two logins are two people only when both the issuer's subject and the e-mail address differ."""

from __future__ import annotations

import pytest

from helsebro.caller import EmailMissing, StaffLogin
from helsebro.payments.runs.run_signer import RunSigner

DRAFTED = RunSigner("staff:tryg:f-1", "digest-1")


@pytest.mark.parametrize(
    "subject, digest, same",
    [
        ("staff:tryg:f-1", "digest-1", True),
        ("staff:tryg:f-1", "digest-2", True),
        ("staff:tryg:f-2", "digest-1", True),
        ("staff:tryg:f-2", "digest-2", False),
    ],
)
def test_two_logins_may_be_one_person(subject: str, digest: str, same: bool) -> None:
    assert RunSigner(subject, digest).may_be(DRAFTED) is same


def test_a_login_without_an_address_is_nobody() -> None:
    with pytest.raises(EmailMissing):
        RunSigner("staff:tryg:f-1", "")


def test_a_login_without_an_address_is_known_by_its_subject_only() -> None:
    without = StaffLogin("staff:tryg:f-1", "")
    assert without.may_be(DRAFTED)
    assert not StaffLogin("staff:tryg:f-2", "").may_be(StaffLogin("staff:tryg:f-3", ""))


def test_no_signer_shows_who_it_is() -> None:
    assert "f-1" not in repr(DRAFTED)
    assert "digest" not in repr(DRAFTED).replace("email_digest", "")
