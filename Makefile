# Two commands: `make run` (the embedded stack, no Docker, no AWS account) and, beside it, `make journey`.
# Needs Python 3.11 or newer and make; everything else is installed into .venv from requirements.lock.

SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON3 ?= python3
PYTHON := .venv/bin/python
export PYTHONPATH := layers/domain/python:layers/adapters/python:.
# Two workers: each starts a server of its own, one of them the embedded stack too, which it runs first.
PYTEST := $(PYTHON) -m pytest -n 2 --durations=10

.PHONY: help
help:  ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

.venv/installed: requirements.lock
	@echo "Virtual environment from requirements.lock (once, a minute or two) …"
	@$(PYTHON3) -m venv .venv
	@awk '/^uv==/ {on = 1} on {print} on && !/\\$$/ {exit}' requirements.lock > .venv/uv.txt
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .venv/uv.txt
	@.venv/bin/uv pip sync --quiet --python $(PYTHON) --require-hashes requirements.lock
	@touch $@

# --- run it -----------------------------------------------------------------------------------------------

.PHONY: run
run: .venv/installed  ## the embedded stack in the foreground, until Ctrl-C
	@$(PYTHON) -m local.run

.PHONY: journey
journey: .venv/installed  ## the whole journey over HTTP against `make run`, a line a step
	@$(PYTHON) -m local.journey

.PHONY: shell
shell: .venv/installed  ## eval "$(make -s shell)": the journey by hand with curl (see README)
	@$(PYTHON) -m local.shell

.PHONY: watch
watch: .venv/installed  ## a change in functions/ or layers/ is live on `make run` within 5 seconds
	@$(PYTHON) -m local.watch

.PHONY: invoke
invoke: .venv/installed  ## FUNCTION=claims: one function of `make run` on its sample in events/incoming
	@$(PYTHON) -m local.invoke "$(FUNCTION)"

.PHONY: replay
replay: .venv/installed  ## TERMS=file.json [PARAMETERS='{…}']: past decisions of `make run` made again, who changes
	@$(PYTHON) -m local.replay --terms '$(TERMS)' --parameters '$(PARAMETERS)' --payer '$(PAYER)'

.PHONY: docs
docs: .venv/installed  ## the API as a page, from the committed OpenAPI document
	@$(PYTHON) -m local.openapi --page

# --- check it ---------------------------------------------------------------------------------------------

.PHONY: test
test: .venv/installed check  ## every check and every test, also the journey on a stack of its own
	@$(PYTEST)

.PHONY: test-fast
test-fast: .venv/installed  ## the tests of the domain and of the templates, in less than a minute
	@$(PYTEST) tests/domain tests/infra

.PHONY: check
check: .venv/installed  ## style, types, arrows, templates, and the OpenAPI document's drift
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy layers/domain/python/helsebro layers/adapters/python/helsebro_aws functions infra local bench tests
	@.venv/bin/lint-imports
	@$(PYTHON) -m local.openapi --check
	@$(PYTHON) -m local.template_lint

.PHONY: openapi
openapi: .venv/installed  ## writes the OpenAPI document from the functions
	@$(PYTHON) -m local.openapi

.PHONY: rules
rules: .venv/installed  ## every rule of the terms: its clauses, kind, cases, tests and status; none is missing
	@$(PYTHON) -m local.rules

.PHONY: bench
bench: .venv/installed  ## cold and warm CPU of three routes, as ratios to a bare handler
	@$(PYTHON) -m bench

.PHONY: holidays
holidays: .venv/installed  ## writes the table of public holidays from the library that knows them
	@$(PYTHON) -m local.public_holidays

# --- a real account ---------------------------------------------------------------------------------------

.PHONY: layers
layers: .venv/installed  ## every layer into .build/layers, for Lambda's Python 3.13 on arm64
	@$(PYTHON) -m infra.build_layers

.PHONY: deploy
deploy: layers  ## the same app to the AWS account of your credentials (see README)
	@$(PYTHON) -m infra.to_account

# --- prove it: the promises at their small sizes, each with its control -----------------------------------

.PHONY: prove-booking prove-crash prove-idem prove-outbox prove-workflow prove-webhook-vectors attack-webhooks prove-benefits
prove-booking: .venv/installed  ## promise 1: a slot is never double-booked
	@$(PYTHON) -m pytest tests/promises/test_bookings.py tests/promises/test_booking_states.py
prove-crash: .venv/installed  ## a function killed in the middle leaves nothing half done
	@$(PYTHON) -m pytest tests/promises/test_crash.py
prove-idem: .venv/installed  ## promise 5: an idempotent POST
	@$(PYTHON) -m pytest tests/promises/test_idempotency.py
prove-outbox: .venv/installed  ## promise 6: the outbox loses nothing
	@$(PYTHON) -m pytest tests/promises/test_outbox.py
prove-workflow: .venv/installed  ## promise 7: workflows never hang
	@$(PYTHON) -m pytest tests/promises/test_workflows.py tests/journeys/test_callbacks.py
prove-webhook-vectors: .venv/installed  ## promise 9: signed webhooks interoperate
	@$(PYTHON) -m pytest tests/promises/test_webhook_vectors.py
attack-webhooks: .venv/installed  ## promise 10: hostile inbound webhooks
	@$(PYTHON) -m pytest tests/promises/test_hostile_webhooks.py tests/promises/test_hostile_calls.py
prove-benefits: .venv/installed  ## two grants at once never pass a cap
	@$(PYTHON) -m pytest tests/promises/test_benefits.py tests/promises/test_extension_races.py

.PHONY: prove-any-order
prove-any-order: .venv/installed  ## promise 30: every test in any order (SEED=…), a day ahead, on one busy core
	@$(PYTHON) -m tests.suite.any_order

.PHONY: prove-release
prove-release: export HELSEBRO_PROOFS := large
prove-release: .venv/installed  ## every proof and every property at its large size, then promise 30; an hour or more
	@$(PYTEST) -m "hypothesis" tests
	@$(PYTEST) tests/promises
	@HELSEBRO_PROOFS= $(MAKE) prove-any-order

.PHONY: nag
nag: .venv/installed  ## promise 24: cdk-nag and the rules of the template
	@$(PYTHON) -m pytest tests/infra
