#!/usr/bin/env bash
# Runs the three hooks with the real pre-commit on a throwaway repository: a damaged file is refused, repaired by the fix hook,
# then accepted; a broken configuration is refused.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME="$work/cache" GIT_CONFIG_GLOBAL="$work/gitconfig" GIT_CONFIG_NOSYSTEM=1
git config --global user.name tester
git config --global user.email tester@example.org
git config --global init.defaultBranch main
git config --global safe.directory '*'

# pre-commit installs hooks from a commit: a copy of the tracked files as they stand here.
mkdir "$work/hooks" "$work/corpus"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | xargs -0 -I{} sh -c '[ -e "$1" ] && printf "%s\0" "$1"' _ {} | tar --null -T - -cf - | tar -xf - -C "$work/hooks")
(cd "$work/hooks" && git init -q && git add -A && git commit -qm hooks)
rev=$(git -C "$work/hooks" rev-parse HEAD)

cd "$work/corpus"
git init -q
config() {
  printf 'repos:\n- repo: %s\n  rev: %s\n  hooks:\n' "$work/hooks" "$rev" > .pre-commit-config.yaml
  for id in "$@"; do printf '  - id: %s\n' "$id" >> .pre-commit-config.yaml; done
}
fail() { echo "pre-commit story: $*"; cat "$work/log"; exit 1; }

cp "$root/fixtures/clean/dalian-2022.txt" clean.txt
cp "$root"/fixtures/reports/000_*.txt hacked.txt
git add -A
config reportlint reportlint-config
printf '[lint]\nignore = []\n' > .reportlint.toml
git add -A

if pre-commit run reportlint --files hacked.txt > "$work/log" 2>&1; then fail "a hacked report passed"; fi
grep -q 'chrome/site-footer' "$work/log" || fail "the footer was not named"
pre-commit run reportlint --files clean.txt > "$work/log" 2>&1 || fail "a clean report was refused"
pre-commit run reportlint-config --files .reportlint.toml > "$work/log" 2>&1 || fail "a good configuration was refused"
printf '[lint]\nignroe = []\n' > .reportlint.toml
git add -A
if pre-commit run reportlint-config --files .reportlint.toml > "$work/log" 2>&1; then fail "a broken configuration passed"; fi
grep -q 'ignore' "$work/log" || fail "the nearest key was not named"
printf '[lint]\nignore = []\n' > .reportlint.toml

config reportlint-fix
git add -A
if pre-commit run reportlint-fix --files hacked.txt > "$work/log" 2>&1; then fail "the fix hook changed a file and passed"; fi
grep -q '版权所有' hacked.txt && fail "the fix hook left the footer"
echo "pre-commit story: ok ($(pre-commit --version))"
