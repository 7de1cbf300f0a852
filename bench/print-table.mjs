/** Prints the figures for people. */
export function printTable({ node, folder, scan, workflows, review, starts }) {
  console.log(`Node ${node}, ${folder}\n`);
  printScan(scan);
  console.log('\nMade-up workflows\n');
  printScan(workflows);
  console.log(`\nReview of ${review.files} changed files, in the engine\n`);
  print([
    ['first of a process', `${review.coldMs.toFixed(0)} ms`],
    ['later ones', `${review.warmMs.toFixed(0)} ms`],
  ]);
  console.log();
  print(Object.entries(starts).map(([what, ms]) => [what, `${ms.toFixed(0)} ms`]));
}

function printScan(scan) {
  print([
    ['files read', scan.files],
    ['megabytes', scan.megabytes.toFixed(2)],
    ['findings', scan.findings],
    ['engine', `${scan.engineMs} ms`],
    ['', `${scan.filesPerSecond.toFixed(0)} files/s, ${scan.megabytesPerSecond.toFixed(2)} MB/s`],
    ['whole process', `${scan.wallMs.toFixed(0)} ms`],
    ['CPU', `${(scan.cpuMs / 1000).toFixed(2)} s`],
    ['peak memory', `${scan.peakMb.toFixed(0)} MB`],
  ]);
}

/** Prints figures by name for people. */
export function printFigures(figures) {
  print(Object.entries(figures).map(([what, value]) => [what, value.toFixed(0)]));
}

function print(rows) {
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value] of rows) console.log(`${what.padEnd(width)}  ${value}`);
}
