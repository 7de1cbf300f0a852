import { describe, expect, test } from '@jest/globals';
import { projectOf } from '../support/project-of.ts';

const DAG = 'from airflow import DAG\n\nwith DAG("nightly") as dag:\n    pass\n';

async function kindsIn(files: Record<string, string>): Promise<Record<string, string>> {
  const { head } = await projectOf({}, files);
  return Object.fromEntries([...head.documents].map(([path, { kind }]) => [path, kind]));
}

describe('the tasks of a scheduler', () => {
  test('are looked at in a project that depends on machine learning', async () => {
    const files = { 'requirements.txt': 'apache-airflow==2.10.5\nscikit-learn==1.5.2\n', 'dags/nightly.py': DAG };

    expect(await kindsIn(files)).toMatchObject({ 'dags/nightly.py': 'python' });
  });

  test('are nothing of ours in one that does not', async () => {
    const files = { 'requirements.txt': 'apache-airflow==2.10.5\nrequests==2.32.3\n', 'dags/nightly.py': DAG };

    expect(await kindsIn(files)).toEqual({});
  });

  test('are not made ours by what another project beside it depends on', async () => {
    const files = { 'model/requirements.txt': 'scikit-learn==1.5.2\n', 'etl/dags/nightly.py': DAG };

    expect(await kindsIn(files)).toEqual({ 'model/requirements.txt': 'requirements' });
  });
});
