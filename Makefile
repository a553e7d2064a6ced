# `make demo` and `make test` do all of their set-up; a stamp file makes the second run quick.
PYTHON ?= python3
ENVIRONMENT ?= .venv
BIN := $(ENVIRONMENT)/bin
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-annotate --custom-compile-command "make lock" --quiet

.PHONY: demo test check format lock compiled clean

demo: $(ENVIRONMENT)/.ready-to-run
	$(BIN)/rashomon demo

# The tests start hundreds of commands: not one of them may compile the whole program anew.
test: $(ENVIRONMENT)/.ready-to-test
	sh tools/install_browser $(BIN)/python
	$(MAKE) --no-print-directory check
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto --dist loadgroup --no-loadscope-reorder

check: $(ENVIRONMENT)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint --disable-progress-bar --processes 0 sql

format: $(ENVIRONMENT)/.ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Needs uv on the path; run it after a change of the dependencies in pyproject.toml.
lock:
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra test --output-file requirements-test.txt

# For large corpora: the extraction package as machine code, which is used from then on until a line of it changes.
compiled: $(ENVIRONMENT)/.ready-to-test
	$(BIN)/python tools/compile_extraction.py

clean:
	rm -rf $(ENVIRONMENT) build/compiled

$(ENVIRONMENT)/.ready-to-run: requirements.txt pyproject.toml
	sh tools/make_environment $(PYTHON) $(ENVIRONMENT) requirements.txt
	touch $@

$(ENVIRONMENT)/.ready-to-test: requirements-test.txt pyproject.toml
	sh tools/make_environment $(PYTHON) $(ENVIRONMENT) requirements-test.txt
	touch $@ $(ENVIRONMENT)/.ready-to-run
