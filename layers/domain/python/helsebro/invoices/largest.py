"""The largest invoice: what one may hold, known before it is read and after."""

from __future__ import annotations

MOST_LINES = 500
"""More are refused before the document is read."""

MOST_SESSIONS = 88
"""Each session is one operation of the commit that approves the invoice, and DynamoDB takes 100."""
