# Two commands: `make run` localizes the article, `make test` proves the project. Both set up .venv when needed.

PYTHON ?= python3
BIN := .venv/bin
JOBS ?= auto

.DEFAULT_GOAL := help
.PHONY: help run test lint types contracts tests format lock clean docs reference fuzz faults mutants supply bench profile model scripts numbers findings

help:  ## show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: .venv/ready  ## the main job: source → catalogs → check → build/nl, build/en, build/ru
	$(BIN)/l10n extract
	$(BIN)/l10n check
	$(BIN)/l10n render
	$(BIN)/l10n status

test: .venv/ready lint types contracts tests  ## everything CI wants to know

lint: .venv/ready  ## ruff: style and likely mistakes
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready  ## mypy --strict
	$(BIN)/mypy

contracts: .venv/ready  ## imports point down only
	$(BIN)/lint-imports

tests: .venv/ready  ## pytest on all cores
	$(BIN)/pytest -n $(JOBS)

fuzz: .venv/ready  ## the property tests and the readers with other examples each time: MINUTES=60, SEED=… as printed
	$(BIN)/python -m tests.trust.searching --minutes $(or $(MINUTES),20) $(if $(SEED),--seed $(SEED)) -- -n $(JOBS)

faults: .venv/ready  ## every fault at every call that writes, 200 kills a command, 20 rounds of 8 writers at once
	$(BIN)/python benchmarks/trust.py faults

mutants: .venv/ready  ## how many changes of the code the tests notice: MUTANTS="l10n/catalog/merge.py …"
	$(BIN)/python -m tests.trust.mutating $(MUTANTS)

supply: .venv/ready  ## size, licence and last release of what we need; where the data is from; two builds, same bytes
	$(BIN)/python -m tools.supply
	$(BIN)/pytest -q tests/trust/test_supply.py

bench: .venv/ready  ## speed side by side with the peers that are installed, as ratios, into benchmarks/RESULTS.md
	$(BIN)/python benchmarks/results.py $(BENCH)

profile: .venv/ready  ## where the time goes of one benchmark, or of a command: BENCH="l10n check"
	$(BIN)/python benchmarks/profile.py $(or $(BENCH),l10n check)

model: .venv/ready  ## train the models of names from TABLE=… (columns en, ru, count), and print how good they are
	$(BIN)/python -m tools.train_graphones $(TABLE)

scripts: .venv/ready  ## the letters of each script, from Unicode and CLDR, into languages/root/scripts.toml
	$(BIN)/python -m tools.compile_scripts

numbers: .venv/ready  ## the words of numbers, from CLDR's rules, into languages/*/numbers.toml (minutes)
	$(BIN)/python -m tools.compile_numbers

findings:  ## run the scripts of findings/, one after the other (hours; installs public packages; FINDING="name" for one)
	@set -e; for script in $(or $(FINDING:%=findings/%.sh),$(sort $(wildcard findings/*.sh))); do \
	echo "== $$script"; bash $$script; done

docs: .venv/ready  ## the documentation as a site, strictly, in English, Dutch and Russian, into build/docs
	$(BIN)/l10n -C docs check
	$(BIN)/l10n -C docs render
	$(BIN)/python -m tools.site

reference: .venv/ready  ## write the reference pages of docs/ from the code
	$(BIN)/python -m tools.reference

format: .venv/ready  ## let ruff lay out the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock:  ## resolve the newest versions into .ci/constraints.txt, with hashes, days of release, and what the action installs
	rm -rf .venv/lock && $(PYTHON) -m venv .venv/lock
	.venv/lock/bin/pip install --quiet --upgrade pip && .venv/lock/bin/pip install --quiet --group dev -e .
	.venv/lock/bin/pip freeze --exclude-editable | sort -f > .ci/constraints.txt
	.venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile --quiet --no-header --no-annotate --generate-hashes .ci/constraints.txt -o .ci/constraints.hashed.txt
	echo hatchling | .venv/lock/bin/uv pip compile --quiet --no-header --no-annotate --generate-hashes --universal \
	--python-version 3.11.5 -c .ci/constraints.txt pyproject.toml - -o .ci/action.hashed.txt
	.venv/lock/bin/uv pip compile --quiet --no-header --format pylock.toml .ci/constraints.txt -o .venv/lock/pylock.toml
	.venv/lock/bin/python -m tools.supply.releases .venv/lock/pylock.toml
	rm -rf .venv/lock

clean:  ## remove what can be made again
	rm -rf .venv build dist

# pip before 25.1 cannot read dependency groups, so a fresh environment first gets a newer one.
.venv/ready: pyproject.toml .ci/constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "l10n needs Python 3.11 or newer; say which: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c .ci/constraints.txt --group dev -e .
	touch $@
