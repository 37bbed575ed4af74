# Python 3.11 or newer and make are enough: every target first sees to the virtual environment in .venv.
# `make help` prints the targets from the comments beside them.

.DEFAULT_GOAL := help
.PHONY: help setup scan compare read serve demo test check fix evaluate reader coverage reference lock bench wheel endurance clean

PYTHONS := python3.13 python3.12 python3.11 python3
VENV := .venv
PYTHON := $(VENV)/bin/python
READY := $(VENV)/ready
SERVES := $(VENV)/ready-to-serve
PIP := $(PYTHON) -m pip --disable-pip-version-check --no-input
SOURCES := $(wildcard src tests benchmarks learning migrations demo)

# What was typed after FILE=, OLD= and NEW= as one word each of the shell, whatever spaces, quotes or dollar signs stand in it.
CONTRACT = '$(subst ','\'',$(value FILE))'
EDITIONS = '$(subst ','\'',$(value OLD))' '$(subst ','\'',$(value NEW))'

help: ## Show these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name says; do printf 'make %-10s %s\n' "$$name" "$$says"; done

setup: $(READY) ## Build .venv from the lock file (every other target does it first)

scan: $(READY) ## Report what a contract takes away: make scan FILE=contract.pdf [ARGS="--output report.html"]
	@test -n $(CONTRACT) || { echo 'Which file? Try: make scan FILE=contract.pdf' >&2; exit 64; }
	@$(PYTHON) -m contract_registry scan $(ARGS) -- $(CONTRACT)

compare: $(READY) ## Report what changed between two editions: make compare OLD=2023.pdf NEW=2024.pdf
	@test -n '$(subst ','\'',$(value OLD))' -a -n '$(subst ','\'',$(value NEW))' || { echo 'Which two? Try: make compare OLD=2023.pdf NEW=2024.pdf' >&2; exit 64; }
	@$(PYTHON) -m contract_registry compare $(ARGS) -- $(EDITIONS) || test $$? = 1 # which only says that something got worse

read: $(READY) ## Print the text of a contract as it was read: make read FILE=contract.pdf
	@test -n $(CONTRACT) || { echo 'Which file? Try: make read FILE=contract.pdf' >&2; exit 64; }
	@$(PYTHON) -m contract_registry read $(ARGS) -- $(CONTRACT)

serve: $(or $(wildcard $(READY)),$(SERVES)) ## Start the service on http://127.0.0.1:8000: make serve [ARGS="--port 8001 --data folder"]
	@PYTHONPATH=src $(PYTHON) -m contract_registry serve $(ARGS)

demo: $(READY) ## Fill a registry with made-up people and contracts: make demo [ARGS="--data folder"]
	@$(PYTHON) demo/fill.py $(ARGS)

test: $(READY) ## Run the tests: make test [ARGS="tests/core -k spans"]
	$(PYTHON) -m pytest --numprocesses=auto --maxprocesses=4 $(ARGS)

check: $(READY) ## Check format, lint, types, imports between floors, and the rules
	$(PYTHON) -m ruff format --check $(SOURCES)
	$(PYTHON) -m ruff check $(SOURCES)
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports
	$(PYTHON) -m contract_registry rules check

fix: $(READY) ## Format the code and mend what the linter can mend
	$(PYTHON) -m ruff format $(SOURCES)
	$(PYTHON) -m ruff check --fix $(SOURCES)

reference: $(READY) ## Write the reference pages that the code itself can tell
	$(PYTHON) tests/house/reference_pages.py

evaluate: $(READY) ## Measure the rules alone on ../shared/evaluation, its half develop: make evaluate [ARGS=--misses]
	@test -d $(LABELLED) || { echo 'The labelled documents are not at $(LABELLED); name their folder: make evaluate LABELLED=...' >&2; exit 64; }
	@$(PYTHON) -m contract_registry rules evaluate --only develop --no-reader $(ARGS) -- $(LABELLED)/gold.jsonl $(LABELLED)/documents
LABELLED := ../shared/evaluation

reader: $(READY) ## Teach the second reader anew on ../shared, say how it does, and write it to clause_rules/second_reader
	@test -d $(LABELLED) || { echo 'The labelled documents are not at $(LABELLED), and the reader cannot be taught without them.' >&2; exit 64; }
	@taught=$$(mktemp -d) && $(PYTHON) learning/gold.py $$taught && $(PYTHON) learning/passages.py $$taught \
		&& $(PYTHON) learning/train.py $$taught clause_rules/second_reader; status=$$?; rm -rf $$taught; exit $$status

coverage: $(READY) ## Run the tests and list the lines they never reach
	$(PYTHON) -m coverage run -m pytest $(ARGS)
	$(PYTHON) -m coverage report

lock: $(READY) ## Bring the lock files in step with pyproject.toml: make lock [ARGS=--upgrade]
	@$(PYTHON) -m uv --version >/dev/null 2>&1 || $(PIP) install --quiet uv
	$(LOCK) --output-file requirements.lock pyproject.toml
	$(LOCK) --output-file requirements-dev.lock --constraint requirements.lock --group dev pyproject.toml
	$(LOCK) --output-file requirements-names.lock --constraint requirements-dev.lock --group names
LOCK = $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command 'make lock' $(ARGS)

bench: $(VENV)/ready-to-bench ## Run the benchmarks, each with its peers: see benchmarks/README.md
	for benchmark in benchmarks/*.py; do printf '\n== %s\n' "$$benchmark"; $(PYTHON) "$$benchmark" $(ARGS) || exit; done

wheel: $(READY) ## Build the wheel into dist/
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

endurance: $(READY) ## Run what takes long, or one of it: make endurance [WHAT=killed_at_random ARGS="--rounds 3"] (the last three need root)
	for each in $(or $(WHAT),killed_at_random walk_the_api every_edition debians_postgresql two_hosts dockerfile_steps); do \
		printf '\n== %s\n' "$$each"; PYTHONPATH=tests $(PYTHON) "tests/endurance/$$each.py" $(ARGS) $(if $(FILE),$(CONTRACT)) || exit; done

clean: ## Remove the virtual environment, the wheel and every cache
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +

# A lock newer than the stamp is installed again; an environment that works is kept, a broken one is made anew.
$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { $(choose_python); echo "Building $(VENV) with $$($$python --version)" >&2; $$python -m venv --clear $(VENV); }
	@echo 'Installing what requirements-dev.lock names; this is done once and takes a minute' >&2
	@$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $(READY)

# What serving needs and no more, for whoever only wants to have a look; an environment that has everything does as well.
$(SERVES): requirements.lock
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { $(choose_python); echo "Building $(VENV) with $$($$python --version)" >&2; $$python -m venv --clear $(VENV); }
	@echo 'Installing what requirements.lock names; this is done once and takes half a minute' >&2
	@$(PIP) install --quiet --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/ready-to-bench: $(READY) requirements-names.lock
	@$(PIP) install --quiet --require-hashes --requirement requirements-names.lock
	@touch $@

define choose_python
python=; half=; \
for name in $(PYTHONS); do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	"$$name" -c 'import ensurepip, venv' >/dev/null 2>&1 && { python=$$name; break; }; \
	half=$$name; \
done; \
if [ -z "$$python" ] && [ -n "$$half" ]; then \
	echo "$$half lacks the module that makes virtual environments. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
elif [ -z "$$python" ]; then \
	echo 'Python 3.11 or newer is needed, and none was found as $(PYTHONS). Install one, or name it: make PYTHONS=/path/to/python3' >&2; exit 1; \
fi
endef
