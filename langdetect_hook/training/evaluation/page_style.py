"""How the page of an evaluation looks and moves: its style sheet, and the script that sorts its table."""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --ink: #23262d; --soft: #6a6f7a; --line: #e4e2dd;
  --accent: #2f6f8f; --second: #b9cfda; --warning: #c8553d; --code: #f4f2ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181d; --card: #1e2127; --ink: #e3e4e8; --soft: #9aa0ac; --line: #343943;
    --accent: #79b8d6; --second: #3c5566; --warning: #e88a72; --code: #262a32;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main { max-width: 1080px; margin: 0 auto; padding: 48px 24px 96px; }
h1 { font-size: 30px; font-weight: 650; letter-spacing: -.015em; margin: 0 0 4px; }
h2 { font-size: 20px; font-weight: 620; letter-spacing: -.01em; margin: 56px 0 4px; }
p { margin: 4px 0 16px; color: var(--soft); max-width: 72ch; }
.caution { border-left: 3px solid var(--warning); padding: 8px 14px; background: var(--card); color: var(--ink); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(148px, 1fr)); gap: 12px; margin: 28px 0 16px; }
.tile, .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.tile { padding: 14px 18px 12px; }
.tile b { display: block; font-size: 28px; font-weight: 620; letter-spacing: -.02em; line-height: 1.2; }
.tile span { color: var(--soft); font-size: 13.5px; display: block; line-height: 1.4; }
.card { padding: 16px 18px; margin: 12px 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(400px, 100%), 1fr)); gap: 16px;
  margin-bottom: 16px; }
.pair .card { margin: 0; }
.card h3 { font-size: 15px; font-weight: 600; margin: 0; }
.card p { font-size: 13.5px; margin: 0 0 8px; }
svg { display: block; width: 100%; height: auto; margin: 0 auto; }
svg text { font-family: inherit !important; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 10px; text-align: right; white-space: nowrap; }
th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
td:last-child { white-space: normal; color: var(--soft); min-width: 200px; }
thead th { position: sticky; top: 0; background: var(--card); border-bottom: 1px solid var(--line); }
thead button {
  all: unset; cursor: pointer; font-weight: 600; font-size: 13px; color: var(--soft);
}
thead th:last-child { font-size: 13px; font-weight: 600; color: var(--soft); }
thead button:hover, thead button:focus-visible { color: var(--ink); text-decoration: underline; }
th[aria-sort=ascending] button::after { content: " \\2191"; }
th[aria-sort=descending] button::after { content: " \\2193"; }
tbody tr + tr td { border-top: 1px solid var(--line); }
tbody tr:hover td { background: var(--code); }
.bar { position: relative; display: inline-block; width: 64px; height: 6px; margin-right: 8px;
  border-radius: 3px; background: var(--line); vertical-align: 2px; overflow: hidden; }
.bar i { position: absolute; inset: 0 auto 0 0; background: var(--accent); border-radius: 3px; }
.bar.low i { background: var(--warning); }
details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 8px 0; }
summary { cursor: pointer; padding: 10px 16px; display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
summary::before { content: "\\25B8"; color: var(--soft); font-size: 12px; }
details[open] summary::before { content: "\\25BE"; }
summary .path { color: var(--soft); font: 13px/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  overflow-wrap: anywhere; }
summary .sure { margin-left: auto; font-variant-numeric: tabular-nums; color: var(--warning); }
.inside { padding: 0 16px 14px; }
.tokens { display: flex; flex-wrap: wrap; gap: 6px; margin: 2px 0 10px; padding: 0; list-style: none; }
.tokens li { background: var(--code); border-radius: 6px; padding: 1px 8px; font-size: 13px; color: var(--soft); }
code, pre { font: 12.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.tokens code { color: var(--ink); white-space: pre; }
pre { margin: 0; background: var(--code); border-radius: 8px; padding: 12px 14px; overflow-x: auto; tab-size: 4; }
footer { margin-top: 56px; color: var(--soft); font-size: 13.5px; }
"""

SCRIPT = """
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    if (!button) return;
    button.addEventListener("click", () => {
      const number = head.dataset.kind === "number";
      const now = head.getAttribute("aria-sort");
      const ascending = now ? now !== "ascending" : head.dataset.first !== "descending";
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      const key = row => row.cells[column].dataset.value ?? row.cells[column].textContent;
      const rows = [...body.rows].sort((one, other) => {
        const order = number ? key(one) - key(other) : key(one).localeCompare(key(other));
        return ascending ? order : -order;
      });
      body.append(...rows);
    });
  });
}
"""
