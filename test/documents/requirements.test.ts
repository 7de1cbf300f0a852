import { describe, expect, test } from '@jest/globals';
import { parseRequirements } from '../../src/documents/requirements.ts';
import { BAD_TEXTS } from './bad-texts.ts';

function read(path: string, source: string) {
  const { view, comments, problems } = parseRequirements(path, 'head', source);
  const lines = view.requirements.map(({ name, specifier, exact, range }) => [
    name,
    specifier,
    exact,
    source.slice(range.start, range.end),
  ]);
  return { view, lines, comments, problems };
}

describe('requirements.txt', () => {
  const source = `# pins
--extra-index-url https://example.com/simple
torch==2.6.0 \\
    --hash=sha256:aa
scikit_learn>=1.5,<2  # loose
pandas
-e ./local
uvicorn[standard]==0.30.* ; python_version > "3.9"
tool @ git+https://example.com/tool@0123456789012345678901234567890123456789
`;

  test('tells name, version and whether it is one version only', () => {
    expect(read('requirements.txt', source).lines.map(([name, specifier, exact]) => [name, specifier, exact])).toEqual([
      ['torch', '==2.6.0', true],
      ['scikit-learn', '>=1.5,<2', false],
      ['pandas', '', false],
      ['uvicorn', '==0.30.*', false],
      ['tool', '@ git+https://example.com/tool@0123456789012345678901234567890123456789', true],
    ]);
  });

  test('tells options, hashes and comments', () => {
    const { view, comments } = read('requirements.txt', source);

    expect(view.options.map(({ name, value }) => [name, value])).toEqual([
      ['--extra-index-url', 'https://example.com/simple'],
      ['--editable', './local'],
    ]);
    expect(view.requirements[0]?.hashed).toBe(true);
    expect(comments.map(({ text }) => text)).toEqual(['pins', 'loose']);
    expect(view.isMachineLearning).toBe(true);
  });
});

test('a conda environment tells its own packages and those of pip', () => {
  const source =
    'name: x\ndependencies:\n  - python=3.12\n  - conda-forge::xgboost=2.1.1\n  - pip:\n      - mlflow==2.20.0\n';

  expect(read('environment.yml', source).lines).toEqual([
    ['python', '=3.12', false, 'python=3.12'],
    ['xgboost', '=2.1.1', true, 'conda-forge::xgboost=2.1.1'],
    ['mlflow', '==2.20.0', true, 'mlflow==2.20.0'],
  ]);
});

describe('pyproject.toml', () => {
  test('in the form of the standard', () => {
    const source =
      '[project]\nname = "x"\ndependencies = [\n  "torch>=2", # c\n  "numpy==2.1.0",\n]\n[project.optional-dependencies]\ndev = ["pytest"]\n';

    expect(read('pyproject.toml', source).lines.map(([name, specifier]) => [name, specifier])).toEqual([
      ['torch', '>=2'],
      ['numpy', '==2.1.0'],
      ['pytest', ''],
    ]);
  });

  test('in the form of Poetry', () => {
    const source = '[tool.poetry.dependencies]\npython = "^3.12"\ntorch = { version = "2.6.0", source = "pypi" }\n';

    expect(read('pyproject.toml', source).lines.map(([name, specifier, exact]) => [name, specifier, exact])).toEqual([
      ['python', '^3.12', false],
      ['torch', '2.6.0', true],
    ]);
  });

  test('that is not valid is a problem with its place', () => {
    expect(read('pyproject.toml', '[project\n').problems).toEqual([
      expect.objectContaining({ severity: 'fatal', message: expect.stringContaining('Not valid TOML') }),
    ]);
  });
});

test.each(['requirements.txt', 'environment.yml', 'pyproject.toml'])('%s never throws', (path) => {
  for (const text of BAD_TEXTS) expect(() => parseRequirements(path, 'head', text)).not.toThrow();
});
