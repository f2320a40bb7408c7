#!/usr/bin/env bash
# What action.yml runs: builds reportlint beside the action and lints the checkout. Everything comes in by the environment.
set -euo pipefail
bin=$(mktemp -d)/reportlint
(cd "${ACTION_PATH:?}" && go build -trimpath -o "$bin" ./cmd/reportlint)
args=(check --no-progress --lang "${INPUT_LANG:-en}" -f github)
[ -z "${INPUT_NEW_FROM:-}" ] || args+=(--new-from-merge-base "$INPUT_NEW_FROM")
[ -z "${INPUT_SARIF:-}" ] || args+=(-f "sarif=$INPUT_SARIF")
[ -z "${INPUT_HTML:-}" ] || args+=(-f "html=$INPUT_HTML")
while IFS= read -r a; do [ -z "$a" ] || args+=("$a"); done <<< "${INPUT_ARGS:-}"
args+=(--)
while IFS= read -r p; do [ -z "$p" ] || args+=("$p"); done <<< "${INPUT_PATHS:-.}"
exec "$bin" "${args[@]}"
