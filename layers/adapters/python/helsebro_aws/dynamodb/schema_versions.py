"""Schema versions: the attribute ``v`` of a stored item counts the shapes that its kind has had.

A kind is the first word of the sort key: ``BOOKING`` for ``BOOKING#bkg_…``. Every put writes the version of
the running code. An update leaves it as it is, so an item keeps its version until it is put again or until a
backfill changes it (``helsebro_aws.backfills``). An item without the attribute is older than versions and has
the first shape.

A reader reads the version only where a kind has had several shapes. So a new shape is introduced in this
order: deploy a reader of both, add the kind here, run the backfill, remove the reader of the old one.
"""

from __future__ import annotations

from collections.abc import Mapping

FIRST = 1
LATER: Mapping[str, int] = {
    "BOOKING": 2,
    "CLAIM": 2,
    "CLINIC": 2,
    "CONTACT": 3,
    "CONTACT-FORMER": 3,
    "GUARANTEE": 3,
    "INSURED": 4,
    "PRACTITIONER": 2,
    "SLOT": 3,
}
"""The kinds whose shape has changed, with their version of today."""


def schema_version(sort_key: str, later: Mapping[str, int] = LATER) -> int:
    """Returns the version in which an item with this sort key is written today."""
    return later.get(sort_key.partition("#")[0], FIRST)
