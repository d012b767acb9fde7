"""Digital post (digital post): which payers may send it, whatever an operator has set up."""

from __future__ import annotations

from helsebro.payer import Payer


def may_send_digital_post(payer: Payer) -> bool:
    """Whether the payer may use its country's public mailbox.

    Digipost takes letters of every sender in Norway. Denmark's Digital Post takes those of public senders
    only (lov om Digital Post fra offentlige afsendere).
    """
    return payer.country == "NO" or payer.kind == "municipality"
