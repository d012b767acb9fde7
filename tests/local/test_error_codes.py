from __future__ import annotations

import pytest

from local.error_codes import fault_codes, problem_codes


@pytest.mark.parametrize(
    "code, status",
    [
        ("malformed", 400),
        ("token-invalid", 401),
        ("message-replayed", 401),
        ("role-missing", 403),
        ("unknown-route", 404),
        ("slot-taken", 409),
        ("version-stale", 412),
        ("unsupported-media-type", 415),
        ("benefit-exceeded", 422),
        ("notice-not-valid", 422),
        ("version-missing", 428),
        ("internal-error", 500),
        ("busy", 503),
    ],
)
def test_a_problem_has_the_status_of_its_error(code: str, status: int) -> None:
    assert problem_codes()[code] == status


@pytest.mark.parametrize(
    "code",
    [
        "too-long",  # of a field's shape
        "not-an-email-address",  # of a pattern
        "no-such-treatment",  # between fields
        "unknown-approval",  # of a validator of ours
        "terms-rule-repeated",  # of the terms
        "notice-too-short",  # of a rule of notice
        "instant-without-zone",  # of a query
        "slot-unknown",  # computed
        "address-port",
    ],
)
def test_a_fault_is_found_wherever_it_is_made(code: str) -> None:
    assert code in fault_codes()
