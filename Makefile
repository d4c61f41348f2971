# The first of these that is there and that parley runs on; uv fetches one where none is.
PYTHON := $(or $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$python && break; \
	done),python3.11)
VENV := .venv
STAMP := $(VENV)/.installed
LAKE ?= lake

.PHONY: demo test flink-test lint bench

demo: $(STAMP)
	$(VENV)/bin/parley ingest --input 'seeds/*.txt' --output $(LAKE)
	$(VENV)/bin/parley report $(LAKE)

test: lint
	$(VENV)/bin/python -m pytest --numprocesses auto --dist loadfile

flink-test: $(STAMP)
	$(VENV)/bin/python -m pytest -m flink -rs

bench: $(STAMP)
	$(VENV)/bin/python -m bench

lint: $(STAMP)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

$(STAMP): pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
		uv pip install --quiet --python $(VENV)/bin/python --editable '.[test]'; \
	else \
		$(PYTHON) -m venv $(VENV) && $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'; \
	fi
	@touch $@
