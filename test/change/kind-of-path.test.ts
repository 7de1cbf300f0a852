import { expect, test } from '@jest/globals';
import { kindOfPath } from '../../src/change/kind-of-path.ts';

test.each([
  'Dockerfile',
  'docker/Dockerfile.prod',
  'ci/Dockerfile-f39',
  'Dockerfile_arm64',
  'images/Dockerfile-python3.13-slim',
  'api.dockerfile',
  'Containerfile',
])('%s is a Dockerfile', (path) => {
  expect(kindOfPath(path)).toBe('dockerfile');
});

test.each([
  'Dockerfile.template',
  'Dockerfile-alpine.template',
  'templates/Dockerfile.j2',
  'generators/Dockerfile.tt',
  'Dockerfile.md',
  'Dockerfile-generator.py',
  'bin/dockerfile-lint',
  'src/Dockerfile.test.ts',
])('%s is none', (path) => {
  expect(kindOfPath(path)).not.toBe('dockerfile');
});
