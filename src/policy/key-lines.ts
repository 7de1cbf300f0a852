import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';

/** The line, counted from 1, on which the key or list entry of a path stands; the closest one around it if there is none. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/** Finds the lines of all keys and list entries of the first YAML document. Throws what js-yaml throws. */
export function keyLines(text: string): LineOf {
  const lines = new Map<string, number>();
  const cursor: Cursor = { text, lines, at: 1, events: parseEvents(text, {}) };
  if (cursor.events.length > 1) visit(cursor, []);
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(address(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

interface Cursor {
  readonly text: string;
  readonly lines: Map<string, number>;
  readonly events: readonly Event[];
  at: number;
}

/** Reads one node. js-yaml allows 100 levels at most, so the recursion is bounded. */
function visit(cursor: Cursor, path: readonly string[]): void {
  const node = cursor.events[cursor.at++];
  if (node?.type !== EVENT_ID.MAPPING && node?.type !== EVENT_ID.SEQUENCE) return;
  for (let index = 0; !atEnd(cursor); index++) {
    const entry = [...path, node.type === EVENT_ID.MAPPING ? keyName(cursor) : String(index)];
    if (node.type === EVENT_ID.MAPPING) visit(cursor, []);
    else note(cursor, entry);
    visit(cursor, entry);
  }
  cursor.at++;

  function keyName(from: Cursor): string {
    const key = from.events[from.at];
    if (key?.type !== EVENT_ID.SCALAR) return '';
    const name = getScalarValue(from.text, key);
    note(from, [...path, name]);
    return name;
  }
}

function note(cursor: Cursor, path: readonly string[]): void {
  const event = cursor.events[cursor.at];
  const offset = event?.type === EVENT_ID.SCALAR ? event.valueStart : event && 'start' in event ? event.start : 0;
  cursor.lines.set(address(path), cursor.text.slice(0, offset).split('\n').length);
}

function atEnd(cursor: Cursor): boolean {
  const event = cursor.events[cursor.at];
  return event === undefined || event.type === EVENT_ID.POP;
}

function address(path: readonly PropertyKey[]): string {
  return path.map(String).join('\u0000');
}
