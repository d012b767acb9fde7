"""The term of payment of an invoice."""

from __future__ import annotations

from datetime import timedelta

PAYMENT_TERM = timedelta(days=30)
"""From the day an invoice is issued. No agreement with a clinic and no tariff says another: thirty days is
what both countries' acts on late payment give where nothing is agreed."""
