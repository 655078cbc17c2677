# make report   everything into report/: figures, page, Gephi files, tables
# make test     the test suite
# Both need nothing but Python 3.11 or later (`make report PYTHON=python3.13` chooses one).

PYTHON ?= python3
BIN := .venv/bin

.DELETE_ON_ERROR:
.PHONY: help report test campaigns spark lint house bench bench-scale fuzz faults clean

help:
	@echo 'make report      everything into report/: figures, page, Gephi files, tables'
	@echo 'make test        the test suite, with coverage'
	@echo 'make campaigns   pictures at every size, the page in a browser, other programs'
	@echo 'make spark       pairs of signatures on a real Spark, which takes Java 17'
	@echo 'make lint        ruff, formatting, types, imports'
	@echo 'make house       the picture of the rooms and what they import'
	@echo 'make bench       every benchmark, one after the other'
	@echo 'make bench-scale  pairs of 10 million signatures, or of SIGNATURES=100000000'
	@echo 'make fuzz        inputs that nobody thought of: tables, lists, options, addresses'
	@echo 'make faults      kills, full disks and races while files are written'
	@echo 'make clean       remove .venv, report/ and what tools leave behind'

report: .venv/installed
	$(BIN)/coalitions report -o report
	@echo
	@echo 'Open report/index.html in a browser.'
	@echo 'One page to explore: report/explorer.html. For Gephi: report/graphs/*.gexf.'

# What looks at results takes as long again as the rest; `make campaigns` runs it, and so does CI.
CAMPAIGNS := tests/browser tests/interop tests/pictures

# What is counted by line, and in which order they run: tests/conftest.py.
test: .venv/installed-test
	$(BIN)/python -m pytest -n 2 -rs --cov $(CAMPAIGNS:%=--ignore=%) --ignore=tests/spark

campaigns: .venv/installed-test
	$(BIN)/python -m pytest -n 2 -rs $(CAMPAIGNS)

spark: .venv/installed-spark
	$(BIN)/python -m pytest -rs tests/spark

lint: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

house: .venv/installed-test
	$(BIN)/python tests/make_house.py

bench: .venv/installed-test
	@set -e; for bench in $(sort $(wildcard tests/bench/bench_*.py)); do \
	  echo "== $$bench"; $(BIN)/python "$$bench"; \
	done

SIGNATURES ?= 10000000

bench-scale: .venv/installed-test
	$(BIN)/python tests/bench/bench_pairs.py $(SIGNATURES)

# Bounded, and the same for the same SEED: `make fuzz NUMBER=20000 SEED=7` tries more, and others.
NUMBER ?= 1000
ROUNDS ?= 200
SEED ?= 0

fuzz: .venv/installed-test
	$(BIN)/python tests/fuzz/fuzz.py --number $(NUMBER) --seed $(SEED)

faults: .venv/installed-test
	$(BIN)/python tests/fuzz/faults.py --rounds $(ROUNDS) --seed $(SEED)

clean:
	rm -rf .venv report build dist .coverage .coverage.* .hypothesis
	rm -rf .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each file below stamps a step that is done. The project is installed in place, so that a step is
# due again only when pyproject.toml has changed, and never because the code has.

.venv/made:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no '$(PYTHON)' here; Python 3.11 or later is needed." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { \
	  echo "'$(PYTHON) -m venv' failed; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

.venv/installed: pyproject.toml .venv/made
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/installed-test: pyproject.toml .venv/made
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ .venv/installed

# Its half a gigabyte is packed already: to pack it once more would take most of a minute.
STORED := --config-settings=--build-option=--compression=stored

.venv/installed-spark: .venv/installed-test
	$(BIN)/python -m pip install --quiet --no-compile $(STORED) 'pyspark>=4.1'
	@touch $@
