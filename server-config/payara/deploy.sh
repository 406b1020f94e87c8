#!/usr/bin/env bash
# Deploys the WAR on a Payara Server that was started with the variables of wenshu.env.
#   set -a; . /etc/wenshu.env; set +a; asadmin start-domain
#   server-config/payara/deploy.sh target/wenshu.war
# It may be run again; undeploy.sh takes it back.
set -euo pipefail

war=${1:?name the WAR}
"${ASADMIN:-asadmin}" deploy --name wenshu --contextroot / --force "$war"
