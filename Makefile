# Every target sets up what it needs: a virtual environment with the pinned requirements.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
SOURCES ?=

.PHONY: run test lint format bench data factors accuracy screenshots clean

$(VENV)/.app: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned requirements (first start only) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned requirements and developer tools (first time only) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.app

run: $(VENV)/.app  ## Start the dashboard on http://localhost:$(PORT)
	@echo "Dashboard: http://localhost:$(PORT)  (stop with Ctrl-C)"
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

lint: $(VENV)/.dev  ## Style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

test: lint  ## Everything: lint, unit, property, page and browser tests
	@$(BIN)/python -m pytest

bench: $(VENV)/.app  ## Measure every page against an empty one, in a real browser
	@$(BIN)/python -m scripts.bench

data: $(VENV)/.app  ## make data SOURCES="national_M2025_dl.xlsx oesm25st.zip"
	@$(BIN)/python -m lib.ingest $(SOURCES)

factors: $(VENV)/.app  ## Estimate the strengths of the factors from evidence and pay cases
	@$(BIN)/python -m scripts.factors

accuracy: $(VENV)/.app  ## Measure the pay model, renew data/accuracy.csv, print the report
	@$(BIN)/python -m scripts.accuracy

screenshots: $(VENV)/.app  ## The pictures in the README
	@$(BIN)/python -m scripts.screenshots

clean:
	rm -rf $(VENV)
