.DEFAULT_GOAL := help
.PHONY: help build test check serve lint accept bench clean

START := python3 tooling/start.py

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## ?/\1\t/' | expand -t 12

build: ## the site, the Word drafts, the trace and the provisions, in build/
	$(START) build

test: ## all tests
	$(START) test

check: ## the text against the rules
	$(START) check --strict

serve: ## the site in a browser, rebuilt as you type
	$(START) serve

lint: ## ruff and mypy
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

accept: ## accept the reports and goldens as they are now; read the difference
	.venv/bin/python -m pytest --update
	git diff --stat

bench: ## speed and memory, beside the peers that are installed
	.venv/bin/python -m tests.bench

clean: ## take away what was built and installed
	rm -rf build/pages build/site build/docx build/trace build/provisions .venv
