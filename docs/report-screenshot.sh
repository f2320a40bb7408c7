#!/usr/bin/env bash
# Makes docs/report-screenshot.png: the HTML report of the five real reports, as a headless Chromium shows it.
# Needs Go, Chromium (Debian: chromium) and a font with Han (Debian: fonts-noto-cjk).
set -euo pipefail
cd "$(dirname "$0")/.."
page=$(mktemp --suffix=.html)
trap 'rm -f "$page"' EXIT
go run ./cmd/reportlint --exit-zero --isolated --lang "${1:-zh}" -f html="$page" fixtures/reports
"$(command -v chromium || command -v google-chrome)" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb \
  --window-size=1120,1700 --virtual-time-budget=3000 --screenshot="$PWD/docs/report-screenshot.png" "file://$page" 2>/dev/null
ls -l docs/report-screenshot.png
