import { parse, textMetrics, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

// Vega offers it, and its types leave it out.
declare module 'vega' {
  export const textMetrics: {
    width: (
      item: { readonly fontSize?: number; readonly fontWeight?: unknown },
      text: unknown,
    ) => number;
  };
}

// Without a page nobody can measure text, and Vega's own guess is a third too wide: titles would push the picture apart.
// Shares of the size, by DejaVu Sans, the widest of the fonts that systems fall back to.
const widthOf = (letter: string) => (/[%MW]/.test(letter) ? 0.95 : /\d/.test(letter) ? 0.64 : 0.57);
textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
  [...String(text ?? '')].reduce((sum, letter) => sum + widthOf(letter), 0) *
  fontSize *
  (fontWeight === 'bold' ? 1.09 : 1);

/** A specification as SVG, drawn without a page; refuses one that Vega-Lite or Vega warns of. */
export async function toSvg(spec: TopLevelSpec): Promise<string> {
  const warnings: string[] = [];
  const logger = {
    level: () => logger,
    error: warn,
    warn,
    info: () => logger,
    debug: () => logger,
  };
  function warn(...said: readonly unknown[]) {
    warnings.push(said.join(' '));
    return logger;
  }
  const { spec: compiled } = compile(spec, { logger: logger as never });
  const view = new View(parse(compiled), { renderer: 'none', logger: logger as never });
  const svg = await view.toSVG();
  view.finalize();
  if (warnings.length > 0) throw new Error(`${spec.description}: ${warnings.join('; ')}`);
  return svg.replace('<svg ', `<svg role="img" aria-label="${escaped(spec.description ?? '')}" `);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
