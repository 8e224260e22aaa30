# One verb per task. Every verb sets up what it needs: .venv from requirements.lock, Chromium for the browser tests.
PYTHON ?= python3
ADDR ?= 127.0.0.1:8000
ENGINE ?= mkdocs
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready

# Material prints an end-of-life banner on every run; it is no concern of a writer.
export NO_MKDOCS_2_WARNING = 1
# Sitemap dates follow the commit, not the day of the build.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)

.PHONY: serve build offline compare publish-check check annotations fix new test audit lint types bench lock chromium clean help
.DEFAULT_GOAL := help

help:  ## say what each verb does
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | column -t -s "$$(printf '\t')" 2>/dev/null || sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

$(LOCKED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Legwise needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Say which to use: make PYTHON=python3.12 …")'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python has no venv module. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv (once; a minute or two) …" >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

serve: $(READY)  ## live preview on http://$(ADDR) (ADDR=host:port to change)
	@$(BIN)/python -m knowledge.preview $(ADDR)

build: $(READY)  ## strict build to site/, looked at as a whole; a failed one leaves the old site/ as it was
	@$(BIN)/python -m knowledge.publish --engine $(ENGINE)

compare: $(READY)  ## prove that site/ is what a build without the memory of earlier ones gives
	@mkdir -p .cache/clean
	@CACHE=off $(BIN)/python -m knowledge.publish --site-dir .cache/clean/site
	@diff -r site .cache/clean/site && echo "site/ is what a clean build gives." >&2
	@rm -rf .cache/clean

offline: build  ## the whole site as one zip that works from a disk: site/legwise.zip
	@ls -l site/legwise.zip

publish-check: $(READY)  ## would a push become a site? style, types, content, and a strict build, looked at as a whole
	@$(MAKE) --no-print-directory lint types
	@$(BIN)/kb check --strict
	@$(BIN)/python -m knowledge.publish --trial
	@echo "CI runs this, and the tests: make test"

check: $(READY)  ## check the content only
	@$(BIN)/kb check

fix: $(READY)  ## mend what a machine can mend without changing what pages say
	@$(BIN)/kb fix

new: $(READY)  ## a new page that already passes: make new TYPE=answer TITLE="Do socks help with cramps?"
	@$(BIN)/kb new "$$TYPE" "$$TITLE"

annotations: $(READY)
	@$(BIN)/kb check --strict --format github

lint: $(READY)
	@$(BIN)/ruff check hooks tests
	@$(BIN)/ruff format --check hooks tests
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/codespell README.md CONTRIBUTING.md Makefile mkdocs.yml docs hooks overrides .github
	@$(BIN)/yamllint --strict mkdocs.yml .github .pre-commit-config.yaml .yamllint.yml
	@$(BIN)/zizmor --offline --quiet .github/workflows

types: $(READY)
	@$(BIN)/mypy

chromium:
	@sh tests/browser/chromium.sh

test: $(READY) chromium  ## everything: lint, types, content, unit, integration and browser tests
	@$(MAKE) --no-print-directory lint types
	@$(BIN)/kb check --strict
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

audit: $(READY) chromium  ## measure what no build can count, for about/quality: all parts, or PART=accessibility
	@$(BIN)/python -m tests.audit.run $(PART)

bench: $(READY)  ## measure builds, previews and the check: make bench PEERS=zensical,hugo SIZES="100 1000 5000"
	@$(BIN)/python -m tests.bench.run $(if $(PEERS),--peers $(PEERS)) $(if $(SIZES),--sizes $(SIZES))

lock:  ## make requirements.lock anew from pyproject.toml
	@$(PYTHON) -m venv .cache/lock && .cache/lock/bin/python -m pip --disable-pip-version-check install --quiet uv
	@.cache/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 --group dev pyproject.toml -o requirements.lock --upgrade

clean:  ## remove what can be made again
	@rm -rf $(VENV) site site.new site.old .cache build hooks/*.egg-info
