#!/bin/sh
# Makes .venv with what is locked in requirements/. Usage: scripts/bootstrap.sh run|dev
# Debian lacks python3-venv and manages its own pip: as root the missing part is installed, else one line says what it is.
set -eu
cd "$(dirname "$0")/.."
what=${1:-run}
stop() { echo "twosource: $1" >&2; exit 1; }

python=
for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || stop "Python 3.11 or later is missing; as root: apt-get install python3"

if ! [ -x .venv/bin/pip ]; then
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "installing Debian's python3-venv"
            { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; } >/dev/null ||
                stop "python3-venv could not be installed; try: apt-get update && apt-get install python3-venv"
            "$python" -m venv .venv || stop "$python -m venv .venv fails; see the lines above"
        elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip .venv &&
            "$python" -m pip --python .venv/bin/python install -q pip; then
            :
        else
            rm -rf .venv
            stop "python3-venv is missing and only root can install it: apt-get install python3-venv"
        fi
    fi
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
stamp=.venv/.$what
wanted=$(cat requirements/"$what".txt requirements/build.txt pyproject.toml | cksum)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
    # The lock is complete: without --no-deps pip looks at versions newer than the locked ones and refuses them.
    echo "installing what requirements/$what.txt names"
    .venv/bin/pip install -q --no-deps --require-hashes -r requirements/build.txt -r requirements/"$what".txt ||
        stop "the packages could not be installed; is a package index within reach?"
    .venv/bin/pip install -q --no-deps --no-build-isolation -e .
    echo "$wanted" >"$stamp"
fi
