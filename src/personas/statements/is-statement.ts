/** Lists under these tell who the agent is, when to call it and how it talks; nothing of a change answers them. */
const NOT_CHECKED: readonly RegExp[] = [
  /^(?:you |we |i )?(?:excel|specialize|specialise) (?:at|in)\b/,
  /\bother (?:agents|specialists|experts|subagents|roles)\b/,
  /^(?:collaborat|coordinat|integrat)\w* (?:effectively )?with (?:other|the following)\b/,
  /^(?:agent )?(?:collaboration|handoff|delegation)$/,
  /^when (?:invoked|called|working with|blocked|to (?:use|seek|propose|stop|ask|escalate|call|invoke|delegate))\b/,
  /^(?:usage |some )?examples?\b/,
  /^(?:cli |available |your )?tools?(?: via .*| suite| you .*)?$/,
  /^(?:cli tools|mcp tools|mcp tool suite|capabilities|extended context.*|leverage .* context.*)\b/,
  /^(?:communication|communication style|tone|tone and style|voice|style of answers|how you work|how you communicate|you communicate .*|persona|personality|your role|identity|background|about you)$/,
  /^(?:project|codebase|repository|system|product|context) (?:context|overview|awareness|background)\b/,
  /^you have access to\b/,
  /^(?:references|links|resources|further reading|see also|related (?:agents|files)|key files|table of contents)$/,
  /^(?:response|answer|reply|report) (?:format|style|template)s?$/,
];

/** A list that is introduced like this is checked, whatever it stands under. */
const CHECKED =
  /\b(?:must|shall|should|ensure|ensures|verify|check|checklist|checks|require[sd]?|requirements|before|never|always|standards?|gates?|confirm|make sure)\b/;

/** Lines of a dialogue in an example. */
const DIALOGUE = /^(?:user|assistant|human|context|commentary|example|system|input|output)\s*:\s/i;

/** Whether lists under a heading and a line above them hold what can be checked. Both are text without Markdown. */
export function holdsStatements(heading: string, leadIn: string): boolean {
  const [above, directly] = [heading, leadIn].map(plainHeading);
  if (directly !== undefined && directly !== '') {
    if (NOT_CHECKED.some((pattern) => pattern.test(directly))) return false;
    if (CHECKED.test(directly)) return true;
  }
  return above === undefined || !NOT_CHECKED.some((pattern) => pattern.test(above));
}

/** Whether a list item says something: words, not only a path, a link, code or a line of a dialogue. */
export function isStatement(text: string): boolean {
  const words = text.replace(/`[^`]*`/g, ' ').replace(/\bhttps?:\S+/g, ' ');
  return /\p{L}{3}|\p{Lo}/u.test(words) && !DIALOGUE.test(text);
}

function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\d.)\s]+/, '')
    .replace(/[^\p{L}\p{N}/ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
