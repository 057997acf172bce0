#!/usr/bin/env bash
# Who should see somebody today? One line of JSON for each runner goes through the rules, and jq
# keeps those whose referral is urgent or more. Only the fields asked for are computed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

runready batch --fields id,recommendation,referral,reasons.because checkins.ndjson |
  jq --raw-output 'select(.referral == "urgent" or .referral == "emergency")
    | "\(.id): \(.referral). \(.reasons[0].because)"'
