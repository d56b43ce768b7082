/** How this terminal wants things drawn. Colour only underlines: words always say the same. */

import { Chalk } from 'chalk';

export interface Look {
  /** Columns that a line may take. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether signs beyond ASCII may be used for rules and marks; data is shown as it is either way. */
  readonly unicode: boolean;
  /** For a screen reader: whole lines, one a field, and nothing that is drawn. */
  readonly plain: boolean;
  /** Others can see the screen: initials only. */
  readonly isPrivate: boolean;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

export interface LookFrom {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };
  readonly flags: { readonly color?: boolean | undefined; readonly private?: boolean | undefined };
  readonly platform: string;
  /** The office's setting for an accessible screen; the environment stands over it. */
  readonly accessible?: boolean | undefined;
}

const narrowest = 40;
const widthWithoutTerminal = 100;

/**
 * Reads the look from where the output goes. `IIS_WIDTH`, then `COLUMNS`, stand over the terminal's own width; it
 * is never taken as less than 40. `--no-color` and `NO_COLOR` stand over `FORCE_COLOR`, which stands over
 * `TERM=dumb` and pipes. An accessible screen has no width: its lines are broken by the terminal alone. The colours are the terminal's own sixteen, so that the user's theme holds.
 */
export function makeLook(from: LookFrom): Look {
  const colour = wantsColour(from);
  const plain = wantsPlain(from);
  return {
    // Lines that are broken in the middle of a sentence are read as two.
    width: plain ? Number.POSITIVE_INFINITY : widthOf(from),
    colour,
    unicode: drawsUnicode(from),
    plain,
    isPrivate: from.flags.private === true,
    ...(colour ? coloured() : uncoloured),
  };
}

type Styles = Pick<Look, 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan'>;

const coloured = (): Styles => {
  const chalk = new Chalk({ level: 1 });
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    red: (text) => chalk.red(text),
    yellow: (text) => chalk.yellow(text),
    green: (text) => chalk.green(text),
    cyan: (text) => chalk.cyan(text),
  };
};

// Chalk without colours takes as long as with them: milliseconds in a list of 500.
const asItIs = (text: string): string => text;
const uncoloured: Styles = {
  bold: asItIs,
  dim: asItIs,
  red: asItIs,
  yellow: asItIs,
  green: asItIs,
  cyan: asItIs,
};

function wantsColour({ env, stream, flags }: LookFrom): boolean {
  if (flags.color === false || env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** `IIS_ACCESSIBLE`, else `ACCESSIBLE`, else the setting; `0`, `no` and `false` switch it off. */
function wantsPlain({ env, accessible = false }: LookFrom): boolean {
  const said = env.IIS_ACCESSIBLE || env.ACCESSIBLE;
  return said ? !/^(0|no|false|off)$/i.test(said) : accessible;
}

/** The columns that a line may take where the output goes. */
function widthOf({ env, stream }: Pick<LookFrom, 'env' | 'stream'>): number {
  const asked = [env.IIS_WIDTH, env.COLUMNS].find((columns) => /^[1-9]\d{0,4}$/.test(columns ?? ''));
  const columns = asked === undefined ? stream.columns || widthWithoutTerminal : Number(asked);
  return Math.max(narrowest, columns);
}

function drawsUnicode({ env, platform }: LookFrom): boolean {
  // The old Windows console draws lines only in its own code page; these three are set by what replaced it.
  if (platform === 'win32') return Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuANSI);
  return env.TERM !== 'linux';
}
