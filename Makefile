# Yunguan: `make help` lists the targets; each brings what it needs.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON ?= python3
SHARED ?= ../shared
WORKERS ?= 2
BIN := .venv/bin
PYTEST := $(BIN)/pytest -q -n $(WORKERS) --dist loadfile
export UV_PROJECT_ENVIRONMENT := .venv

.PHONY: help demo serve test test-sqlite test-postgres check static format lint types contracts migrations docs new register bench audit-corpus audit-measure audit-mutate score clean system

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

.venv/.synced: uv.lock pyproject.toml tools/setup_venv.py
	@$(PYTHON) tools/setup_venv.py

demo: .venv/.synced ## the demonstration centre: workbooks in, report bundle out (./yunguan-data)
	@tools/setup_system.sh fonts
	@$(BIN)/yunguan demo

serve: .venv/.synced ## the web pages on this machine
	@$(BIN)/yunguan serve

system:
	@tools/setup_system.sh tests

test: test-sqlite test-postgres ## all tests, on SQLite and then on PostgreSQL

test-sqlite: .venv/.synced system ## all tests on SQLite
	@tools/part.sh "tests on SQLite" env -u DATABASE_URL $(PYTEST)

test-postgres: .venv/.synced system ## all that touches a database, but the browser tests, on a private PostgreSQL
	@tools/part.sh "tests on PostgreSQL" $(BIN)/python tools/with_postgres.py -- $(PYTEST) -m "database and not browser and not once"

check: static test ## everything that must hold before a commit lands

static: format lint types contracts migrations ## format, lint, types, import contracts, missing migrations

format: .venv/.synced
	@tools/part.sh "format" $(BIN)/ruff format --check

lint: .venv/.synced
	@tools/part.sh "lint" $(BIN)/ruff check

types: .venv/.synced
	@tools/part.sh "types" $(BIN)/mypy

contracts: .venv/.synced
	@tools/part.sh "import contracts" $(BIN)/lint-imports

migrations: .venv/.synced
	@mkdir -p build/check
	@YUNGUAN_HOME=build/check tools/part.sh "missing migrations" env -u DATABASE_URL $(BIN)/yunguan manage makemigrations --check --dry-run

docs: .venv/.synced ## write the generated files of docs from the declarations
	@$(BIN)/python -m tools.generate_docs

new: .venv/.synced ## begin a register: make new register NAME=drill SECTION=safety TITLE=应急演练台账
	@$(BIN)/python -m tools.new register "$(NAME)" "$(SECTION)" "$(TITLE)"

register: # the second word of `make new register`
	@:

bench: ## measure beside the peers: import of 100,000 rows, figures over 1,000,000, the audit of reports
	@$(PYTHON) tools/setup_venv.py --group bench
	@$(BIN)/python -m bench.run
	@$(BIN)/python -m bench.audit.speed

AUDIT_SEED ?= 20240403
AUDIT_COUNT ?= 60
AUDIT_SPLIT ?= tune
AUDIT_NUMBER ?= 10000
AUDIT_CORPUS = build/audit/corpus-$(AUDIT_SEED)

audit-corpus: .venv/.synced ## invented reports with planted defects, in three formats (AUDIT_SEED, AUDIT_COUNT)
	@tools/setup_system.sh fonts
	@$(BIN)/python -m bench.audit.build --out $(AUDIT_CORPUS) --seed $(AUDIT_SEED) --count $(AUDIT_COUNT)

audit-measure: audit-corpus ## recall, precision and agreement of formats on a split (AUDIT_SPLIT, tune by default)
	@$(BIN)/python -m bench.audit.measure --corpus $(AUDIT_CORPUS) --split $(AUDIT_SPLIT) --out build/audit --show 20
	@$(BIN)/python -m bench.audit.formats --corpus $(AUDIT_CORPUS) --split $(AUDIT_SPLIT) --show 20

audit-mutate: .venv/.synced ## single-digit mutations of checked numbers in clean reports (AUDIT_NUMBER)
	@mkdir -p build/audit
	@$(BIN)/python -m bench.audit.mutate --split $(AUDIT_SPLIT) --seed $(AUDIT_SEED) --count $(AUDIT_COUNT) \
		--number $(AUDIT_NUMBER) --out build/audit/mutations.json --show 20

score: .venv/.synced ## compare the demonstration and the auditor with the known answers in SHARED=../shared
	@tools/score.sh $(SHARED)

clean: ## remove what was built; .venv and yunguan-data stay
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
