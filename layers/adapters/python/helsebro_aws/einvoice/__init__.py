"""Reading and judging an e-invoice. Only ``precheck`` may be imported by a function of the API."""
