"""The whole journey against a running stack, step by step over HTTP (``make journey``)."""
