"""``python -m local.cli``, which ``bin/helsebro`` runs."""

from local.cli.app import app

app(prog_name="helsebro")
