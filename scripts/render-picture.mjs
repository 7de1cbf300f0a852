import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packPng } from './pack-png.mjs';

/*
 * Makes the README's picture, docs/images/review.png: `npm run build && node scripts/render-picture.mjs`.
 * It is the HTML that `pipewright review --format html` gives for the example, cut after the first comments, as a
 * headless Chromium shows it. Needs `chromium` on the PATH (or its path in CHROMIUM), so it never runs in CI.
 */

const PICTURE = 'docs/images/review.png';
const COMMENTS = 1;
/** CSS pixels: about as wide as a README is shown. */
const WIDTH = 900;
const CHROMIUM = process.env.CHROMIUM ?? 'chromium';

const folder = mkdtempSync(join(tmpdir(), 'pipewright-picture-'));
try {
  const page = join(folder, 'review.html');
  writeFileSync(page, firstComments(reviewOfTheExample(folder)));
  const shot = join(folder, 'review.png');
  chromium([`--window-size=${WIDTH},${heightOf(page)}`, `--screenshot=${shot}`, pathToFileURL(page).href]);
  mkdirSync('docs/images', { recursive: true });
  const png = packPng(readFileSync(shot));
  writeFileSync(PICTURE, png);
  console.log(`${PICTURE}: ${Math.round(png.length / 1000)} kB`);
} finally {
  rmSync(folder, { recursive: true });
}

/** In a folder without git, `review` shows the example. */
function reviewOfTheExample(cwd) {
  const command = [resolve('bin/pipewright.js'), 'review', '--format', 'html'];
  const { stdout, stderr, error } = spawnSync(process.execPath, command, { cwd, encoding: 'utf8' });
  if (error || !stdout.includes('<h2>On the lines</h2>')) throw new Error(`There is no review to show: ${stderr}`);
  return stdout;
}

/** The page up to the last comment that is shown. */
function firstComments(html) {
  const start = html.indexOf('<h2>On the lines</h2>');
  let end = start;
  for (let comment = 0; comment <= COMMENTS; comment++) end = html.indexOf('\n<div class="box">', end + 1);
  const style = '<style>body { max-width: none; padding: 1.25rem; } .box:last-child { margin: 0; }</style>';
  return `${end < 0 ? html : html.slice(0, end)}${style}</body></html>`;
}

/** How tall the page is, in CSS pixels: the page tells it in its title. */
function heightOf(page) {
  const measuring = page.replace(/\.html$/, '-height.html');
  const script = '<script>document.title = document.documentElement.offsetHeight</script>';
  // The page forbids all scripts.
  const open = readFileSync(page, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  writeFileSync(measuring, open.replace('</body>', `${script}</body>`));
  const dom = chromium([`--window-size=${WIDTH},600`, '--dump-dom', pathToFileURL(measuring).href]);
  return Number(/<title>(\d+)<\/title>/.exec(dom)?.[1]);
}

function chromium(args) {
  const always = ['--headless', '--no-sandbox', '--hide-scrollbars', '--disable-gpu', '--disable-lcd-text'];
  return execFileSync(CHROMIUM, [...always, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
