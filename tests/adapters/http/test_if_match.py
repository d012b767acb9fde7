"""``If-Match`` names a version as its ``ETag`` does, or as a bare number."""

from __future__ import annotations

import pytest

from helsebro.errors import BadInput
from helsebro_aws.http.call import Call
from helsebro_aws.http.callers import ANONYMOUS


def version_in(text: str) -> int:
    return Call({"headers": {"If-Match": text}}, "", ANONYMOUS).expected_version()


@pytest.mark.parametrize("text, version", [('"7"', 7), ('W/"7"', 7), ("7", 7), (' "123456789" ', 123456789)])
def test_a_version_is_read(text: str, version: int) -> None:
    assert version_in(text) == version


@pytest.mark.parametrize("text", ['"7', '7"', "W/7", '"7","8"', "*", '"-1"', '"1234567890"', '"a"'])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        version_in(text)
    assert [fault.code for fault in refused.value.faults] == ["unknown-version"]
