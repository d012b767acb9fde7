"""Ids in paths: whether one has the form of an id at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helsebro import ids

LONGEST_ID = 200
"""Ours are shorter, and DynamoDB refuses a key of more than 1,024 bytes as a fault of the program."""
FORMS: Mapping[str, Callable[[str], bool]] = {
    "clinic_id": ids.is_clinic,
    "person_id": ids.is_person,
    "practitioner_id": ids.is_practitioner,
}
"""Ids that are keys as they stand. AWS refuses to read a key of another form to a function whose role is
limited to a part of the table; every other id is taken apart, and ``ids`` finds that it is none."""


def may_exist(parameters: Mapping[str, str]) -> bool:
    """Whether each parameter of a path has a form that something may have."""
    return all(
        len(value) <= LONGEST_ID and FORMS.get(name, bool)(value) for name, value in parameters.items()
    )
