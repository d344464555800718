#!/bin/sh
# Writes the lock files requirements/*.txt anew from pyproject.toml and requirements/*.in. Needs uv; run it to take new versions.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header "$@"; }
lock requirements/build.in -o requirements/build.txt
lock pyproject.toml -c requirements/build.txt -o requirements/run.txt
lock pyproject.toml requirements/dev.in -c requirements/run.txt -c requirements/build.txt -o requirements/dev.txt
lock requirements/bench.in -o requirements/bench.txt
