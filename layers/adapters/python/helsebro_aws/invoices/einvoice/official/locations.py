"""Locations: the XPaths of the schema and of both kinds of stylesheet, each as the short place in a document.

The schema writes ``/*/cac:Party[2]``, the European and Peppol's stylesheets
``/*:Invoice[namespace-uri()='…'][1]/*:ID[namespace-uri()='…'][1]``, the Danish ones
``/*[local-name()='Invoice']/*[local-name()='ID'][2]``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from helsebro_aws.invoices.einvoice.document import UblDocument

STEP = re.compile(
    r"""/(?:\*:|[\w.-]+:)?(?P<name>\*|[\w.-]+)
    (?:\[local-name\(\)='(?P<local>[\w.-]+)'[^\]]*\])?
    (?:\[namespace-uri\(\)='[^']*'\])?
    (?:\[(?P<number>\d{1,6})\])?""",
    re.VERBOSE,
)
ANY = "*"


class Locations:
    """Finds the elements of one document; each location, and the children of each element, once."""

    def __init__(self, document: UblDocument) -> None:
        self.document = document
        self._found: dict[str, Any] = {}
        self._below: dict[Any, Mapping[str, Sequence[Any]]] = {}

    def element(self, location: str) -> Any:
        """Returns the element at a location, or the nearest one above that can be found."""
        if location not in self._found:
            self._found[location] = self._walked(location)
        return self._found[location]

    def place(self, location: str) -> str:
        """Returns the short place of that element."""
        return self.document.place_of(self.element(location))

    def _walked(self, location: str) -> Any:
        element, steps = self.document.root, list(STEP.finditer(location))
        for step in steps[1:]:
            name, number = step["local"] or step["name"], int(step["number"] or 1)
            named = self._children(element).get(name, ())
            if not 0 < number <= len(named):
                break
            element = named[number - 1]
        return element

    def _children(self, element: Any) -> Mapping[str, Sequence[Any]]:
        if element not in self._below:
            below: dict[str, list[Any]] = defaultdict(list)
            for child in element.iterchildren("*"):
                below[child.tag.rpartition("}")[2]].append(child)
                below[ANY].append(child)
            self._below[element] = below
        return self._below[element]
