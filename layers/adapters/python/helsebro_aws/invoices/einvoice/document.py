"""A UBL document: parsed once without loading anything from outside it, and walked once for all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from helsebro.errors import BadInput, Fault, Refused
from helsebro.invoices.invoice import InvoiceKind
from helsebro_aws.invoices.einvoice.leaf import BLANKS, own_text, value
from helsebro_aws.invoices.einvoice.names import CAC, NAMESPACES, NO_ELEMENT, UBL, clark, step_of
from helsebro_aws.invoices.einvoice.precheck import WIDEST, Extent, is_plain, must_be_text, precheck
from helsebro_aws.papers.safe_xml import NotXml, parsed

SCHEMA_HINTS = "{http://www.w3.org/2001/XMLSchema-instance}"
HINTS = (f"{SCHEMA_HINTS}schemaLocation", f"{SCHEMA_HINTS}noNamespaceSchemaLocation")
LINES = (f"{{{CAC}}}InvoiceLine", f"{{{CAC}}}CreditNoteLine")
NOTHING: Mapping[str, list[Any]] = {}
ROOTS = (f"{{{UBL}Invoice-2}}Invoice", f"{{{UBL}CreditNote-2}}CreditNote")


PlacedText = tuple[Any, str, str, str]
"""A node with its place, a text of it, and the name of the attribute whose value that is, else nothing."""


class UblDocument:
    """The document's nodes with their places, in document order, and its elements by name.

    A place is an XPath with the usual prefixes, such as ``/Invoice/cac:InvoiceLine[2]/cbc:ID``: an element
    has a number only where others of its name stand beside it. ``at`` is each node with its place, ``empty``
    are the elements without content. ``texts`` is every text that an element holds itself, every attribute,
    comment and instruction, but no blanks. ``xsi:schemaLocation`` and its like are taken out of the elements
    and stand there, too. The constructor raises ``Refused`` for a document that is too
    large, as ``precheck`` does.
    """

    def __init__(self, root: Any) -> None:
        self.root = root
        self.is_credit_note = str(root.tag).endswith("}CreditNote")
        self.kind: InvoiceKind = "credit-note" if self.is_credit_note else "invoice"
        self.at: dict[Any, str] = {}
        self.texts: list[PlacedText] = []
        self.by_tag: dict[str, list[Any]] = defaultdict(list)
        self.empty: list[Any] = []
        self._below: dict[Any, dict[str, list[Any]]] = {}
        self._walk()

    def place_of(self, node: Any) -> str:
        """Returns the place of one of the document's nodes."""
        return self.at[node]

    def every(self, element: Any, path: str) -> list[Any]:
        """Returns the elements at a path from one of them, such as ``cac:Price/cbc:PriceAmount``."""
        found, below = [element], self._below
        for name in path.split("/"):
            found = [each for above in found for each in below.get(above, NOTHING).get(name, ())]
        return found

    def value_at(self, element: Any, path: str) -> str:
        """Returns the first value at a path, without blanks at its ends; empty when there is none."""
        found = self.every(element, path)
        return value(found[0]).strip(BLANKS) if found else ""

    def named(self, *names: str) -> Iterator[Any]:
        """Yields every element of these names, such as ``cac:TaxCategory``, wherever it stands."""
        return (each for name in names for each in self.by_tag.get(clark(name), ()))

    @cached_property
    def text(self) -> str:
        """The document from its root, as it was parsed."""
        from lxml import etree

        return str(etree.tostring(self.root, encoding="unicode", with_tail=False))

    @cached_property
    def outside(self) -> Sequence[PlacedText]:
        """What stands in no element: comments around the root and instructions; and foreign namespaces."""
        from lxml import etree

        root = self.root
        around = (*root.itersiblings(preceding=True), *root.itersiblings())
        notes = [(note, "/comment()", text, "") for note in around for text in _noted(note)]
        declared = (name for _, name in etree.iterwalk(root, events=("start-ns",)))
        return (
            *notes,
            *(
                (root, "/", f"{prefix} {address}", "")
                for prefix, address in declared
                if address not in NAMESPACES
            ),
        )

    def _walk(self) -> None:
        """Fills what the constructor made."""
        extent = Extent()
        self._note(self.root, f"/{step_of(self.root)}", 1, extent)
        for tag in LINES:
            extent.lines(len(self.by_tag.get(tag, ())))

    def _note(self, node: Any, place: str, depth: int, extent: Extent) -> None:
        """Notes a node and those below it. It is written for speed: all of every invoice passes here."""
        self.at[node] = place
        tag, text, children = node.tag, node.text, len(node)
        if not isinstance(tag, str):
            extent.note()
            self.texts += [(node, place, noted, "") for noted in _noted(node)]
            return
        self.by_tag[tag].append(node)
        extent.element(tag, depth, children if children <= WIDEST else _elements_in(node))
        below = list(node) if children else ()
        if below and any(tail and not tail.isspace() for tail in [child.tail for child in below]):
            text = own_text(node)
        if text and not text.isspace():
            self.texts.append((node, place, text, ""))
        elif not children and not (text or "").strip(BLANKS):
            self.empty.append(node)
        if node.attrib:
            self._note_attributes(node, place, extent)
        if children:
            for child, name in zip(below, self._names_below(node, below), strict=True):
                self._note(child, f"{place}/{name}", depth + 1, extent)

    def _note_attributes(self, node: Any, place: str, extent: Extent) -> None:
        # The values of sixty thousand attributes take lxml a minute, their number takes it nothing.
        extent.attributes(len(node.attrib))
        for name, written in node.attrib.items():
            if name in HINTS:
                # While it validates, libxml2 opens any file that these name; only our schema is allowed.
                del node.attrib[name]
            self.texts.append((node, place, written, name))

    def _names_below(self, node: Any, children: Sequence[Any]) -> Sequence[str]:
        """Returns the names of a node's children in their places, and notes the children by name."""
        if len(children) == 1:
            # So are half of them, and most of the other half have no two of one name.
            names = [step_of(children[0])]
            self._below[node] = {names[0]: [children[0]]}
            if names[0] == NO_ELEMENT and not value(node).strip(BLANKS):
                self.empty.append(node)
            return names
        names = [step_of(child) for child in children]
        named: dict[str, list[Any]] = {}
        for name, child in zip(names, children, strict=True):
            named.setdefault(name, []).append(child)
        self._below[node] = named
        if NO_ELEMENT in named and len(named) == 1 and not value(node).strip(BLANKS):
            self.empty.append(node)
        return names if len(named) == len(names) else _numbered(names, named)


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


def _numbered(names: list[str], named: Mapping[str, list[Any]]) -> list[str]:
    """Returns the names, with a number where one stands more than once."""
    seen, found = dict.fromkeys(named, 0), []
    for name in names:
        seen[name] += 1
        found.append(name if len(named[name]) == 1 else f"{name}[{seen[name]}]")
    return found


def _noted(note: Any) -> Iterator[str]:
    """Yields what a comment or an instruction says, and the instruction's target."""
    for text in (note.text, getattr(note, "target", None)):
        if text and not text.isspace():
            yield text
