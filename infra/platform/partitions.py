"""The parts of tables that a right may be limited to: patterns of partition keys, as IAM compares them.

The adapters make the keys (``helsebro_aws/<context>/keys.py``).
"""

from __future__ import annotations

LEDGERS = ("*#benefits",)
"""In the table ``people``: the benefit ledgers."""
MONEY_LEDGERS = ("*#ledger",)
"""In the table ``money``: the ledgers of what was granted, invoiced and paid, one a case."""
RECONCILIATIONS = ("*#reconciliations",)
"""In the table ``money``: what the nightly comparisons of the ledger have found, a payer each."""
TARIFFS = ("*#tariffs",)
"""In the table ``people``: the payers' tariffs."""
DRAFTS = ("*#drafts",)
"""In the table ``people``: the reports that people have begun and not sent."""
PSEUDONYM_KEY = ("PSEUDONYM",)
"""In the table ``people``: the pseudonym key."""
NO_PAYERS = ("*#*", f"per_{24 * '?'}", "PSEUDONYM")
"""In the table ``people``: everything but the payers, whose keys are their slugs."""
PAYING = ("*#pays-from",)
"""In the table ``money``: the accounts that payers pay from."""
MEMBER_ACCOUNTS = ("*#accounts",)
"""In the table ``money``: the accounts that members are paid to."""
FEEDS = ("*#events",)
"""In the table ``network``: the clinics' feeds and their counters."""
CLINICS = ("cli_*",)
"""In the table ``network``: the clinics with their webhook endpoints, deliveries and feeds. In ``money``:
their invoices and payees."""
TRACES = ("TRACE#*",)
"""In the table ``network``: what clinics are found by when another applies."""
PRACTITIONERS = ("prc_*",)
"""In the table ``network``: the practitioners with their slots."""
DENIALS = ("AUTHORISATION#*",)
"""In the table ``network``: the authorisations that the network team has denied, by digest."""
CUSTODY = ("*#custody",)
"""In the table ``cases``: the confirmed families of children."""
REFERENCES = ("REFERENCE#*",)
"""In the table ``cases``: what a case reference shows of its guarantee."""
SERVICE_LEVELS = ("*#service-levels",)
"""In the table ``cases``: how well a payer's deadlines were kept, in counts."""
SECOND_LOOKS = ("*#second-looks",)
"""In the table ``cases``: how many decisions a payer looks at again."""
DECISION_COUNTS = ("*#decision-counts",)
"""In the table ``cases``: what a payer decided, in counts."""
SHOWN_BY_REFERENCE = tuple(
    "status treatment sessionsLeft validUntil country settlement feeFor beginBy revokedOn courseEnded".split()
)
"""The attributes of a case reference that anyone may see."""
CLINIC_ROLE = ("role", "practitionerId")
"""The attributes of a person's role at a clinic that say what the person may do there."""
CLINIC_CONSENT = "consentedAt"
"""The attribute of a clinic that says whether its system may report."""
