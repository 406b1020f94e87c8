#!/usr/bin/env bash
# Takes back what deploy.sh did.
set -euo pipefail

"${ASADMIN:-asadmin}" undeploy wenshu
