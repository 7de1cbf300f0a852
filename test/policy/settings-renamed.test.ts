import { describe, expect, test } from '@jest/globals';
import { reviewFiles } from '../support/review-files.ts';

const TEXT = 'mode: enforce\n';

describe('settings that are renamed are settings that are gone, so the change is stopped, when they become', () => {
  test.each(['.github/pipewright.yaml', '.github/Pipewright.yml', '.github/old/pipewright.yml', 'pipewright.yml'])(
    '%s',
    async (name) => {
      const { conclusion, findings } = await reviewFiles({ '.github/pipewright.yml': TEXT }, { [name]: TEXT });
      expect(conclusion).toBe('failure');
      expect(findings.map(({ message }) => message.what)).toEqual([
        'The settings of the review are removed; the mode was `enforce`.',
      ]);
    },
  );
});
