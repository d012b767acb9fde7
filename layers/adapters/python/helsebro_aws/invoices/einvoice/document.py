"""A UBL document: parsed once without loading anything from outside it, and walked once for all rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from helsebro.errors import BadInput, Fault, Refused
from helsebro.invoices.invoice import InvoiceKind
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value
from helsebro_aws.invoices.einvoice.names import CAC, NO_ELEMENT, UBL, step_of
from helsebro_aws.invoices.einvoice.precheck import WIDEST, Extent, is_plain, must_be_text, precheck
from helsebro_aws.papers.safe_xml import NotXml, parsed

SCHEMA_HINTS = "{http://www.w3.org/2001/XMLSchema-instance}"
HINTS = (f"{SCHEMA_HINTS}schemaLocation", f"{SCHEMA_HINTS}noNamespaceSchemaLocation")
LINES = (f"{{{CAC}}}InvoiceLine", f"{{{CAC}}}CreditNoteLine")
ROOTS = (f"{{{UBL}Invoice-2}}Invoice", f"{{{UBL}CreditNote-2}}CreditNote")


class UblDocument:
    """The document's nodes with their places, in document order, and its elements by name.

    A place is an XPath with the usual prefixes, such as ``/Invoice/cac:InvoiceLine[2]/cbc:ID``: an element
    has a number only where others of its name stand beside it. ``empty`` are the elements without content.
    ``texts`` is every text, attribute and comment but blanks, with the node it stands in or behind.
    ``hints`` are the values of ``xsi:schemaLocation`` and its like, which are taken out, with their places.
    The constructor raises ``Refused`` for a document that is too large, as ``precheck`` does.
    """

    def __init__(self, root: Any) -> None:
        self.root = root
        self.is_credit_note = str(root.tag).endswith("}CreditNote")
        self.kind: InvoiceKind = "credit-note" if self.is_credit_note else "invoice"
        self.places: list[tuple[Any, str]] = []
        self.texts: list[tuple[Any, str, str]] = []
        self.by_tag: dict[str, list[Any]] = defaultdict(list)
        self.empty: list[Any] = []
        self.hints: list[tuple[str, str]] = []
        self._walk()

    def place_of(self, node: Any) -> str:
        """Returns the place of one of the document's nodes."""
        return self.at[node]

    @cached_property
    def text(self) -> str:
        """The document from its root, as it was parsed."""
        from lxml import etree

        return str(etree.tostring(self.root, encoding="unicode", with_tail=False))

    @cached_property
    def at(self) -> Mapping[Any, str]:
        """Each node → its place."""
        return dict(self.places)

    def _walk(self) -> None:
        """Fills what the constructor made. It is written for speed: every invoice passes here."""
        extent = Extent()
        waiting = [(self.root, f"/{step_of(self.root)}", 1)]
        while waiting:
            node, place, depth = waiting.pop()
            self.places.append((node, place))
            text, tail = node.text, node.tail
            if text and not text.isspace():
                self.texts.append((node, place, text))
            if tail and not tail.isspace():
                self.texts.append((node, place, tail))
            if not isinstance(node.tag, str):
                extent.note()
                continue
            self.by_tag[node.tag].append(node)
            children, attributes = len(node), node.attrib
            extent.element(node.tag, depth, children if children <= WIDEST else _elements_in(node))
            if attributes:
                self._note_attributes(node, place, extent)
            if children:
                waiting += self._below(node, place, depth + 1)
            elif not text or not text.strip(BLANKS):
                self.empty.append(node)
        for tag in LINES:
            extent.lines(len(self.by_tag.get(tag, ())))

    def _note_attributes(self, node: Any, place: str, extent: Extent) -> None:
        # The values of sixty thousand attributes take lxml a minute, their number takes it nothing.
        extent.attributes(len(node.attrib))
        for name, written in node.attrib.items():
            if name in HINTS:
                # While it validates, libxml2 opens any file that these name; only our schema is allowed.
                del node.attrib[name]
                self.hints.append((place, written))
            if written:
                self.texts.append((node, place, written))

    def _below(self, node: Any, place: str, depth: int) -> list[tuple[Any, str, int]]:
        """Returns the node's children with their places, the last one first."""
        children = list(node)
        names = [step_of(child) for child in children]
        all_of = set(names)
        if NO_ELEMENT in all_of and len(all_of) == 1 and not value(node).strip(BLANKS):
            self.empty.append(node)
        if len(all_of) == len(names):
            found = [(child, f"{place}/{name}", depth) for child, name in zip(children, names, strict=True)]
        else:
            numbered = _numbered(names)
            found = [
                (child, f"{place}/{name}", depth) for child, name in zip(children, numbered, strict=True)
            ]
        found.reverse()
        return found


def opened(body: bytes) -> UblDocument:
    """Returns the document. Raises what ``precheck`` raises.

    It was prechecked when it came. Only what may hide something from this parser is checked again that way.
    """
    must_be_text(body)
    if not is_plain(body):
        precheck(body)
    try:
        root = parsed(body)
    except NotXml as fault:
        # libxml2 rejects a little more than expat does; its message would quote the document.
        place = {"line": fault.line, "column": fault.column}
        raise BadInput([Fault("", "invoice-not-xml", "", place)], malformed=True) from None
    if root.tag not in ROOTS:
        raise Refused("invoice-not-ubl")
    return UblDocument(root)


def _elements_in(node: Any) -> int:
    """Returns how many elements stand in a node: comments and instructions have a limit of their own."""
    return sum(isinstance(child.tag, str) for child in node)


def _numbered(names: list[str]) -> list[str]:
    """Returns the names, with a number where one stands more than once."""
    all_of, seen, found = Counter(names), Counter[str](), []
    for name in names:
        seen[name] += 1
        found.append(name if all_of[name] == 1 else f"{name}[{seen[name]}]")
    return found
