/**
 * Whether a parameter group of a family goes with an engine and its version, as far as both tell: `postgres16` with
 * postgres 16.3, `mysql8.0` with mysql 8.0.36, `redis7` with redis 7.1, `oracle-ee-19` with oracle-ee 19.0.0.0.
 */
export function familyFits(family: string, engine: string, version: string | undefined): boolean {
  const [, name = '', numbers] = /^([a-z][a-z-]*?)-?(\d[\d.]*)?(?:\.x)?$/.exec(family.toLowerCase()) ?? [];
  if (name === '') return true;
  if (name !== engine.toLowerCase()) return false;
  if (numbers === undefined || version === undefined) return true;
  // `5.7.mysql_aurora.2.11.1` begins with the version of MySQL.
  const given = /^\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? [];
  return numbers
    .replace(/\.$/, '')
    .split('.')
    .every((part, i) => given[i] === undefined || Number(given[i]) === Number(part));
}
