#!/usr/bin/env bash
# Runs the WAR on Payara Micro, on 127.0.0.1 behind a reverse proxy.
#   server-config/payara-micro/run.sh payara-micro.jar target/wenshu.war /etc/wenshu.env [port]
set -euo pipefail

if [ $# -lt 3 ]; then
  sed -n '2,3s/^# //p' "$0" >&2
  exit 64
fi
jar=$1 war=$2 settings=$3 port=${4:-8080}

set -a
# shellcheck source=/dev/null
. "$settings"
set +a

exec java -Xmx512m -jar "$jar" \
  --deploy "$war" --contextroot / --port "$port" \
  --nohazelcast --nocluster --disablephonehome \
  --prebootcommandfile "$(dirname "$0")/pre-boot.asadmin"
