import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Version } from '../../versions/version.ts';
import { contextUses } from '../airflow-context.ts';
import { isGuarded } from '../is-guarded.ts';
import type { Library } from '../outdated.ts';
import { airflowKeywords, airflowMembers } from './airflow-arguments.ts';
import { airflowDeprecated } from './airflow-deprecated.ts';
import { airflowProviders } from './airflow-providers.ts';
import { airflowRemoved } from './airflow-removed.ts';

export const airflow: Library = {
  id: 'airflow',
  title: 'Airflow',
  distributions: ['apache-airflow', 'apache-airflow-core'],
  images: /(^|\/)apache\/airflow$/,
  imports: ['airflow'],
  names: new Map([...airflowDeprecated, ...airflowProviders, ...airflowRemoved]),
  keywords: airflowKeywords,
  members: airflowMembers,
  others: contextUses,
  atLeast: importedVersion,
  aliases: {
    gone: { ruff: ['AIR301', 'AIR302'] },
    deprecated: { ruff: ['AIR311', 'AIR312', 'AIR321'] },
  },
};

/** Airflow 2 has no `airflow.sdk`: who imports it, and not as one of two ways, runs Airflow 3. */
function importedVersion(unit: PythonUnit): Version | undefined {
  const sdk = unit.view.imports.find(({ name, range }) => /^airflow\.sdk(\.|$)/.test(name) && !isGuarded(range, unit));
  return sdk && [3, 0];
}
