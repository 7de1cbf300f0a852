import unit from './jest.config.js';

/** Tests under load, and over a PostgreSQL where there is one. Run `npm run build` first. */
export default {
  ...unit,
  roots: ['<rootDir>/test/load'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 180_000,
  maxWorkers: 1,
  // A test that fails leaves queues and processes open, which would keep Jest from ending.
  forceExit: true,
};
