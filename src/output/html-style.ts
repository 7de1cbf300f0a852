/** Plain, readable, close to what GitHub shows, light and dark by the reader's setting. */
export const htmlStyle = `
:root { --back: #fff; --soft: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0969da;
  --bad: #cf222e; --warn: #9a6700; --good: #1a7f37; --old: #ffebe9; --new: #dafbe1; --code: #818b981f; }
@media (prefers-color-scheme: dark) {
  :root { --back: #0d1117; --soft: #151b23; --line: #3d444d; --text: #f0f6fc; --quiet: #9198a1; --link: #4493f8;
    --bad: #f85149; --warn: #d29922; --good: #3fb950; --old: #f851491a; --new: #2ea04326; --code: #656c7633; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.25rem 4rem; background: var(--back); color: var(--text);
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
code, pre { font: 12px/1.6 ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { background: var(--code); border-radius: 6px; padding: .15em .4em; }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: .95rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1.15rem; margin: 0 0 .75rem; }
h4 { font-size: .875rem; margin: 1.25rem 0 .5rem; }
p { margin: .5rem 0; }
ol, ul { margin: .25rem 0; padding-left: 1.6rem; }
li { margin: .35rem 0; }
.quiet { color: var(--quiet); }
.bad { color: var(--bad); } .warn { color: var(--warn); } .good { color: var(--good); }
.box { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 1rem; overflow: hidden; }
.head { background: var(--soft); border-bottom: 1px solid var(--line); color: var(--quiet); padding: .5rem 1rem; }
.head b { color: var(--text); }
.in { padding: .9rem 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; width: 100%; }
th, td { border: 1px solid var(--line); padding: .35rem .75rem; text-align: left; vertical-align: top; }
th { background: var(--soft); font-weight: 600; }
td:first-child { width: 42%; }
.diff { margin: 0; overflow-x: auto; }
.diff table { margin: 0; } .diff td { border: 0; padding: 0 .6rem; white-space: pre; width: auto; font: 12px/1.7 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.diff td.number { color: var(--quiet); text-align: right; width: 3rem; user-select: none; }
.diff td.line { width: 100%; }
tr.minus { background: var(--old); } tr.plus { background: var(--new); }
.note { border: 1px solid var(--line); border-radius: 6px; margin: .75rem; }
.note .in { padding: .6rem .9rem; }
.suggestion { border: 1px solid var(--line); border-radius: 6px; margin: .6rem 0; overflow: hidden; }
.suggestion .head { font-size: 12px; padding: .3rem .75rem; }
details { margin: .5rem 0; } summary { cursor: pointer; }
`;
