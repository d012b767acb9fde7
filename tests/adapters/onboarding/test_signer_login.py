from __future__ import annotations

import time
from datetime import UTC, datetime
from math import inf, nan

from helsebro.caller import Caller
from helsebro_aws.http.call import Call
from helsebro_aws.onboarding.signer_login import UNSAID, signer_of
from tests.builders.calls import event, member


def said(auth_time: object) -> datetime:
    """Returns when someone logged in, as a paper says it that needs no fresh login."""
    call = event("POST", "/v1/clinics/cli_a/contract/decline", by=member(auth_time=auth_time))
    return signer_of(Call(call, "", Caller("m-1", frozenset()))).logged_in_at


def test_the_login_of_a_signer_has_the_time_of_the_token() -> None:
    second = int(time.time())
    assert said(second) == said(float(second)) == datetime.fromtimestamp(second, UTC)


def test_a_time_that_is_none_is_no_bug_where_no_fresh_login_is_asked_for() -> None:
    odd = [None, "now", "1764593359", True, [1], {"at": 1}, 10**400, -(10**400), 1e300, inf, nan]
    assert [said(auth_time) for auth_time in odd] == [UNSAID] * len(odd)
