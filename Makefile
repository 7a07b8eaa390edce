# The two commands of the README: `make run` and `make test`. Each does all its set-up by itself.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.installed
DEVELOPMENT := $(VENV)/.installed-dev

.PHONY: run test lint types evaluate benchmarks clean help

run: $(RUNTIME) ## build what is missing, with progress, and open the chat
	$(BIN)/maatwijzer $(ARGS)

test: $(DEVELOPMENT) ## all tests; those that need Chromium or LibreOffice are left out where these are missing (never in CI)
	$(BIN)/python -m pytest $(ARGS)

lint: $(DEVELOPMENT) ## style and unused code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEVELOPMENT) ## strict types
	$(BIN)/mypy

evaluate: $(RUNTIME) ## the scores on the question sets
	$(BIN)/maatwijzer evaluate tests/questions

benchmarks: $(DEVELOPMENT) ## times, memory and quality, printed as tables
	for file in tests/benchmarks/*.py; do case $$file in */__init__.py) ;; *) echo "== $$file"; $(BIN)/python $$file || exit 1;; esac; done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Maatwijzer needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; set PYTHON=python3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): pyproject.toml requirements.lock | $(VENV)/bin/python
	@echo "Installing Maatwijzer in $(VENV) (once; some minutes) ..."
	$(BIN)/pip install --constraint requirements.lock --editable .
	@touch $@

$(DEVELOPMENT): $(RUNTIME)
	$(BIN)/pip install --constraint requirements.lock --editable '.[dev]'
	@touch $@

clean: ## remove the environment, the model and the index; the sources stay
	rm -rf $(VENV) var build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'
