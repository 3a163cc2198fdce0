#!/usr/bin/env bash
# Ends what rgw-up.sh started in FOLDER, and removes it: only processes it noted there, and only if they are still what
# they were.
#
#   rgw-down.sh FOLDER
set -euo pipefail

[ "$#" = 1 ] && [ -f "$1/ceph.conf" ] || { echo "rgw-down: usage: rgw-down.sh FOLDER, as given to rgw-up.sh" >&2; exit 1; }
dir=$(cd "$1" && pwd)

# A process that has ended but was not yet waited for has no command line.
runs() { tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" | grep -qF -- "$dir/ceph.conf"; }

for name in rgw osd mon; do
  [ -s "$dir/run/$name.started" ] || continue
  process=$(cat "$dir/run/$name.started")
  # What is in memory is lost anyway, so nobody waits for a clean end.
  ! runs "$process" || kill -KILL "$process"
  while runs "$process"; do sleep 0.02; done
done
rm -rf "$dir"
echo "rgw-down: ended" >&2
