/** Colour as an accent; every word reads the same without it. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
};

export type Paint = (style: Style, text: string) => string;

/** How the output is shown: whether it may be coloured, and how many columns there are. */
export interface Terminal {
  readonly color: boolean;
  readonly width: number;
}

/** A painter for this terminal; without colour it returns the text as it is. */
export function painter(terminal: Terminal): Paint {
  if (!terminal.color) {
    return (_style, text) => text;
  }
  return (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;
}
