#!/bin/bash
# Makes what the image holds by its own steps, without Docker, and tries it: as a user without rights, over a root
# that cannot be written, without any network.  As root on Debian, with debootstrap and bubblewrap; ten minutes or so.
#
#     deploy/image_check.sh FOLDER     # some 6 GB; base/ in it is used again
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(realpath -m "${1:?a folder to work in}")
limit_mb=2500
mkdir -p "$work"

base() { # debian:bookworm-slim is debootstrap's minbase without documentation
  [ -e "$work/base/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$work/base"
  rm -rf "$work/base/var/cache/apt/archives/"*.deb "$work/base/var/lib/apt/lists/"* \
    "$work/base/usr/share/doc" "$work/base/usr/share/man" "$work/base/usr/share/locale"
}

inside() { # ROOT STEP...: run steps of image.sh in ROOT, with this machine's way to the registries, read-only
  local root=$1
  shift
  cp /etc/ssl/certs/ca-certificates.crt "$root/src/certificates"
  unshare --mount --fork bash -euc '
    root=$1; shift
    mount --rbind /dev "$root/dev"; mount -t proc proc "$root/proc"
    for place in /etc/resolv.conf /etc/hosts /etc/xdg/pip /etc/pip.conf /opt/pypi /opt/pypi-more /opt/wheels; do
      [ -e "$place" ] || continue
      if [ -d "$place" ]; then mkdir -p "$root$place"; else touch "$root$place"; fi
      mount --bind "$place" "$root$place"
      mount -o remount,bind,ro "$root$place"
    done
    export PIP_CERT=/src/certificates REQUESTS_CA_BUNDLE=/src/certificates CURL_CA_BUNDLE= SSL_CERT_FILE=/src/certificates
    exec chroot "$root" sh -c "cd /src && sh deploy/image.sh $*"' bash "$root" "$@"
  rmdir "$root"/opt/pypi "$root"/opt/pypi-more "$root"/opt/wheels "$root"/etc/xdg/pip 2>/dev/null || true
}

fresh() { # ROOT: a copy of the base with the sources that the Dockerfile would see
  rm -rf "${1:?}"
  cp -a "$work/base" "$1"
  mkdir "$1/src"
  sed -n 's/^!//p' .dockerignore | xargs git ls-files -z --cached --others --exclude-standard -- | xargs -0 cp --parents -t "$1/src"
}

base
fresh "$work/build"
echo "== build: tools, program, model, slim"
time inside "$work/build" tools program model slim
fresh "$work/root"
inside "$work/root" runtime
rm -rf "$work/root/src"
mv "$work/build/opt/cited-qa" "$work/root/opt/cited-qa"
rm -rf "$work/build"

echo "== size"
for part in /opt/cited-qa/model /opt/cited-qa /; do
  size=$(du -s --block-size=MB "$work/root$part" | cut -f1)
  echo "$size $part"
done
size=${size%MB}
[ "$size" -le "$limit_mb" ] || { echo "more than $limit_mb MB"; exit 1; }

deploy/image_try.sh "$work/root"
if command -v systemd-analyze >/dev/null && /usr/bin/python3 -c 'import seccomp' 2>/dev/null; then
  echo "== with the system calls of the systemd unit, no others"
  deploy/image_try.sh "$work/root" unit
fi
