# make demo    installs what is needed and prints the brief of the sample reports
# make test    installs what the tests need and runs them all
.PHONY: demo test check docs pictures floors wheel lock clean

demo:
	@scripts/bootstrap.sh run
	@.venv/bin/twosource brief samples/reports
	@echo
	@echo "These reports are invented. Now try your own:  .venv/bin/twosource brief FOLDER"
	@echo "For a page to read or print:                  .venv/bin/twosource brief samples/reports --format html -o brief.html"

test: check
	@scripts/system.sh
	.venv/bin/python -m pytest -n 2 --cov --cov-report=term-missing:skip-covered

check:
	@scripts/bootstrap.sh dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

floors:
	@scripts/bootstrap.sh dev
	.venv/bin/python bench/floors.py ../shared

docs:
	@scripts/bootstrap.sh dev
	.venv/bin/python scripts/docs.py

pictures:
	@scripts/bootstrap.sh dev
	@scripts/system.sh
	.venv/bin/python scripts/pictures.py

wheel:
	@scripts/bootstrap.sh dev
	.venv/bin/python -m build --no-isolation

lock:
	scripts/lock.sh

clean:
	rm -rf .venv build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
