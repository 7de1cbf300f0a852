import type { Requirement, RequirementsDocument } from '../../documents/requirements.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { isLibrary, isLocked } from './dependencies/locked-elsewhere.ts';

/** Tools that run beside the code, and inputs of a resolver. */
const ASIDE =
  /(^|[/._-])(dev|develop|development|tests?|testing|docs?|lint\w*|ci|build|examples?|typing|constraints?)([/._-]|$)/i;

export const requirementsUnpinned: Rule<RequirementsDocument> = {
  id: 'requirements-unpinned',
  kinds: ['requirements'],
  title: 'A dependency may be any version',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document, context) {
    const { requirements } = document.view;
    const wanted = requirements.filter(
      ({ name, specifier }) => name !== 'python' && !/^@\s*(file:|\.)/.test(specifier),
    );
    const [first] = wanted;
    if (!first || ASIDE.test(document.path) || isInput(document, context)) return;
    const open = wanted.filter((one) => isOpen(one, document));
    if (open.length === 0) {
      yield { proof: `${wanted.length} of ${wanted.length} dependencies are fixed`, range: first.nameRange };
      return;
    }
    const elsewhere = fixedElsewhere(document, context);
    if (elsewhere === 'unknown')
      yield { unverified: 'whether a lock file fixes the versions is not known', range: first.nameRange };
    if (elsewhere === false) for (const one of open) yield problem(one);
  },
};

/** `requirements.in` beside the `requirements.txt` that was made of it. */
function isInput({ path }: RequirementsDocument, context: RuleContext): boolean {
  return path.endsWith('.in') && context.exists(path.replace(/\.in$/, '.txt')) !== false;
}

function isOpen({ exact, hashed, specifier }: Requirement, { view }: RequirementsDocument): boolean {
  if (exact || hashed) return false;
  // A prefix is what conda means by a version; a project's metadata states bounds.
  if (view.format === 'conda') return !/^=\d/.test(specifier);
  if (view.format === 'pyproject') return !/[<^~]|==|^\d/.test(specifier);
  return true;
}

function fixedElsewhere(document: RequirementsDocument, context: RuleContext): boolean | 'unknown' {
  if (document.view.options.some(({ name }) => name === '--constraint')) return true;
  const locked = isLocked(document.path, context);
  if (locked === true) return true;
  const packaged = document.view.format === 'pyproject' ? /^\[build-system\]/m.test(document.source) : undefined;
  const library = isLibrary(document.path, packaged, context);
  if (library === true) return true;
  return locked === 'unknown' || library === 'unknown' ? 'unknown' : false;
}

function problem({ name, specifier, range, nameRange }: Requirement): Observation {
  const bounded = /<|~=/.test(specifier);
  return {
    range: { start: nameRange.start, end: Math.min(range.end, nameRange.end + specifier.length) },
    key: name,
    severity: bounded ? 'low' : 'medium',
    message: {
      what:
        specifier === ''
          ? `${quote(name)} has no version.`
          : `${quote(`${name} ${specifier}`)} fits more than one version.`,
      why: 'The same commit trains with other code next month, and the image that serves the model may differ from the one that made it.',
      remedy: `Fix it with ${quote('==')}, or keep a lock file beside this one (${quote('uv lock')}, ${quote('pip-compile')}, ${quote('poetry lock')}).`,
    },
  };
}
