#!/usr/bin/env bash
# Starts a throw-away Ceph RGW, the S3 server that Spaces is built on, from Debian's own packages: one monitor, one
# memory store, one gateway; no containers, no system services. Serves a second or two after the packages are there.
#
#   rgw-up.sh FOLDER     everything it writes lies in FOLDER, which must not exist yet
#
# Prints the settings of the contract tests as lines of KEY=value. rgw-down.sh FOLDER ends it.
#   RGW_PORT, RGW_TLS_PORT   ports of loopback (default: free ones)
#   RGW_STORE=bluestore      objects in a file of FOLDER instead of memory, for a million of them (about 12 GB)
set -euo pipefail

say() { echo "rgw-up: $*" >&2; }
fail() { say "$*"; exit 1; }

[ "$#" = 1 ] || fail "usage: rgw-up.sh FOLDER"
[ ! -e "$1" ] || fail "$1 is there already; end it with rgw-down.sh $1"
mkdir -p "$1"/{mon,osd,run,log,rgw}
chmod 700 "$1"
dir=$(cd "$1" && pwd)

# --- What is needed ------------------------------------------------------------------------------------------------
missing=()
command -v ceph-mon >/dev/null || missing+=(ceph-mon)
command -v ceph-osd >/dev/null || missing+=(ceph-osd)
command -v radosgw >/dev/null || missing+=(radosgw)
command -v radosgw-admin >/dev/null && command -v ceph >/dev/null || missing+=(ceph-common)
command -v openssl >/dev/null || missing+=(openssl)
command -v curl >/dev/null || missing+=(curl)
if [ "${#missing[@]}" -gt 0 ]; then
  [ "$(id -u)" = 0 ] || fail "${missing[*]} not found, and only root may install packages"
  say "installing ${missing[*]} (about 60 MB)"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } \
    >"$dir/log/packages.out" 2>&1 || { tail -n 20 "$dir/log/packages.out" >&2; fail "Ceph could not be installed"; }
fi

# --- Ports nobody listens at -----------------------------------------------------------------------------------------
taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free_from() {
  local port=$1
  while taken "$port"; do port=$((port + 1)); done
  echo "$port"
}
port=${RGW_PORT:-$(free_from 7480)}
tls_port=${RGW_TLS_PORT:-$(free_from 7443)}
mon_port=$(free_from 3300)
for wanted in "$port" "$tls_port"; do
  ! taken "$wanted" || fail "port $wanted is taken"
done

# --- Settings ------------------------------------------------------------------------------------------------------
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=localhost" \
  -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" \
  -keyout "$dir/tls.key" -out "$dir/tls.pem" 2>/dev/null
cluster=$(cat /proc/sys/kernel/random/uuid)
cat >"$dir/ceph.conf" <<CONF
[global]
fsid = $cluster
auth cluster required = none
auth service required = none
auth client required = none
# The gateway's own default, "secure", needs the authentication that is switched off above.
ms mon client mode = crc
ms client mode = crc
ms service mode = crc
ms cluster mode = crc
ms mon service mode = crc
ms mon cluster mode = crc
mon host = [v2:127.0.0.1:$mon_port/0]
mon initial members = a
ms bind ipv6 = false
ms bind port min = 3310
ms bind port max = 3399
public addr = 127.0.0.1
cluster addr = 127.0.0.1
run dir = $dir/run
admin socket = $dir/run/\$name.asok
log file = $dir/log/\$name.log
pid file = $dir/run/\$name.pid
crash dir = $dir/run
keyring = /dev/null
# One copy of everything, in one placement group a pool.
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
mon warn on pool no redundancy = false
# A disk that is nearly full is no reason for a store in memory to refuse.
mon osd full ratio = .99
mon osd backfillfull ratio = .98
mon osd nearfull ratio = .97
mon data avail warn = 1
mon data avail crit = 1
# Its default of a second makes each new pool wait: 13 s to serving instead of 2.
paxos propose interval = 0.02
paxos min wait = 0.01
[mon.a]
mon data = $dir/mon
mon cluster log file = $dir/log/cluster.log
[osd.0]
osd data = $dir/osd
osd objectstore = ${RGW_STORE:-memstore}
bluestore block size = 32212254720
osd class load list = *
osd class default list = *
osd max object name len = 256
osd max object namespace len = 64
osd op num shards = 2
osd op num threads per shard = 1
memstore device bytes = 1073741824
memstore page size = 4096
[client.rgw]
rgw data = $dir/rgw
# Without tcp_nodelay each small answer waits 40 ms for a delayed acknowledgement.
rgw frontends = beast endpoint=127.0.0.1:$port ssl_endpoint=127.0.0.1:$tls_port ssl_certificate=$dir/tls.pem ssl_private_key=$dir/tls.key tcp_nodelay=1
rgw thread pool size = 32
rgw enable apis = s3
rgw dynamic resharding = false
rgw override bucket index max shards = 1
rgw enable usage log = false
rgw run sync thread = false
CONF

# --- Start ---------------------------------------------------------------------------------------------------------
down="$(cd "$(dirname "$0")" && pwd)/rgw-down.sh"
trap '[ "$?" = 0 ] || { tail -n 5 "$dir"/log/* >&2; "$down" "$dir"; }' EXIT

# Each in its own session, so that a Ctrl-C does not end half of them.
start() {
  local name=$1
  shift
  setsid "$@" >"$dir/log/$name.out" 2>&1 </dev/null &
  echo $! >"$dir/run/$name.started"
}
export CEPH_CONF="$dir/ceph.conf"
monmaptool --create --clobber --fsid "$cluster" --addv a "[v2:127.0.0.1:$mon_port]" "$dir/monmap" >/dev/null
ceph-mon -c "$CEPH_CONF" --mkfs -i a --monmap "$dir/monmap" >"$dir/log/mon-mkfs.out" 2>&1
start mon ceph-mon -c "$CEPH_CONF" -f -i a
osd=$(cat /proc/sys/kernel/random/uuid)
timeout 30 ceph -c "$CEPH_CONF" --connect-timeout 20 osd new "$osd" >/dev/null
ceph-osd -c "$CEPH_CONF" -i 0 --mkfs --osd-uuid "$osd" >"$dir/log/osd-mkfs.out" 2>&1
start osd ceph-osd -c "$CEPH_CONF" -f -i 0
start rgw radosgw -c "$CEPH_CONF" -f -n client.rgw

serves() { [ "$(curl -s -o /dev/null -m 2 -w '%{http_code}' "http://127.0.0.1:$port/")" = 200 ]; }
for _ in $(seq 600); do
  ! serves || break
  kill -0 "$(cat "$dir/run/rgw.started")" 2>/dev/null || fail "radosgw ended"
  sleep 0.05
done
serves || fail "radosgw does not answer"

access_key=TESTACCESSKEY0000001
secret_key=test+secret/key00000000000000000000000001
radosgw-admin -c "$CEPH_CONF" -n client.rgw user create --uid=tester --display-name=tester \
  --access-key="$access_key" --secret="$secret_key" >"$dir/log/user.out" 2>&1

say "serves on http://127.0.0.1:$port and https://localhost:$tls_port"
echo "S3_TEST_ENDPOINT=http://127.0.0.1:$port,https://localhost:$tls_port"
echo "S3_TEST_ACCESS_KEY=$access_key"
echo "S3_TEST_SECRET_KEY=$secret_key"
echo "S3_TEST_CERTIFICATE=$dir/tls.pem"
