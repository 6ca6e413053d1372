# Every target sets up what it needs: a fresh clone and Python 3.11 are enough.
PYTHON ?= python3
BIN = .venv/bin
DATA ?= ../shared/data
PARALLEL ?= auto
# What touches the database runs on both; the engine needs none.
ROOMS = tests/ground tests/people tests/charter tests/conversations tests/insights tests/web tests/demo tests/cli

.PHONY: demo test check bench pictures dev lock clean

# A year of a believable organisation, its brief on http://127.0.0.1:8000
demo: dev
	$(BIN)/goldenthread demo

test: dev
	$(BIN)/python tests/with_postgres.py $(BIN)/python -m pytest -n $(PARALLEL) $(ROOMS)
	$(BIN)/python -m pytest -n $(PARALLEL)

check: dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djade --check $$(find src -name '*.html')
	$(BIN)/djhtml --check src
	$(BIN)/djlint --lint --quiet src
	$(BIN)/python -m django makemigrations --check --dry-run --settings tests.settings

# Accuracy and speed, each beside a peer or a floor; DATA is a folder with the public corpora.
bench: dev
	$(BIN)/python benchmarks/all.py $(DATA)

# The pictures of README and docs, taken of a demo in Chromium.
pictures: dev
	$(BIN)/python docs/pictures/take.py

dev: .venv/made

.venv/made: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-build-isolation --no-deps --editable .
	touch $@

lock:
	uv pip compile pyproject.toml --all-extras --generate-hashes --python-version 3.11 --output-file requirements.lock

clean:
	rm -rf .venv var
