import type { Dialect } from './dialects';
import { expWithin } from './limits';
import { type Layer, v } from './nested';
import type { BgNbdNumbers } from './purchase-terms';

/** P(alive) of BG/NBD, from a frequency, a recency and an age that were read, as `aliveProbability` has it. */
export function aliveLayers([r, alpha, a, b]: BgNbdNumbers, dialect: Dialect): readonly Layer[] {
  const { number, greatest } = dialect;
  const [zero, one] = [number(0), number(1)];
  const [x, age, recency] = [v('x'), v('age'), v('recency')];
  const idle = `(${age} - ${recency}) / (${number(alpha)} + ${recency})`;
  const going = `ln(${number(a)} / (${number(b)} + ${greatest(x, one)} - ${one}))`;
  return [
    { idle: greatest(idle, zero) },
    { grown: `${one} + ${v('idle')}` },
    {
      // ln(1 + idle), exact where idle is small (Kahan), since not every engine has it.
      log: `CASE WHEN ${v('grown')} = ${one} THEN ${v('idle')} ELSE ln(${v('grown')}) * (${v('idle')} / (${v('grown')} - ${one})) END`,
    },
    { gone: `${going} + (${number(r)} + ${x}) * ${v('log')}` },
    {
      alive: `CASE WHEN ${x} = ${zero} THEN ${one} ELSE ${one} / (${one} + ${expWithin(v('gone'), dialect)}) END`,
    },
  ];
}
