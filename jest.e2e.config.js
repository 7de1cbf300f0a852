import unit from './jest.config.js';

/** Whole-program tests: the built artefacts against a fake GitHub and a fake Claude. Run `npm run build` first. */
export default {
  ...unit,
  roots: ['<rootDir>/test/e2e'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
  maxWorkers: 2,
};
