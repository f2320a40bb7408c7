"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const words = {
    en: { sev: ["", "note", "warning", "error"], conf: ["", "low", "medium", "high"], confidence: "confidence", evidence: "Evidence", related: "See also", safe: "Repair (safe)", unsafe: "Repair (to be checked)",
      or: "Or", withheld: "No repair", accepted: "Accepted", reads: "Repaired text", copy: "Copy [[allow]] entry", copied: "Copied to the clipboard", more: (n) => `+ ${n} more places`, step: (c, n) => `${c}: ${n} ${n === 1 ? "finding" : "findings"}`, edits: (n) => `and ${n} more edits`,
      none: "No finding matches these filters.", shown: (a, b, n, all) => n === all ? `Findings ${a}–${b} of ${n}` : `Findings ${a}–${b} of ${n} (of ${all} in all)`, line: (l, c) => `line ${l}, column ${c}`, deleted: "deleted: ", inserted: "inserted: ", end: " (end)", chars: (n) => `… ${n} characters …`, sep: "; " },
    zh: { sev: ["", "提示", "警告", "错误"], conf: ["", "低", "中", "高"], confidence: "置信度", evidence: "依据", related: "另见", safe: "修复（安全）", unsafe: "修复（需核对）",
      or: "或", withheld: "不提供修复", accepted: "已放行", reads: "修复后原文", copy: "复制 [[allow]] 条目", copied: "已复制到剪贴板", more: (n) => `另有 ${n} 处`, step: (c, n) => `${c}：${n} 条`, edits: (n) => `另有 ${n} 处改动`,
      none: "没有符合筛选条件的问题。", shown: (a, b, n, all) => n === all ? `第 ${a}–${b} 条，共 ${n} 条` : `第 ${a}–${b} 条，符合条件 ${n} 条（共 ${all} 条）`, line: (l, c) => `第 ${l} 行第 ${c} 列`, deleted: "删去：", inserted: "插入：", end: "（完）", chars: (n) => `……${n} 个字符……`, sep: "；" },
  };
  const perPage = 50;
  let lang = root.dataset.lang, page = 0, hits = [];
  let steps = [], weights = []; // how many findings each step of the slider leaves; how many of each severity there are at this one

  const el = (tag, text, cls) => { const e = document.createElement(tag); if (text !== undefined) e.textContent = text; if (cls) e.className = cls; return e; };
  const pick = (pair) => pair[lang === "zh" ? 1 : 0];
  const store = (k, v) => { try { localStorage.setItem("reportlint-" + k, v); } catch { /* a file opened from disk may have no store */ } };
  const stored = (k) => { try { return localStorage.getItem("reportlint-" + k); } catch { return null; } };

  const haystack = data.findings.map((f) => (data.files[f.f] + "\n" + f.b + f.t + f.a + "\n" + f.m.join("\n") + "\n" + data.rules[f.r].id).toLowerCase());

  function filtered() {
    const text = $("q").value.trim().toLowerCase(), path = $("path").value.trim().toLowerCase();
    const rule = $("rule").value, conf = +$("conf").value, fix = $("fix").value, off = $("off").checked;
    const sev = { 3: $("s3").checked, 2: $("s2").checked, 1: $("s1").checked };
    const out = [];
    steps = [0, 0, 0, 0]; weights = [0, 0, 0, 0];
    data.findings.forEach((f, i) => {
      if (f.u && !off) return;
      const r = data.rules[f.r];
      if (rule && r.id !== rule && r.family + "/" !== rule) return;
      if (fix && fix !== (f.x ? (f.x.safe ? "safe" : "unsafe") : "none")) return;
      if (path && !data.files[f.f].toLowerCase().includes(path)) return;
      if (text && !haystack[i].includes(text)) return;
      if (f.c >= conf) weights[f.s]++;
      if (!sev[f.s]) return;
      for (let c = 1; c <= f.c; c++) steps[c]++;
      if (f.c >= conf) out.push(i);
    });
    if ($("order").value === "severity") out.sort((a, b) => data.findings[b].s - data.findings[a].s || a - b);
    return out;
  }

  function parts(into, segments, w) {
    for (const [kind, text] of segments) {
      if (kind === "=") { into.append(text); continue; }
      const e = el(kind === "-" ? "del" : kind === "+" ? "ins" : "mark");
      if (kind !== "!") e.append(el("span", kind === "-" ? w.deleted : w.inserted, "vh"));
      e.append(text);
      if (kind !== "!") e.append(el("span", w.end, "vh"));
      into.append(e);
    }
    return into;
  }

  function repair(x, w) {
    const s = parts(el("span"), x.seg, w), more = (x.e || []).map(pick);
    if (x.d) s.append(pick(x.d));
    if (x.rest) more.push(w.edits(x.rest));
    if (more.length) s.append(lang === "zh" ? `（${more.join(w.sep)}）` : ` (${more.join(w.sep)})`);
    return s;
  }

  function item(i) {
    const f = data.findings[i], r = data.rules[f.r], w = words[lang];
    const li = el("li", undefined, "s" + f.s + (f.u ? " off" : ""));
    const h = el("h3", pick(f.m));
    const meta = el("div", undefined, "meta");
    meta.append(el("span", w.sev[f.s], "sev"), el("code", r.id), el("span", data.files[f.f], "path"), el("span", w.line(f.l, f.k)), el("span", `${w.confidence}${lang === "zh" ? "：" : ": "}${w.conf[f.c]}`));
    if (f.n > 1) meta.append(el("span", w.more(f.n - 1)));
    li.append(h, meta);
    if (f.t || f.b || f.a) {
      const q = el("blockquote");
      q.lang = data.lang;
      q.append(f.b, el("mark", f.o ? f.t + w.chars(f.o) : f.t || "␣"), f.a);
      li.append(q);
    }
    const dl = el("dl");
    const row = (name, body) => { const d = el("dd"); d.append(body); dl.append(el("dt", name), d); };
    if (f.e) row(w.evidence, f.e.map(pick).join(w.sep));
    if (f.p) row(w.reads, f.p);
    for (const x of f.z || []) { const s = el("span"); s.append(el("span", x.p + ":" + x.l + " ", "path"), parts(el("span"), [["=", x.b], ["!", x.t], ["=", x.a]], w), " ", pick(x.m)); row(w.related, s); }
    if (f.x) {
      row(f.x.safe ? w.safe : w.unsafe, repair(f.x, w));
      for (const a of f.x.alt || []) row(w.or, repair(a, w));
    }
    if (f.w) row(w.withheld, pick(f.w));
    if (f.u) row(w.accepted, f.u);
    if (dl.children.length) li.append(dl);
    const actions = el("div", undefined, "actions"), b = el("button", w.copy);
    b.type = "button"; b.addEventListener("click", () => copy(allow(f, r)));
    actions.append(b); li.append(actions);
    return li;
  }

  const toml = (s) => JSON.stringify(s).replace(/[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  function allow(f, r) {
    const q = f.y === undefined ? "" : `text = ${toml(f.y)}\n`;
    return `[[allow]]\nrules = [${toml(r.id)}]\npaths = [${toml("/" + data.files[f.f])}]\n${q}reason = ""\n`;
  }
  async function copy(text) {
    try { await navigator.clipboard.writeText(text); } catch {
      const t = el("textarea", text); document.body.append(t); t.select(); document.execCommand("copy"); t.remove();
    }
    root.dataset.copied = text;
    $("toast").textContent = words[lang].copied;
    setTimeout(() => { $("toast").textContent = ""; }, 2500);
  }

  function render(all) {
    const w = words[lang], n = hits.length, pages = Math.max(1, Math.ceil(n / perPage));
    page = Math.min(page, pages - 1);
    const from = all ? 0 : page * perPage, to = all ? Math.min(n, 2000) : Math.min(n, from + perPage);
    $("findings").replaceChildren(...hits.slice(from, to).map(item));
    const at = +$("conf").value;
    $("steps").replaceChildren(...[1, 2, 3].map((c) => el(c === at ? "b" : "span", `${w.conf[c]} ${steps[c]}`)));
    $("conf").setAttribute("aria-valuetext", w.step(w.conf[at], steps[at]));
    for (const s of [1, 2, 3]) $("n" + s).textContent = weights[s];
    $("count").textContent = n ? w.shown(from + 1, to, n, data.findings.length) : w.none;
    for (const id of ["prev", "prev2"]) $(id).disabled = page === 0;
    for (const id of ["next", "next2"]) $(id).disabled = page >= pages - 1;
  }
  function apply() { hits = filtered(); page = 0; render(); }

  function speak(l) {
    lang = l; root.dataset.lang = l; root.lang = l === "zh" ? "zh-Hans" : "en"; store("lang", l);
    for (const b of document.querySelectorAll("[data-set-lang]")) b.setAttribute("aria-pressed", String(b.dataset.setLang === l));
    for (const o of document.querySelectorAll("option[data-en]")) o.textContent = o.dataset[l];
    render();
  }
  function theme(t) {
    if (t) root.dataset.theme = t; else delete root.dataset.theme;
    store("theme", t || "");
    $("theme").setAttribute("aria-pressed", String(t === "dark"));
  }

  let timer;
  for (const id of ["q", "path"]) $(id).addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
  for (const id of ["rule", "conf", "fix", "order", "off", "s1", "s2", "s3"]) $(id).addEventListener("input", apply);
  $("filters").addEventListener("submit", (e) => { e.preventDefault(); apply(); });
  $("filters").addEventListener("reset", () => setTimeout(apply));
  const turn = (d, back) => { page += d; render(); if (back) { $("list").scrollIntoView(); $("list").focus({ preventScroll: true }); } };
  $("prev").addEventListener("click", () => turn(-1)); $("next").addEventListener("click", () => turn(1));
  $("prev2").addEventListener("click", () => turn(-1, true)); $("next2").addEventListener("click", () => turn(1, true));
  document.addEventListener("click", (e) => {
    const b = e.target.closest("[data-rule], [data-path], [data-set-lang]");
    if (!b) return;
    if (b.dataset.setLang) { speak(b.dataset.setLang); return; }
    $("filters").reset();
    if (b.dataset.rule !== undefined) $("rule").value = b.dataset.rule;
    if (b.dataset.path !== undefined) $("path").value = b.dataset.path;
    setTimeout(() => { apply(); $("list").scrollIntoView(); $("list").focus({ preventScroll: true }); });
  });
  $("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    theme(dark ? "light" : "dark");
  });
  let folded = [];
  addEventListener("beforeprint", () => { folded = [...document.querySelectorAll("details:not([open])")]; for (const d of folded) d.open = true; render(true); });
  addEventListener("afterprint", () => { for (const d of folded) d.open = false; render(); });
  hits = filtered();
  theme(stored("theme"));
  speak(stored("lang") || lang);
})();
