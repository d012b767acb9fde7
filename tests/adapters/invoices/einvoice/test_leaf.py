from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from helsebro_aws.invoices.einvoice.leaf import own_text, value

INSERTED = (b"<!-- x -->", b"<?note x?>")


@given(st.text(), st.sampled_from(INSERTED), st.text())
def test_the_value_of_a_leaf_is_what_stands_before_and_after_a_comment(
    before: str, inside: bytes, after: str
) -> None:
    element = etree.fromstring(b"<a>" + inside + b"</a>")
    try:
        element.text, element[0].tail = before, after
    except ValueError:
        assume(False)
    assert value(element) == own_text(element) == before + after
