#!/bin/sh
# Finds a Chromium for the browser tests, or installs Debian's where that is allowed; says what to do where it is not.
set -eu
if [ -n "${CHROMIUM:-}" ]; then
  [ -x "$CHROMIUM" ] && exit 0
  echo "CHROMIUM=$CHROMIUM cannot be run. Name the browser's program, or leave CHROMIUM unset." >&2
  exit 1
fi
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium for the browser tests …" >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >&2
  command -v chromium >/dev/null 2>&1 && exit 0
fi
echo "The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium) or say where it is: make test CHROMIUM=/path/to/chrome" >&2
exit 1
