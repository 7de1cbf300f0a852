import type { Document, Kind, ParseProblem, Side } from '../types.ts';
import { parseCompose } from './compose.ts';
import { parseDependabot } from './dependabot.ts';
import { parseDockerfile } from './dockerfile.ts';
import { parseDockerignore } from './dockerignore.ts';
import { parseDvc } from './dvc.ts';
import { parseKubeflow } from './kubeflow.ts';
import { parseKubernetes } from './kubernetes.ts';
import { parseKustomization } from './kustomization.ts';
import { parseMlproject } from './mlproject.ts';
import { parseNotebook } from './notebook.ts';
import { parseParams } from './params.ts';
import { parsePython } from './python.ts';
import { parseRequirements } from './requirements.ts';
import { parseScannerSettings } from './scanner-settings.ts';
import { parseScript } from './script.ts';
import { parseSettings } from './settings.ts';
import { type GrammarName, loadGrammars } from './syntax-tree.ts';
import { parseTerraform } from './terraform.ts';
import { parseAction, parseWorkflow } from './workflow.ts';

type Parse = (path: string, side: Side, source: string) => Document;

const PARSERS: Partial<Readonly<Record<Kind, Parse>>> = {
  workflow: parseWorkflow,
  action: parseAction,
  dockerfile: parseDockerfile,
  compose: parseCompose,
  kubernetes: parseKubernetes,
  terraform: parseTerraform,
  python: parsePython,
  notebook: parseNotebook,
  dvc: parseDvc,
  params: parseParams,
  mlproject: parseMlproject,
  kubeflow: parseKubeflow,
  script: parseScript,
  requirements: parseRequirements,
  dependabot: parseDependabot,
  kustomization: parseKustomization,
  dockerignore: parseDockerignore,
  settings: parseSettings,
  scanner: parseScannerSettings,
};

/** Which grammars a kind needs; they load only when a file of the kind is there. */
const GRAMMARS: Partial<Readonly<Record<Kind, readonly GrammarName[]>>> = {
  workflow: ['bash'],
  action: ['bash'],
  dockerfile: ['bash'],
  terraform: ['hcl'],
  scanner: ['hcl'],
  python: ['python'],
  notebook: ['python'],
  dvc: ['bash'],
  script: ['bash'],
};

/** Loads the grammars that these kinds need. Call before `parseDocument`. */
export async function prepareParsers(kinds: Iterable<Kind>): Promise<void> {
  await loadGrammars(new Set([...kinds].flatMap((kind) => GRAMMARS[kind] ?? [])));
}

/** Reads a text as its kind. A kind without a parser gives a document without a view. Never throws. */
export function parseDocument(kind: Kind, path: string, side: Side, source: string): Document {
  const parse = PARSERS[kind];
  if (!parse) return { kind, path, side, source, view: undefined, comments: [], problems: [] };
  try {
    return parse(path, side, source);
  } catch (error) {
    return { kind, path, side, source, view: undefined, comments: [], problems: [crash(error)] };
  }
}

function crash(error: unknown): ParseProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    range: { start: 0, end: 0 },
    severity: 'fatal',
    message: `The reviewer could not read this file (${reason.slice(0, 200)}). It was not reviewed.`,
  };
}
