#!/usr/bin/env bash
# Gives the output to programs that read it: JUnit's XML to test-results-parser, Checkstyle's to the parser of
# danger-plugin-lint-report, GitLab's JSON to the TypeScript compiler with the types of Code Climate. Every finding must arrive.
# Needs Go, Node.js and npm; leaves the checkout alone.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if ! npm install --silent --ignore-scripts --no-audit --no-fund --legacy-peer-deps --prefix . \
  test-results-parser@0.4.6 danger-plugin-lint-report@1.8.1 xml-js@1.6.11 codeclimate-types@0.3.1 typescript@5.9.3 > npm.log 2>&1; then
  echo "left out: the readers cannot be installed here"; exit 0
fi
(cd "$root" && go run ./cmd/reportlint check --isolated --exit-zero --no-progress -f junit="$work/junit.xml" -f checkstyle="$work/checkstyle.xml" \
  -f gitlab="$work/gitlab.json" -f jsonl="$work/all.jsonl" fixtures/reports fixtures/clean)
{ printf 'import { Issue } from "codeclimate-types";\nexport const issues: (Issue & Required<Pick<Issue, "severity" | "fingerprint">>)[] = '; cat gitlab.json; } > issues.ts
node_modules/.bin/tsc --noEmit --strict --skipLibCheck --module nodenext issues.ts
cat > read.cjs <<'J'
const fs = require("fs"), assert = require("assert");
const want = fs.readFileSync("all.jsonl", "utf8").trim().split("\n").map((l) => JSON.parse(l)).filter((x) => x.kind === "finding" && !x.suppressed);
assert(want.length > 50, "too few findings to say anything");
const failing = want.filter((f) => f.severity !== "info").length;

const { parse } = require("test-results-parser");
const result = parse({ type: "junit", files: ["junit.xml"] });
assert.strictEqual(+result.failed, failing, "junit: failures");
const cases = result.suites.flatMap((s) => s.cases);
assert.strictEqual(cases.filter((c) => c.status === "FAIL" && c.failure && c.name && c.duration === 0).length, failing, "junit: failing cases");
assert(cases.filter((c) => c.status === "PASS").length >= want.length - failing, "junit: passing cases");

const { parseCheckstyle } = require("danger-plugin-lint-report/dist/parse/checkstyle_parser");
const read = parseCheckstyle(require("xml-js").xml2js(fs.readFileSync("checkstyle.xml", "utf8")), process.cwd());
assert.strictEqual(read.length, want.length, "checkstyle: violations");
assert(read.every((v) => v.file && v.line > 0 && v.column > 0 && v.message && ["error", "warning", "info"].includes(v.severity)), "checkstyle: a violation is not whole");

const issues = JSON.parse(fs.readFileSync("gitlab.json", "utf8"));
assert.strictEqual(new Set(issues.map((i) => i.fingerprint)).size, want.length, "gitlab: issues with a fingerprint of their own");
console.log(`readers: ok (${want.length} findings, ${failing} failing)`);
J
node read.cjs
