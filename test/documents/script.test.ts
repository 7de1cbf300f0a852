import { beforeAll, expect, test } from '@jest/globals';
import { parseScript } from '../../src/documents/script.ts';
import { loadGrammars } from '../../src/documents/syntax-tree.ts';

beforeAll(() => loadGrammars(['bash']));

function commands(path: string, source: string): string[] {
  return parseScript(path, 'head', source).view.commands.map(({ range }) => source.slice(range.start, range.end));
}

test('a script tells its commands', () => {
  expect(commands('deploy.sh', '#!/bin/bash\nset -e\nkubectl apply -f k8s/ # now\n')).toEqual([
    'set -e',
    'kubectl apply -f k8s/',
  ]);
});

test('a Makefile tells the commands of its recipes, and nothing else', () => {
  const source =
    'IMAGE := api:$(shell git rev-parse HEAD)\n\n.PHONY: deploy\ndeploy: build\n\t@echo $(IMAGE)\n\t-docker push $(IMAGE) || true\n\tcurl -k $$URL\n\nbuild:\n\tdocker build .\n';

  expect(commands('Makefile', source)).toEqual([
    'echo $(IMAGE)',
    'docker push $(IMAGE)',
    'true',
    'curl -k $$URL',
    'docker build .',
  ]);
});
