# Two commands are promised to a fresh machine with Python 3.11 and make: `make demo` and `make test`.
PY := .venv/bin/python
.PHONY: demo test check gate bench accept setup docs soak

demo: .venv/run
	tools/demo

test: .venv/dev
	tools/test

check: .venv/dev
	.venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy && .venv/bin/lint-imports

gate: .venv/dev
	$(PY) eval/gate.py

bench: .venv/dev
	$(PY) bench/stages.py

soak: .venv/dev
	tools/test -m soak tests/soak

accept: .venv/dev
	ACCEPT=1 $(PY) -m pytest -q tests/golden tests/test_readme.py; git diff --stat tests/golden README.md

setup: .venv/dev

.venv/run: requirements/run.txt pyproject.toml
	tools/install run

.venv/dev: requirements/dev.txt pyproject.toml
	tools/install dev
