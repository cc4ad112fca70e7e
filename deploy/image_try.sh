#!/bin/bash
# Runs the image's root as compose.yaml does and asks it: no rights, nothing writable but /data and /tmp, no network.
#
#     deploy/image_try.sh ROOT [unit]
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(realpath "${1:?the root of the image}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir "$home/data" "$home/documents"
cp deploy/image_questions.py "$home/questions.py"
chmod 755 "$home" "$home/documents"
env -i PATH=/usr/bin:/bin:/usr/sbin chroot "$root" /opt/cited-qa/bin/python - <"deploy/image_documents.py" |
  tar -x -C "$home/documents"
echo "127.0.0.1 localhost" >"$home/hosts" # Docker writes one into every container
chown 10001:10001 "$home/data"

filter=()
if [ "${2:-}" = unit ]; then # with the system calls that the systemd unit allows, no others
  /usr/bin/python3 deploy/unit_filter.py >"$home/filter"
  exec 9<"$home/filter"
  filter=(--seccomp 9)
fi

setpriv --reuid 10001 --regid 10001 --clear-groups \
  env -i $(sed -n '/^ENV /,/[^\\]$/p' Dockerfile | sed 's/^ENV//; s/\\$//; s|\$PATH|/usr/bin:/bin|') \
  bwrap "${filter[@]}" --unshare-all --die-with-parent --new-session --cap-drop ALL \
  --ro-bind "$root" / --proc /proc --dev /dev --tmpfs /tmp --tmpfs /run \
  --bind "$home/data" /data --ro-bind "$home/documents" /documents \
  --ro-bind "$home/hosts" /etc/hosts --ro-bind "$home/questions.py" /tmp/questions.py --chdir /data \
  /opt/cited-qa/bin/python /tmp/questions.py
