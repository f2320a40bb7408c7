#!/usr/bin/env bash
# Runs the shell steps of the GitHub and GitLab recipes as docs/ci.md and docs/ci.zh.md print them, in a clone of a throwaway
# repository: a branch with a clean report passes, one with a hacked report does not, and the files for the platform are there.
# The platforms themselves (checkout, upload, `go install` of a release) are not part of it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GIT_CONFIG_GLOBAL="$work/gitconfig" GIT_CONFIG_NOSYSTEM=1 PATH="$work/bin:$PATH" GITHUB_STEP_SUMMARY="$work/summary.md" CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main
git config --global user.name tester
git config --global user.email tester@example.org
git config --global init.defaultBranch main
git config --global advice.detachedHead false
(cd "$root" && go build -buildvcs=false -o "$work/bin/reportlint" ./cmd/reportlint)
fail() { echo "recipes: $*"; cat "$work/log"; exit 1; }

git init -q "$work/origin"
cd "$work/origin"
cp "$root"/fixtures/reports/001_*.txt old-damage.txt
git add -A && git commit -qm corpus
git switch -qc clean && cp "$root/fixtures/clean/dalian-2022.txt" clean.txt && git add -A && git commit -qm clean
git switch -qc hacked main && cp "$root"/fixtures/reports/000_*.txt hacked.txt && git add -A && git commit -qm hacked

# steps DOC: the steps of each recipe, one recipe a line
steps() {
  sed -n 's/^- run: \(reportlint check .*\)/\1/p' "$root/docs/$1"
  sed -n '/^  script:/,/^  artifacts:/p' "$root/docs/$1" | sed -n 's/^    - //p' | grep -v '^go install ' | paste -sd'\n' | sed ':a;N;$!ba;s/\n/ \&\& /g'
}
for doc in ci.md ci.zh.md; do
  n=0
  while IFS= read -r step; do
    n=$((n + 1))
    for branch in clean hacked; do
      rm -rf "$work/clone" "$GITHUB_STEP_SUMMARY"
      git clone -q --branch "$branch" "$work/origin" "$work/clone"
      code=0
      (cd "$work/clone" && bash -euo pipefail -c "$step") > "$work/log" 2>&1 || code=$?
      case $branch-$code in clean-0 | hacked-1) ;; *) fail "$doc: exit code $code on the branch $branch of: $step" ;; esac
      for out in $(grep -o '=[a-z-]*\.[a-z]*' <<< "$step" | tr -d =); do [ -s "$work/clone/$out" ] || fail "$doc: $out was not written by: $step"; done
    done
    grep -q 'hacked.txt' "$work/log" || fail "$doc: the hacked report is not named by: $step"
    if grep -q 'old-damage' "$work/log"; then fail "$doc: old damage is reported by: $step"; fi
    case $step in *"-f github"*) grep -q '^::error' "$work/log" && [ -s "$GITHUB_STEP_SUMMARY" ] || fail "$doc: no annotation or no summary" ;; esac
  done < <(steps "$doc")
  [ "$n" = 2 ] || { echo "recipes: $doc has $n recipes, 2 were looked for"; exit 1; }
done
echo "recipes: ok"
