"""Report node: an element of a bank's report with its place, and the faults found while it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from helsebro.errors import Fault
from helsebro.local_day import zone
from helsebro_aws.papers.safe_xml import BLANKS, value

AMOUNT = re.compile(r"([0-9]{1,15})(?:\.([0-9]+))?")
CURRENCY = re.compile(r"[A-Z]{3}")
NUMBER = re.compile(r"[0-9]{1,15}")
REPEATED = re.compile(r"Strd|AddtlInf")
"""The parts of the messages that may stand more than once, of those that are read by a path."""
ORE_DECIMALS = 2
MOST_FAULTS = 100
LONGEST_TEXT = 500


@dataclass
class ReportFaults:
    """The faults of a report so far, at most a hundred."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Keeps a fault, once."""
        if len(self.faults) < MOST_FAULTS and fault not in self.faults:
            self.faults.append(fault)


@dataclass(frozen=True)
class ReportNode:
    """``place`` is the element's XPath by local names, such as ``/Document/BkToCstmrStmt/Stmt[1]/Ntry[3]``.

    A path names elements of the report's own namespace: ``Refs/EndToEndId``.
    """

    element: Any
    place: str
    found: ReportFaults

    @property
    def _space(self) -> str:
        return str(self.element.tag).rpartition("}")[0] + "}"

    def _find(self, path: str) -> Any:
        """Returns the first element at a path. A fault is noted for a second one where only one may stand."""
        found = self.element.findall("/".join(f"{self._space}{step}" for step in path.split("/")))
        if len(found) > 1 and not REPEATED.search(path):
            self.found.add(Fault("", "bank-report-doubled", "", {"path": f"{self.place}/{path}"}))
        return found[0] if found else None

    def has(self, path: str) -> bool:
        """Whether there is such an element."""
        return self._find(path) is not None

    def node(self, path: str) -> ReportNode | None:
        """Returns the first element at a path."""
        element = self._find(path)
        return None if element is None else ReportNode(element, f"{self.place}/{path}", self.found)

    def each(self, name: str) -> Iterator[ReportNode]:
        """Yields the children of a name, in their order."""
        for number, element in enumerate(self.element.iterchildren(f"{self._space}{name}"), 1):
            yield ReportNode(element, f"{self.place}/{name}[{number}]", self.found)

    def text(self, *paths: str) -> str | None:
        """Returns the first text at one of these paths; None where there is none."""
        for path in paths:
            element = self._find(path)
            if element is not None and (text := value(element).strip(BLANKS)):
                return text[:LONGEST_TEXT]
        return None

    def code(self, *paths: str) -> str | None:
        """Returns a code at one of these paths, which may stand in a ``Cd`` or ``Prtry``."""
        return self.text(*(f"{path}{inside}" for path in paths for inside in ("/Cd", "/Prtry"))) or self.text(
            *paths
        )

    def amount(self, *paths: str) -> tuple[int, str] | None:
        """Returns the øre and the currency of the first element of an amount; None where there is none.

        A fault is noted for an amount or a currency that cannot be read.
        """
        given = next((node for path in paths if (node := self.node(path))), None)
        if given is None:
            return None
        ore = given.ore()
        currency = str(given.element.get("Ccy", ""))
        if not CURRENCY.fullmatch(currency):
            given.note_fault("bank-currency-unreadable")
            return None
        return None if ore is None else (ore, currency)

    def ore(self) -> int | None:
        """Returns this element's amount in øre. A fault is noted for what is none."""
        written = AMOUNT.fullmatch(value(self.element).strip(BLANKS))
        if written is None:
            self.note_fault("bank-amount-unreadable")
            return None
        whole, decimals = written[1], written[2] or ""
        if len(decimals) > ORE_DECIMALS:
            self.note_fault("bank-amount-decimals")
            return None
        return int(whole + decimals.ljust(ORE_DECIMALS, "0"))

    def sum_at(self, path: str) -> int | None:
        """Returns a sum in øre, which has no currency of its own."""
        given = self.node(path)
        return given.ore() if given else None

    def count_at(self, path: str) -> int | None:
        """Returns a number of things."""
        given = self.node(path)
        if given is None:
            return None
        written = value(given.element).strip(BLANKS)
        if NUMBER.fullmatch(written):
            return int(written)
        given.note_fault("bank-number-unreadable")
        return None

    def day(self, *paths: str) -> date | None:
        """Returns the day at one of these paths, of a date or an instant."""
        for path in paths:
            given = self.node(path)
            if given is not None:
                try:
                    return date.fromisoformat(value(given.element).strip(BLANKS)[:10])
                except ValueError:
                    given.note_fault("bank-day-unreadable")
        return None

    def instant(self, path: str) -> datetime | None:
        """Returns the instant at a path; without an offset it is by the clock of both countries."""
        given = self.node(path)
        try:
            read = datetime.fromisoformat(self.text(path) or "")
        except ValueError:
            (given or self).note_fault("bank-day-unreadable")
            return None
        return read if read.tzinfo else read.replace(tzinfo=zone("DK"))

    def must_count(self, path: str, is_found: int) -> None:
        """Notes a fault when a number in the report is another than what was counted."""
        said, given = self.count_at(path), self.node(path)
        if given is not None and said is not None and said != is_found:
            facts = {"path": given.place, "said": said, "found": is_found}
            self.found.add(Fault("", "bank-report-count-differs", "", facts))

    def must_sum(self, path: str, is_found: int) -> None:
        """Notes a fault when a sum in the report is another than what the rows add up to."""
        said, given = self.sum_at(path), self.node(path)
        if given is not None and said is not None and said != is_found:
            self.found.add(Fault("", "bank-report-sum-differs", "", {"path": given.place}))

    def note_fault(self, code: str) -> None:
        """Notes a fault of this element."""
        self.found.add(Fault("", code, "", {"path": self.place}))
