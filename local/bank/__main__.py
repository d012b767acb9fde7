"""Answers a payment file as a bank does: ``python -m local.bank FILE [--reject ID] [--return ID]``.

Writes ``FILE-status.xml``, ``FILE-debits.xml`` and, for each ``--return``, ``FILE-return-1.xml`` beside it.
Each is the body of ``POST /v1/bank-reports``.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from helsebro.local_day import local_day
from helsebro_aws.platform.clock import real_now
from local.bank.received_file import received
from local.bank.small_bank import credit, debits, status_report


def main() -> None:
    """Writes the answers beside the file, and prints where they are."""
    asked = argparse.ArgumentParser(prog="python -m local.bank", description=__doc__)
    asked.add_argument("file", type=Path, help="a payment file (pain.001)")
    asked.add_argument("--reject", action="append", default=[], metavar="ID", help="an end-to-end id")
    asked.add_argument("--return", action="append", default=[], metavar="ID", dest="returns")
    asked.add_argument(
        "--day", type=date.fromisoformat, default=local_day(real_now(), "DK"), help="the booking day"
    )
    given = asked.parse_args()
    file = received(given.file.read_bytes())
    answers = {"status": status_report(file, given.reject), "debits": debits(file, given.day, given.reject)}
    for number, end_to_end_id in enumerate(given.returns, 1):
        answers[f"return-{number}"] = credit(file, end_to_end_id, given.day)
    for name, content in answers.items():
        beside = given.file.with_name(f"{given.file.stem}-{name}.xml")
        beside.write_bytes(content)
        print(beside)


if __name__ == "__main__":
    main()
